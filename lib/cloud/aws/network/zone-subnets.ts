import { Fn } from 'cdktf';
import type { Construct } from 'constructs';
import type { Cidr } from '../../../core/cidr';
import type { AwsConstructProps } from '../aws-construct';
import { RoutedSubnet } from './routed-subnet';
import { IPV6_BITS, planIpv6Subnet, planPodSubnet, type SubnetTier, type ZonePlan } from './subnet-plan';

/** Tag by which the AWS load balancer controller finds the subnets of load balancers that face the internet. */
const PUBLIC_TAGS = { 'kubernetes.io/role/elb': '1' };

/** The same, for load balancers that only the network reaches. */
const PRIVATE_TAGS = { 'kubernetes.io/role/internal-elb': '1' };

/**
 * Tag by which the network add-on finds subnets for pods, from its version 1.18; from 1.22 it leaves out those that say `0`.
 * https://docs.aws.amazon.com/eks/latest/userguide/cni-subnet-selection.html
 */
const POD_SUBNET_TAG = 'kubernetes.io/role/cni';

/** A zone with its subnets. */
export interface ZoneSubnets {
  readonly name: string;
  readonly private: RoutedSubnet;
  readonly intra: RoutedSubnet;
  /** Nothing where the network has no public subnets. */
  readonly public: RoutedSubnet | undefined;
  /** Nothing where pods have addresses of the private subnet. */
  readonly pods: RoutedSubnet | undefined;
}

/** A range for pods alone. */
export interface PodRange {
  /** Identifier of the network, known once it has the range. */
  readonly vpcId: string;
  readonly cidr: Cidr;
}

/** The network that the subnets are part of. */
export interface ZoneSubnetsPlace extends AwsConstructProps {
  readonly vpcId: string;
  readonly vpcName: string;
  readonly clusterName: string | undefined;
  readonly publicSubnets: boolean;
  /** The network's /56, or nothing where it has IPv4 addresses alone. */
  readonly ipv6Cidr: string | undefined;
  /** Nothing where pods have addresses of the private subnets. */
  readonly pods: PodRange | undefined;
}

/** Adds the subnets of one zone; `zoneIndex` is its place in the list of zones. */
export function addZoneSubnets(
  scope: Construct,
  place: ZoneSubnetsPlace,
  plan: ZonePlan,
  zoneIndex: number,
): ZoneSubnets {
  const { provider, vpcId, vpcName, clusterName, ipv6Cidr, pods } = place;
  const { zone } = plan;
  const named = (tier: string): { readonly subnetName: string; readonly zone: string } => ({
    subnetName: `${vpcName}-${tier}-${zone}`,
    zone,
  });
  const add = (tier: SubnetTier, tags: Readonly<Record<string, string>>): RoutedSubnet =>
    new RoutedSubnet(scope, `${tier}-${zone}`, {
      ...{ provider, vpcId, ...named(tier), cidr: plan[tier], tags },
      ipv6Cidr:
        ipv6Cidr === undefined ? undefined : Fn.cidrsubnet(ipv6Cidr, IPV6_BITS, planIpv6Subnet(tier, zoneIndex)),
    });
  return {
    name: zone,
    public: place.publicSubnets ? add('public', PUBLIC_TAGS) : undefined,
    private: add('private', {
      ...PRIVATE_TAGS,
      ...(pods === undefined ? {} : { [POD_SUBNET_TAG]: '0' }),
      ...(clusterName === undefined ? {} : { 'karpenter.sh/discovery': clusterName }),
    }),
    intra: add('intra', {}),
    pods:
      pods === undefined
        ? undefined
        : new RoutedSubnet(scope, `pods-${zone}`, {
            ...{ provider, vpcId: pods.vpcId, ...named('pods'), tags: { [POD_SUBNET_TAG]: '1' } },
            cidr: planPodSubnet(pods.cidr, zoneIndex),
          }),
  };
}
