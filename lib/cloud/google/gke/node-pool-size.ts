import type { ContainerNodePoolAutoscaling } from '@cdktf/provider-google/lib/container-node-pool';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { zonesRefusals } from './gke-zones';
import { nodesDuringUpgrade, type GkeNodeUpgradeOptions } from './node-pool-upgrade';

/** The part of a node pool's options that has to do with how many nodes there are, and where. */
export interface GkeNodeSizeOptions {
  /** Bounds within which the autoscaler keeps the number of nodes; `autoscaling` says what they count. */
  readonly nodes: { readonly min: number; readonly max: number };
  /**
   * Whether the bounds count the whole pool, over all zones, or each zone for itself.
   *
   * @default 'total'
   */
  readonly autoscaling?: 'total' | 'per-zone';
  /**
   * Whether zones are kept even (`BALANCED`), or nodes taken from wherever there are any (`ANY`).
   *
   * @default - 'ANY' for spot machines, 'BALANCED' for others, so that a zone may fail
   */
  readonly locationPolicy?: 'BALANCED' | 'ANY';
  /**
   * Zones of the nodes, in the cluster's region. Left out again, the nodes stay where they are: name the cluster's zones
   * to go back to them.
   *
   * @default - those of the cluster
   */
  readonly zones?: readonly string[];
}

/** How many nodes a pool starts with and grows to, as the provider writes it. */
export interface NodePoolSize {
  readonly initialNodeCount: number;
  readonly nodeLocations?: string[];
  readonly autoscaling: ContainerNodePoolAutoscaling;
}

/** How many nodes a pool starts with and grows to. */
export function nodePoolSize(options: GkeNodeSizeOptions, clusterZones: number, spot: boolean): NodePoolSize {
  const { nodes, zones } = options;
  const locationPolicy = options.locationPolicy ?? (spot ? 'ANY' : 'BALANCED');
  const nodeLocations = zones === undefined ? {} : { nodeLocations: [...zones].sort() };
  return options.autoscaling === 'per-zone'
    ? {
        ...nodeLocations,
        initialNodeCount: nodes.min,
        autoscaling: { minNodeCount: nodes.min, maxNodeCount: nodes.max, locationPolicy },
      }
    : {
        ...nodeLocations,
        initialNodeCount: initialNodesPerZone(nodes, zones?.length ?? clusterZones),
        autoscaling: { totalMinNodeCount: nodes.min, totalMaxNodeCount: nodes.max, locationPolicy },
      };
}

/** Most nodes that a pool can have at a time, those included that an upgrade adds for a while. */
export function mostNodes(options: GkeNodeSizeOptions & GkeNodeUpgradeOptions, clusterZones: number): number {
  const zones = options.autoscaling === 'per-zone' ? (options.zones?.length ?? clusterZones) : 1;
  return nodesDuringUpgrade(options.nodes.max * zones, options.upgrade);
}

/** Refuses bounds that hold no number of nodes, and zones that the cluster cannot have nodes in. */
export function sizeRefusals({ nodes, zones }: GkeNodeSizeOptions, region: string): (Refusal | undefined)[] {
  // Pools of a zonal cluster may leave its zone out, as it may not.
  return [...nodesRefusals(nodes), ...zonesRefusals('zones', zones, { location: region, region })];
}

/** GKE starts as many nodes in each zone; the minimum is reached, but never by more than the maximum. */
function initialNodesPerZone({ min, max }: GkeNodeSizeOptions['nodes'], zones: number): number {
  return Math.min(Math.ceil(min / zones), Math.floor(max / zones));
}

function nodesRefusals({ min, max }: GkeNodeSizeOptions['nodes']): (Refusal | undefined)[] {
  if (Token.isUnresolved(min) || Token.isUnresolved(max)) {
    return [{ property: 'nodes', rule: 'must be known at synthesis', got: 'a token' }];
  }
  const whole = Number.isInteger(min) && min >= 0;
  return [
    whole ? undefined : { property: 'nodes.min', rule: 'must be a whole number of at least 0', got: min },
    Number.isInteger(max) && max >= 1
      ? undefined
      : { property: 'nodes.max', rule: 'must be a whole number of at least 1', got: max },
    whole && min > max ? { property: 'nodes.min', rule: `must be at most nodes.max (${max})`, got: min } : undefined,
  ];
}
