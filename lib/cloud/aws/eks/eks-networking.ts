import type { EksClusterConfig } from '@cdktf/provider-aws/lib/eks-cluster';
import { Token } from 'cdktf';
import { Cidr } from '../../../core/cidr';
import type { Refusal } from '../../../core/errors';
import type { ClusterNetwork } from '../network/cluster-network';
import { ipv4Range } from './ipv4-range';

/** What EKS takes. https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html */
const SERVICE_PREFIX = { min: 12, max: 24 } as const;
const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map((range) => Cidr.parse(range));

/** The part of a cluster's options that has to do with the addresses inside it. */
export interface EksNetworkingOptions {
  /**
   * Range of the addresses of Services, from /12 to /24, that overlaps with nothing which pods have to reach: neither
   * the VPC nor what is peered with it. It cannot be changed later.
   *
   * @default - 10.100.0.0/16 or 172.20.0.0/16, whichever the VPC does not use; a range of EKS' own with IPv6
   */
  readonly serviceIpv4Cidr?: string;
}

/** Addresses of pods and Services, as the provider writes them. The family is the network's. */
export function kubernetesNetwork(
  { ipFamily }: ClusterNetwork,
  { serviceIpv4Cidr }: EksNetworkingOptions,
): NonNullable<EksClusterConfig['kubernetesNetworkConfig']> {
  return { ipFamily, ...(serviceIpv4Cidr === undefined ? {} : { serviceIpv4Cidr }) };
}

/** Refuses ranges that EKS would. */
export function networkingRefusals(
  { ipFamily }: ClusterNetwork,
  { serviceIpv4Cidr }: EksNetworkingOptions,
): readonly (Refusal | undefined)[] {
  if (serviceIpv4Cidr === undefined) return [];
  const property = 'serviceIpv4Cidr';
  return [
    ipFamily === 'ipv6'
      ? {
          property,
          rule: 'must not be there on an IPv6 cluster, whose Services EKS gives addresses of its own',
          got: serviceIpv4Cidr,
          remedy: 'leave it out',
        }
      : undefined,
    rangeRefusal(property, serviceIpv4Cidr),
  ];
}

function rangeRefusal(property: string, got: string): Refusal | undefined {
  if (Token.isUnresolved(got)) return undefined;
  const { min, max } = SERVICE_PREFIX;
  const range = ipv4Range(got);
  if (
    range !== undefined &&
    range.prefix >= min &&
    range.prefix <= max &&
    PRIVATE_RANGES.some((known) => known.contains(range))
  ) {
    return undefined;
  }
  return { property, rule: `must be a private IPv4 range from /${min} to /${max}, on its own boundary`, got };
}
