import type {
  ContainerClusterAddonsConfig,
  ContainerClusterConfig,
} from '@cdktf/provider-google/lib/container-cluster';
import type { Refusal } from '../../../core/errors';

/** Storage that pods may mount, through GKE's own drivers. */
export type GkeCsiDriver = 'persistent-disk' | 'filestore' | 'gcs-fuse' | 'parallelstore' | 'lustre';

const DEFAULT_CSI_DRIVERS: readonly GkeCsiDriver[] = ['persistent-disk'];

/** The part of a cluster's options that has to do with what GKE installs on it. */
export interface GkeAddOnOptions {
  /**
   * Storage that pods may mount. On Autopilot the first three are always there.
   *
   * @default ['persistent-disk']
   */
  readonly csiDrivers?: readonly GkeCsiDriver[];
  /**
   * Whether the agent of Backup for GKE is there, which a `BackupPlan` needs.
   *
   * @default false
   */
  readonly backupAgent?: boolean;
}

/** More of that, which Autopilot does not offer. */
export interface GkeStandardAddOnOptions {
  /**
   * Whether GKE moves stateful pods to another zone where theirs fails: those with regional disks and an object
   * `HighAvailabilityApplication`.
   *
   * @default false
   */
  readonly statefulHa?: boolean;
}

/** What GKE installs on an Autopilot cluster beyond what is always there, as the provider writes it. */
export function autopilotAddOns({ csiDrivers, backupAgent }: GkeAddOnOptions): Partial<ContainerClusterConfig> {
  return { addonsConfig: { ...choices(csiDrivers ?? DEFAULT_CSI_DRIVERS, backupAgent ?? false) } };
}

/** What GKE installs on a Standard cluster, as the provider writes it. */
export function standardAddOns(options: GkeAddOnOptions & GkeStandardAddOnOptions): Partial<ContainerClusterConfig> {
  const { csiDrivers = DEFAULT_CSI_DRIVERS, backupAgent = false, statefulHa = false } = options;
  return {
    addonsConfig: {
      ...choices(csiDrivers, backupAgent),
      gcePersistentDiskCsiDriverConfig: { enabled: csiDrivers.includes('persistent-disk') },
      gcpFilestoreCsiDriverConfig: { enabled: csiDrivers.includes('filestore') },
      gcsFuseCsiDriverConfig: { enabled: csiDrivers.includes('gcs-fuse') },
      statefulHaConfig: { enabled: statefulHa },
      // The Gateway controller needs it.
      httpLoadBalancing: { disabled: false },
      // A cache on each node would need a rule of its own in every network policy that allows DNS.
      dnsCacheConfig: { enabled: false },
    },
  };
}

/** Refuses stateful workloads without the disks that they are to move with. */
export function standardAddOnRefusals(options: GkeAddOnOptions & GkeStandardAddOnOptions): (Refusal | undefined)[] {
  const { csiDrivers = DEFAULT_CSI_DRIVERS, statefulHa = false } = options;
  if (!statefulHa || csiDrivers.includes('persistent-disk')) return [];
  return [{ property: 'csiDrivers', rule: 'must hold persistent-disk for statefulHa', got: csiDrivers }];
}

/** Written down where they are off, too: leaving one out would keep what is installed. */
function choices(csiDrivers: readonly GkeCsiDriver[], backupAgent: boolean): ContainerClusterAddonsConfig {
  return {
    parallelstoreCsiDriverConfig: { enabled: csiDrivers.includes('parallelstore') },
    lustreCsiDriverConfig: { enabled: csiDrivers.includes('lustre') },
    gkeBackupAgentConfig: { enabled: backupAgent },
  };
}
