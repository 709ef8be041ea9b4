import type {
  ContainerClusterClusterAutoscaling,
  ContainerClusterClusterAutoscalingResourceLimits,
} from '@cdktf/provider-google/lib/container-cluster';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { hardenedNode } from './gke-node-config';
import { zonesRefusals } from './gke-zones';

const DEFAULT_DISK_SIZE_GIB = 50;
const DEFAULT_DISK_TYPE = 'pd-balanced';
const MIN_DISK_SIZE_GIB = 20;
/** The smallest machines that GKE chooses by itself have two. */
const LEAST_CPU_OF_A_NODE = 2;
/** An upgrade makes one node more. */
const SURGE_NODES = 1;

/** How much there may be of something, on all nodes of a cluster together. */
export interface GkeResourceLimit {
  /**
   * Below this, no nodes are taken away.
   *
   * @default 0
   */
  readonly min?: number;
  /** Beyond this, no nodes are made. */
  readonly max: number;
}

/**
 * Has GKE make node pools by itself, and take them away again. The limits count all nodes of the cluster: those of
 * pools that were added, too, which stop growing where a limit is reached.
 */
export interface GkeNodeAutoProvisioning {
  /** Processors of all nodes together. */
  readonly cpu: GkeResourceLimit;
  /** Memory of all nodes together, in GiB. */
  readonly memoryGib: GkeResourceLimit;
  /**
   * GPUs of all nodes together, by type: `{ 'nvidia-l4': { max: 4 } }`.
   *
   * @default - none
   */
  readonly gpus?: Readonly<Record<string, GkeResourceLimit>>;
  /**
   * Zones of the nodes.
   *
   * @default - those of the cluster
   */
  readonly zones?: readonly string[];
  /**
   * Size of the boot disks in GiB, 20 at least.
   *
   * @default 50
   */
  readonly diskSizeGib?: number;
  /**
   * Type of the boot disks.
   *
   * @default 'pd-balanced'
   */
  readonly diskType?: 'pd-standard' | 'pd-balanced' | 'pd-ssd';
}

/** Node auto-provisioning as the provider writes it: nodes that nobody described are as hardened as all others. */
export function nodeAutoProvisioning(
  options: GkeNodeAutoProvisioning,
  node: ReturnType<typeof hardenedNode>,
): ContainerClusterClusterAutoscaling {
  const { serviceAccount, oauthScopes, bootDiskKmsKey, shieldedInstanceConfig } = node;
  return {
    enabled: true,
    resourceLimits: limits(options).map(([resourceType, { min = 0, max }]) => limitBlock(resourceType, min, max)),
    ...(options.zones === undefined ? {} : { autoProvisioningLocations: [...options.zones].sort() }),
    autoProvisioningDefaults: {
      ...{ serviceAccount, oauthScopes, bootDiskKmsKey, shieldedInstanceConfig },
      imageType: 'COS_CONTAINERD',
      diskSize: options.diskSizeGib ?? DEFAULT_DISK_SIZE_GIB,
      diskType: options.diskType ?? DEFAULT_DISK_TYPE,
      management: { autoRepair: true, autoUpgrade: true },
      upgradeSettings: { strategy: 'SURGE', maxSurge: SURGE_NODES, maxUnavailable: 0 },
    },
  };
}

/** Most nodes that the limit of processors leaves room for, with one to upgrade with. */
export function mostProvisionedNodes({ cpu }: GkeNodeAutoProvisioning): number {
  return Math.floor(cpu.max / LEAST_CPU_OF_A_NODE) + SURGE_NODES;
}

/** Refuses limits that are none, and zones elsewhere. */
export function nodeAutoProvisioningRefusals(
  options: GkeNodeAutoProvisioning,
  cluster: { readonly location: string; readonly region: string },
): (Refusal | undefined)[] {
  const property = 'nodeAutoProvisioning';
  const { cpu, memoryGib, gpus = {}, diskSizeGib = DEFAULT_DISK_SIZE_GIB } = options;
  return [
    ...limitRefusals(`${property}.cpu`, cpu),
    ...limitRefusals(`${property}.memoryGib`, memoryGib),
    ...Object.entries(gpus).flatMap(([type, limit]) => [
      /^nvidia-[a-z0-9]+(-[a-z0-9]+)*$/.test(type)
        ? undefined
        : { property: `${property}.gpus`, rule: 'must be by type, such as nvidia-l4', got: type },
      ...limitRefusals(`${property}.gpus.${type}`, limit),
    ]),
    ...zonesRefusals(`${property}.zones`, options.zones, { location: cluster.region, region: cluster.region }),
    wholeNumberRefusal(`${property}.diskSizeGib`, diskSizeGib, { min: MIN_DISK_SIZE_GIB }),
  ];
}

function limits({ cpu, memoryGib, gpus = {} }: GkeNodeAutoProvisioning): [string, GkeResourceLimit][] {
  const sorted = Object.entries(gpus).sort(([a], [b]) => (a < b ? -1 : 1));
  return [['cpu', cpu], ['memory', memoryGib], ...sorted];
}

function limitBlock(
  resourceType: string,
  minimum: number,
  maximum: number,
): ContainerClusterClusterAutoscalingResourceLimits {
  return { resourceType, minimum, maximum };
}

function limitRefusals(property: string, { min = 0, max }: GkeResourceLimit): (Refusal | undefined)[] {
  const refusals = [
    wholeNumberRefusal(`${property}.min`, min, { min: 0 }),
    wholeNumberRefusal(`${property}.max`, max, { min: 1 }),
  ];
  if (refusals.some((refusal) => refusal !== undefined) || Token.isUnresolved(min) || Token.isUnresolved(max)) {
    return refusals;
  }
  return [
    min > max ? { property: `${property}.min`, rule: `must be at most ${property}.max (${max})`, got: min } : undefined,
  ];
}
