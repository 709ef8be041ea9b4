import type { ContainerNodePoolUpgradeSettings } from '@cdktf/provider-google/lib/container-node-pool';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';

const DEFAULT_MAX_SURGE = 1;
const DEFAULT_MAX_UNAVAILABLE = 0;
/** GKE works on 20 nodes at a time. https://cloud.google.com/kubernetes-engine/docs/concepts/node-pool-upgrade-strategies */
const MAX_NODES_AT_ONCE = 20;
const DEFAULT_BATCH_NODE_COUNT = 1;
const DEFAULT_BATCH_SOAK_SECONDS = 0;
const DEFAULT_POOL_SOAK_SECONDS = 3600;
/** Seven days, as long as GKE keeps the old nodes. */
const MAX_SOAK_SECONDS = 604_800;

/** New nodes are made beside the old ones, some at a time. */
export interface GkeSurgeUpgrade {
  readonly strategy: 'SURGE';
  /**
   * Nodes that may be there beyond the size of the pool.
   *
   * @default 1
   */
  readonly maxSurge?: number;
  /**
   * Nodes that may be missing.
   *
   * @default 0
   */
  readonly maxUnavailable?: number;
}

/** A second set of nodes is made, and the first one kept for a while, to go back to. It takes twice the machines. */
export interface GkeBlueGreenUpgrade {
  readonly strategy: 'BLUE_GREEN';
  /**
   * Old nodes that are drained at a time.
   *
   * @default 1
   */
  readonly batchNodeCount?: number;
  /**
   * The same as a fraction of the pool, above 0 and up to 1; in place of `batchNodeCount`.
   *
   * @default - `batchNodeCount` counts
   */
  readonly batchPercentage?: number;
  /**
   * Seconds of waiting after each batch.
   *
   * @default 0
   */
  readonly batchSoakSeconds?: number;
  /**
   * Seconds that the drained nodes are kept, seven days at most.
   *
   * @default 3600
   */
  readonly poolSoakSeconds?: number;
}

/** How the nodes of a pool are replaced by newer ones. */
export type GkeNodeUpgrade = GkeSurgeUpgrade | GkeBlueGreenUpgrade;

/** The part of a node pool's options that has to do with repair and upgrades. */
export interface GkeNodeUpgradeOptions {
  /**
   * Whether GKE replaces nodes that fail. Clusters on a release channel, as all are here, have no choice.
   *
   * @default true
   */
  readonly autoRepair?: boolean;
  /**
   * Whether GKE upgrades nodes after the control plane. Clusters on a release channel, as all are here, have no choice.
   *
   * @default true
   */
  readonly autoUpgrade?: boolean;
  /**
   * How nodes are replaced by newer ones.
   *
   * @default { strategy: 'SURGE', maxSurge: 1, maxUnavailable: 0 }
   */
  readonly upgrade?: GkeNodeUpgrade;
}

/** How nodes are upgraded, as the provider writes it. */
export function upgradeSettings(upgrade: GkeNodeUpgrade = { strategy: 'SURGE' }): ContainerNodePoolUpgradeSettings {
  if (upgrade.strategy === 'SURGE') {
    const { strategy, maxSurge = DEFAULT_MAX_SURGE, maxUnavailable = DEFAULT_MAX_UNAVAILABLE } = upgrade;
    return { strategy, maxSurge, maxUnavailable };
  }
  const { batchPercentage, batchNodeCount = DEFAULT_BATCH_NODE_COUNT } = upgrade;
  return {
    strategy: upgrade.strategy,
    blueGreenSettings: {
      standardRolloutPolicy: {
        ...(batchPercentage === undefined ? { batchNodeCount } : { batchPercentage }),
        batchSoakDuration: `${upgrade.batchSoakSeconds ?? DEFAULT_BATCH_SOAK_SECONDS}s`,
      },
      nodePoolSoakDuration: `${upgrade.poolSoakSeconds ?? DEFAULT_POOL_SOAK_SECONDS}s`,
    },
  };
}

/** Most nodes that a pool has while it is upgraded. */
export function nodesDuringUpgrade(nodes: number, upgrade: GkeNodeUpgrade = { strategy: 'SURGE' }): number {
  return upgrade.strategy === 'SURGE' ? nodes + (upgrade.maxSurge ?? DEFAULT_MAX_SURGE) : 2 * nodes;
}

/** Refuses what keeps GKE from repairing and upgrading, and what cannot be carried out. */
export function upgradeRefusals({ autoRepair, autoUpgrade, upgrade }: GkeNodeUpgradeOptions): (Refusal | undefined)[] {
  return [
    alwaysOnRefusal('autoRepair', autoRepair, 'leave it out'),
    alwaysOnRefusal(
      'autoUpgrade',
      autoUpgrade,
      'leave it out, and put upgrades off by maintenance exclusions of the cluster',
    ),
    ...(upgrade?.strategy === 'SURGE' ? surgeRefusals(upgrade) : []),
    ...(upgrade?.strategy === 'BLUE_GREEN' ? blueGreenRefusals(upgrade) : []),
  ];
}

function alwaysOnRefusal(property: string, value: boolean | undefined, remedy: string): Refusal | undefined {
  if (value !== false) return undefined;
  return { property, rule: 'must be true on a release channel, as GKE demands', got: value, remedy };
}

function surgeRefusals(upgrade: GkeSurgeUpgrade): (Refusal | undefined)[] {
  const { maxSurge = DEFAULT_MAX_SURGE, maxUnavailable = DEFAULT_MAX_UNAVAILABLE } = upgrade;
  const numbers = [
    wholeNumberRefusal('upgrade.maxSurge', maxSurge, { min: 0 }),
    wholeNumberRefusal('upgrade.maxUnavailable', maxUnavailable, { min: 0 }),
  ];
  if (numbers.some((refusal) => refusal !== undefined)) return numbers;
  if (Token.isUnresolved(maxSurge) || Token.isUnresolved(maxUnavailable)) return [];
  const sum = maxSurge + maxUnavailable;
  if (sum > 0 && sum <= MAX_NODES_AT_ONCE) return [];
  const rule = `must be from 1 to ${MAX_NODES_AT_ONCE} together with upgrade.maxUnavailable (${maxUnavailable})`;
  return [{ property: 'upgrade.maxSurge', rule, got: maxSurge }];
}

function blueGreenRefusals(upgrade: GkeBlueGreenUpgrade): (Refusal | undefined)[] {
  const { batchNodeCount, batchPercentage } = upgrade;
  const soak = { min: 0, max: MAX_SOAK_SECONDS };
  return [
    batchNodeCount !== undefined && batchPercentage !== undefined
      ? { property: 'upgrade.batchPercentage', rule: 'must not go with batchNodeCount', got: batchPercentage }
      : undefined,
    wholeNumberRefusal('upgrade.batchNodeCount', batchNodeCount ?? DEFAULT_BATCH_NODE_COUNT, { min: 1 }),
    batchPercentage === undefined ||
    Token.isUnresolved(batchPercentage) ||
    (batchPercentage > 0 && batchPercentage <= 1)
      ? undefined
      : { property: 'upgrade.batchPercentage', rule: 'must be a fraction above 0 and up to 1', got: batchPercentage },
    wholeNumberRefusal('upgrade.batchSoakSeconds', upgrade.batchSoakSeconds ?? DEFAULT_BATCH_SOAK_SECONDS, soak),
    wholeNumberRefusal('upgrade.poolSoakSeconds', upgrade.poolSoakSeconds ?? DEFAULT_POOL_SOAK_SECONDS, soak),
  ];
}
