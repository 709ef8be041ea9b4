import type { ContainerNodePoolNodeConfigEphemeralStorageLocalSsdConfig } from '@cdktf/provider-google/lib/container-node-pool';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { IKmsKey } from '../keys/kms-key';
import { bootDisks, localSsds } from './node-pool-machine-series';

const DEFAULT_DISK_SIZE_GIB = 50;
const MIN_DISK_SIZE_GIB = 20;
/** https://cloud.google.com/compute/docs/disks/local-ssd#choose_number_local_ssds */
const LOCAL_SSDS = { min: 1, max: 24 };

/** Type of a boot disk. */
export type NodeDiskType = 'pd-standard' | 'pd-balanced' | 'pd-ssd' | 'hyperdisk-balanced';

/** The part of a node pool's options that has to do with disks. */
export interface GkeNodeDiskOptions {
  /**
   * Size of the boot disk in GiB, 20 at least.
   *
   * @default 50
   */
  readonly diskSizeGib?: number;
  /**
   * Type of the boot disk.
   *
   * @default - 'pd-balanced', or 'hyperdisk-balanced' for machines that take nothing else
   */
  readonly diskType?: NodeDiskType;
  /**
   * Key that the boot disks are encrypted with; one of the cluster's region, which `compute` may use.
   *
   * @default - the cluster's key `volumes`
   */
  readonly kmsKey?: IKmsKey;
  /**
   * Local SSDs of each node, 375 GB each, which hold what pods write beside their volumes. What is on them goes with the
   * node. Some machines bring their own, which GKE uses without being asked.
   *
   * @default - none: pods write to the boot disk
   */
  readonly localSsdCount?: number;
}

interface DiskMachine extends GkeNodeDiskOptions {
  readonly machineType: string;
}

/** Disks of each node, as the provider writes them. */
export interface NodeDisks {
  readonly diskSizeGb: number;
  readonly diskType: NodeDiskType;
  readonly ephemeralStorageLocalSsdConfig?: ContainerNodePoolNodeConfigEphemeralStorageLocalSsdConfig;
}

/** Disks of each node. */
export function nodeDisks({ machineType, diskSizeGib, diskType, localSsdCount }: DiskMachine): NodeDisks {
  const fitting = bootDisks(machineType) === 'hyperdisk' ? 'hyperdisk-balanced' : 'pd-balanced';
  return {
    diskSizeGb: diskSizeGib ?? DEFAULT_DISK_SIZE_GIB,
    diskType: diskType ?? fitting,
    ...(localSsdCount === undefined ? {} : { ephemeralStorageLocalSsdConfig: { localSsdCount } }),
  };
}

/** Refuses disks that the machines do not take. */
export function diskRefusals(options: DiskMachine): (Refusal | undefined)[] {
  const { machineType, diskSizeGib, localSsdCount } = options;
  return [
    wholeNumberRefusal('diskSizeGib', diskSizeGib ?? DEFAULT_DISK_SIZE_GIB, { min: MIN_DISK_SIZE_GIB }),
    Token.isUnresolved(machineType) ? undefined : diskTypeRefusal(options),
    localSsdCount === undefined ? undefined : localSsdRefusal(machineType, localSsdCount),
  ];
}

function diskTypeRefusal({ machineType, diskType }: DiskMachine): Refusal | undefined {
  if (diskType === undefined || Token.isUnresolved(diskType)) return undefined;
  const taken = bootDisks(machineType);
  const kind = diskType === 'hyperdisk-balanced' ? 'hyperdisk' : 'persistent-disk';
  if (taken === 'both' || taken === kind) return undefined;
  const types = taken === 'hyperdisk' ? 'hyperdisk-balanced' : 'pd-balanced, pd-ssd or pd-standard';
  return { property: 'diskType', rule: `must be ${types} for ${machineType}`, got: diskType };
}

function localSsdRefusal(machineType: string, got: number): Refusal | undefined {
  const property = 'localSsdCount';
  const number = wholeNumberRefusal(property, got, LOCAL_SSDS);
  if (number !== undefined || Token.isUnresolved(machineType)) return number;
  switch (localSsds(machineType)) {
    case 'chosen':
      return undefined;
    case 'built-in':
      return { property, rule: `must be left out for ${machineType}, which brings its own, and GKE uses them`, got };
    case 'none':
      return {
        property,
        rule: `must be left out for ${machineType}, which takes no local SSDs`,
        got,
        remedy: 'choose machines that do, such as n2 or n2d',
      };
  }
}
