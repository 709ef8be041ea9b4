import { DefaultRouteTable } from '@cdktf/provider-aws/lib/default-route-table';
import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import { Vpc as VpcResource } from '@cdktf/provider-aws/lib/vpc';
import { VpcIpv4CidrBlockAssociation } from '@cdktf/provider-aws/lib/vpc-ipv4-cidr-block-association';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { Cidr } from '../../../core/cidr';
import { refuse, type Refusal } from '../../../core/errors';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import type { ClusterNetwork, IpFamily } from './cluster-network';
import { existingNetwork, type ExistingNetworkProps } from './existing-network';
import { flowLogRefusals, type FlowLogOptions } from './flow-log-options';
import { addGatewayEndpoints } from './gateway-endpoints';
import { InterfaceEndpoints } from './interface-endpoints';
import { addEgress, egressRefusals, hasNatGateways, type NetworkEgressOptions } from './network-egress';
import { podRangeRefusals } from './pod-range';
import { planRefusals, planSubnets } from './subnet-plan';
import { CLUSTER_ENDPOINTS, endpointRefusals, type VpcEndpointOptions } from './vpc-endpoint-options';
import { VpcFlowLog } from './vpc-flow-log';
import { addZoneSubnets, type PodRange, type ZoneSubnets } from './zone-subnets';

/** What log groups, roles and tags all accept, with room for the endings that names of subnets have. */
const VPC_NAME = /^[A-Za-z0-9._-]{1,200}$/;

/** Properties for `Vpc`. */
export interface VpcProps
  extends AwsConstructProps, AwsPlace, NetworkEgressOptions, VpcEndpointOptions, FlowLogOptions {
  /** Name of the network, and start of the names of what belongs to it. */
  readonly vpcName: string;
  /** IPv4 range from /16 to /20. */
  readonly cidr: string;
  /** Availability zones, from two to six. Append to the list only: a zone's subnets follow its place in it. */
  readonly zones: readonly string[];
  /**
   * Whether subnets have IPv6 addresses beside those of IPv4: a /64 each, of a /56 that Amazon chooses. The pods and
   * services of a cluster then have IPv6 addresses alone.
   *
   * @default 'ipv4'
   */
  readonly ipFamily?: 'ipv4' | 'dual-stack';
  /**
   * IPv4 range for pods alone, from /16 to /20, where the network's own is too small for them: part of
   * 100.64.0.0/10, or of the private range that `cidr` is part of. Needs version 1.22 of the network add-on.
   *
   * @default - pods have addresses of the private subnets
   */
  readonly podCidr?: string;
  /**
   * Cluster for which Karpenter may start nodes in the private subnets.
   *
   * @default - the subnets carry no `karpenter.sh/discovery` tag
   */
  readonly clusterName?: string;
}

/**
 * A network over several zones, with public, private and intra subnets in each. Nothing in it is reached from the
 * internet unless it is put into a public subnet with an address of its own.
 *
 * Throws a `ConstructError` where a range cannot hold the subnets, zones are not the region's, or options contradict
 * each other.
 */
export class Vpc extends Construct implements ClusterNetwork {
  /** A network that another stack, or another team, made. */
  public static fromAttributes(attributes: ExistingNetworkProps): ClusterNetwork {
    return existingNetwork(attributes);
  }

  public readonly vpcId: string;
  public readonly publicSubnetIds: readonly string[];
  public readonly privateSubnetIds: readonly string[];
  public readonly intraSubnetIds: readonly string[];
  /** Subnets that the network add-on gives pods addresses of; empty without a `podCidr`. */
  public readonly podSubnetIds: readonly string[];
  public readonly ipFamily: IpFamily;
  public readonly egress: readonly ITerraformDependable[];
  /** Addresses under which the internet sees what comes from the private subnets, one for each NAT gateway. */
  public readonly natPublicIps: readonly string[];

  constructor(scope: Construct, id: string, props: VpcProps) {
    super(scope, id);
    refuse(this.node.path, refusals(props));
    const { provider, vpcName, account, region } = props;
    const dualStack = props.ipFamily === 'dual-stack';

    const vpc = this.addVpc(props, dualStack);
    const vpcId = vpc.id;
    this.addFlowLog(vpcId, props);
    const zones = this.addZones(vpc, props, dualStack);
    const privateSubnetIds = zones.map((zone) => zone.private.subnetId);
    const egress = addEgress(this, { provider, vpcId, vpcName, dualStack }, zones, props);
    const gateways = addGatewayEndpoints(
      this,
      { ...{ provider, vpcId, vpcName, account, region }, routeTableIds: zones.flatMap(innerRouteTables) },
      props,
    );
    const endpoints = this.addInterfaceEndpoints(vpcId, privateSubnetIds, props);

    this.vpcId = vpcId;
    this.publicSubnetIds = zones.flatMap((zone) => zone.public?.subnetId ?? []);
    this.privateSubnetIds = privateSubnetIds;
    this.intraSubnetIds = zones.map((zone) => zone.intra.subnetId);
    this.podSubnetIds = zones.flatMap((zone) => zone.pods?.subnetId ?? []);
    this.ipFamily = dualStack ? 'ipv6' : 'ipv4';
    this.egress = [...egress.routes, ...gateways, ...endpoints];
    this.natPublicIps = egress.natPublicIps;
  }

