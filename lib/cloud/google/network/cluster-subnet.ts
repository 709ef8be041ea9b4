import { ComputeSubnetwork, type ComputeSubnetworkLogConfig } from '@cdktf/provider-google/lib/compute-subnetwork';
import { Token } from 'cdktf';
import type { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import { resourceNameRefusal } from '../resource-name';
import type { NetworkPlan } from './network-plan';
import type { WrittenRange } from './network-range';

const DEFAULT_FLOW_LOG_SAMPLING = 0.5;
const MAX_RANGE_NAME = 63;
/** Sixteen addresses: GKE gives a node no fewer. */
const LONGEST_PODS_PREFIX = 28;

/** Name of the secondary range for pods. */
export const PODS_RANGE = 'pods';
/** Name of the secondary range for services. */
export const SERVICES_RANGE = 'services';

/** The part of a network's options that has to do with its subnet. */
export interface ClusterSubnetOptions {
  /**
   * Share of connections that flow logs record, above 0 and up to 1. Those of `subnets` for machines record as many.
   *
   * @default 0.5
   */
  readonly flowLogSampling?: number;
  /**
   * More ranges for pods, such as `10.64.0.0/16`, by the name of the secondary range: for a cluster that has outgrown
   * its first. They may be added at any time.
   *
   * @default - none
   */
  readonly additionalPodRanges?: Readonly<Record<string, string>>;
}

/** Where a subnet lies. */
export interface SubnetPlace {
  readonly project: string;
  readonly region: string;
  /** Name of the network, and beginning of all names. */
  readonly name: string;
  readonly networkId: string;
}

/** Adds the subnet that nodes live in, with ranges for pods and services, and returns a reference to it. */
export function addClusterSubnet(
  scope: Construct,
  { project, region, name, networkId: network }: SubnetPlace,
  plan: NetworkPlan,
  options: ClusterSubnetOptions,
): string {
  const more = Object.entries(options.additionalPodRanges ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return new ComputeSubnetwork(scope, 'Subnet', {
    ...{ project, region, name, network },
    ipCidrRange: plan.nodes.toString(),
    secondaryIpRange: [
      { rangeName: PODS_RANGE, ipCidrRange: plan.pods.toString() },
      { rangeName: SERVICES_RANGE, ipCidrRange: plan.services.toString() },
      ...more.map(([rangeName, ipCidrRange]) => ({ rangeName, ipCidrRange })),
    ],
    privateIpGoogleAccess: true,
    logConfig: flowLogs(options),
  }).id;
}

/** How flow logs are kept. */
export function flowLogs({ flowLogSampling }: ClusterSubnetOptions): ComputeSubnetworkLogConfig {
  return {
    aggregationInterval: 'INTERVAL_30_SEC',
    flowSampling: flowLogSampling ?? DEFAULT_FLOW_LOG_SAMPLING,
    metadata: 'INCLUDE_ALL_METADATA',
  };
}

/** The additional ranges as the user wrote them. */
export function podRanges({ additionalPodRanges = {} }: ClusterSubnetOptions): WrittenRange[] {
  return Object.entries(additionalPodRanges).map(([name, cidr]) => {
    return { property: `additionalPodRanges.${name}`, name, cidr, longestPrefix: LONGEST_PODS_PREFIX };
  });
}

/** Refuses what a subnet cannot be, save for its ranges. */
export function clusterSubnetRefusals(options: ClusterSubnetOptions): (Refusal | undefined)[] {
  const { flowLogSampling = DEFAULT_FLOW_LOG_SAMPLING } = options;
  return [samplingRefusal(flowLogSampling), ...podRangeNameRefusals(options, [PODS_RANGE, SERVICES_RANGE])];
}

/** Refuses names of additional ranges that Google would, and those that the subnet's first ranges have. */
export function podRangeNameRefusals(
  { additionalPodRanges = {} }: ClusterSubnetOptions,
  taken: readonly string[],
): (Refusal | undefined)[] {
  return Object.keys(additionalPodRanges).flatMap((name) => {
    const property = `additionalPodRanges.${name}`;
    const rule = 'must not bear the name of a range that the subnet has anyway';
    return [
      resourceNameRefusal(property, name, MAX_RANGE_NAME),
      taken.includes(name) ? { property, rule, got: name } : undefined,
    ];
  });
}

function samplingRefusal(sampling: number): Refusal | undefined {
  if (Token.isUnresolved(sampling) || (sampling > 0 && sampling <= 1)) return undefined;
  return { property: 'flowLogSampling', rule: 'must be above 0 and at most 1', got: sampling };
}
