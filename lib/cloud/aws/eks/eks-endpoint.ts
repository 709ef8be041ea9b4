import type { EksClusterConfig } from '@cdktf/provider-aws/lib/eks-cluster';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import type { ClusterNetwork } from '../network/cluster-network';
import { ipv4Range } from './ipv4-range';

const DEFAULT_PRIVATE_ACCESS = true;

/** A range wider than this is the internet by another name. */
const WIDEST_ACCESS = 8;

/** Ranges that EKS takes. https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html */
const MAX_RANGES = 40;

/** The part of a cluster's options that has to do with the ways to its API server. */
export interface EksEndpointOptions {
  /**
   * Ranges that may reach the API server over the internet, none wider than /8.
   *
   * @default [] - the API server is reached from inside the network only
   */
  readonly publicAccessCidrs?: readonly string[];
  /**
   * Whether the API server is reached from inside the network. Without it, nodes go through the internet as well, so
   * `publicAccessCidrs` have to hold the addresses of their NAT gateways.
   *
   * @default true
   */
  readonly privateAccess?: boolean;
}

/** Where the control plane's interfaces are, and how they are reached, as the provider writes it. */
export function endpoint(network: ClusterNetwork, options: EksEndpointOptions): Pick<EksClusterConfig, 'vpcConfig'> {
  const { publicAccessCidrs = [], privateAccess = DEFAULT_PRIVATE_ACCESS } = options;
  const open = publicAccessCidrs.length > 0;
  return {
    vpcConfig: {
      subnetIds: [...network.intraSubnetIds],
      endpointPrivateAccess: privateAccess,
      endpointPublicAccess: open,
      publicAccessCidrs: open ? [...new Set(publicAccessCidrs)].sort() : undefined,
    },
  };
}

/** Refuses an API server without a way to it, and one that is open to everybody. */
export function endpointRefusals(options: EksEndpointOptions): readonly (Refusal | undefined)[] {
  const { publicAccessCidrs = [], privateAccess = DEFAULT_PRIVATE_ACCESS } = options;
  return [
    privateAccess || publicAccessCidrs.length > 0
      ? undefined
      : {
          property: 'privateAccess',
          rule: 'must be true where nothing else leads to the API server',
          got: privateAccess,
          remedy: 'leave it out, or name publicAccessCidrs',
        },
    publicAccessCidrs.length > MAX_RANGES
      ? {
          property: 'publicAccessCidrs',
          rule: `must be ${MAX_RANGES} ranges at most`,
          got: publicAccessCidrs.length,
        }
      : undefined,
    ...publicAccessCidrs.map(cidrRefusal),
  ];
}

function cidrRefusal(text: string): Refusal | undefined {
  const property = 'publicAccessCidrs';
  if (Token.isUnresolved(text)) return undefined;
  const range = ipv4Range(text);
  if (range === undefined) {
    return { property, rule: 'must be IPv4 ranges that start on their own boundary', got: text };
  }
  if (range.prefix >= WIDEST_ACCESS) return undefined;
  const remedy = 'name the networks of those who need it, or leave the list empty';
  return {
    property,
    rule: `must not open the API server to the internet: /${WIDEST_ACCESS} at most`,
    got: text,
    remedy,
  };
}