  private addVpc({ provider, vpcName, cidr }: VpcProps, dualStack: boolean): VpcResource {
    const tags = { Name: vpcName };
    const vpc = new VpcResource(this, 'Resource', {
      provider,
      cidrBlock: cidr,
      ...(dualStack ? { assignGeneratedIpv6CidrBlock: true } : {}),
      enableDnsHostnames: true,
      enableDnsSupport: true,
      tags,
    });
    // Without rules: what is started without a security group of its own reaches nothing.
    new DefaultSecurityGroup(this, 'DefaultSecurityGroup', {
      ...{ provider, vpcId: vpc.id, tags },
      ingress: [],
      egress: [],
    });
    // Without routes: a subnet made by hand, which has no table of its own, leads nowhere.
    new DefaultRouteTable(this, 'DefaultRouteTable', {
      ...{ provider, tags },
      defaultRouteTableId: vpc.defaultRouteTableId,
      route: [],
    });
    return vpc;
  }

  private addZones(vpc: VpcResource, props: VpcProps, dualStack: boolean): readonly ZoneSubnets[] {
    const { provider, vpcName, clusterName, podCidr, publicSubnets = true } = props;
    const place = {
      ...{ provider, vpcId: vpc.id, vpcName, clusterName, publicSubnets },
      ipv6Cidr: dualStack ? vpc.ipv6CidrBlock : undefined,
      pods: podCidr === undefined ? undefined : this.addPodRange(vpc.id, podCidr, props),
    };
    return planSubnets(props.cidr, props.zones).map((plan, index) => addZoneSubnets(this, place, plan, index));
  }

  private addPodRange(vpcId: string, podCidr: string, { provider }: VpcProps): PodRange {
    const range = new VpcIpv4CidrBlockAssociation(this, 'PodCidr', { provider, vpcId, cidrBlock: podCidr });
    return { vpcId: range.vpcId, cidr: Cidr.parse(podCidr) };
  }

  private addFlowLog(vpcId: string, props: VpcProps): void {
    const { provider, vpcName, account, region, flowLogs = 'all' } = props;
    if (flowLogs === 'off') return;
    new VpcFlowLog(this, 'FlowLog', {
      ...{ provider, vpcId, vpcName, account, region, traffic: flowLogs },
      bucketArn: props.flowLogBucketArn,
      retentionDays: props.flowLogRetentionDays,
      kmsKeyArn: props.flowLogKmsKeyArn,
    });
  }

  /** In the private subnets: those have room for them, while an intra subnet of a /20 has eleven addresses in all. */
  private addInterfaceEndpoints(
    vpcId: string,
    subnetIds: readonly string[],
    props: VpcProps,
  ): readonly ITerraformDependable[] {
    const { provider, vpcName, account, region, cidr, podCidr, endpointAccounts } = props;
    const services = props.endpoints ?? (hasNatGateways(props) ? [] : CLUSTER_ENDPOINTS);
    if (services.length === 0) return [];
    return new InterfaceEndpoints(this, 'Endpoints', {
      ...{ provider, vpcId, vpcName, account, region, subnetIds, services, endpointAccounts },
      cidrs: podCidr === undefined ? [cidr] : [cidr, podCidr],
    }).endpoints;
  }
}

/** Tables of the subnets that have to get to S3 without the internet. */
function innerRouteTables({ private: nodes, intra, pods }: ZoneSubnets): readonly string[] {
  return [nodes.routeTableId, intra.routeTableId, ...(pods === undefined ? [] : [pods.routeTableId])];
}

function refusals(props: VpcProps): readonly (Refusal | undefined)[] {
  const { vpcName, ipFamily, podCidr } = props;
  const rule = 'must be letters, digits, dots, dashes and underscores, 200 at most';
  return [
    VPC_NAME.test(vpcName) ? undefined : { property: 'vpcName', rule, got: vpcName },
    ...planRefusals(props.cidr, props.region, props.zones),
    ...podRangeRefusals(props.cidr, podCidr),
    ipFamily === 'dual-stack' && podCidr !== undefined
      ? {
          property: 'podCidr',
          rule: 'is for IPv4 alone',
          got: podCidr,
          remedy: 'pods have IPv6 addresses; leave it out',
        }
      : undefined,
    ...egressRefusals(props),
    ...endpointRefusals(props, hasNatGateways(props)),
    ...flowLogRefusals(props),
  ];
}
