import type { ContainerClusterConfig } from '@cdktf/provider-google/lib/container-cluster';
import type { Refusal } from '../../../core/errors';
import {
  maintenanceExclusionBlocks,
  maintenanceExclusionRefusals,
  type MaintenanceExclusion,
} from './gke-maintenance-exclusion';
import { maintenanceWindowRefusals, type MaintenanceWindow } from './gke-maintenance-window';

const DEFAULT_RELEASE_CHANNEL = 'REGULAR';
/** Twelve hours a weekend. */
const DEFAULT_MAINTENANCE_WINDOW: MaintenanceWindow = {
  startTime: '2025-01-04T02:00:00Z',
  endTime: '2025-01-04T08:00:00Z',
  recurrence: 'FREQ=WEEKLY;BYDAY=SA,SU',
};

/** The part of a cluster's options that has to do with what GKE upgrades by itself, and when. */
export interface GkeMaintenanceOptions {
  /**
   * How soon new versions of Kubernetes arrive. GKE upgrades by itself within the channel. `EXTENDED` keeps a minor
   * version for up to 24 months, at a price, and not on Autopilot.
   *
   * @default 'REGULAR'
   */
  readonly releaseChannel?: 'RAPID' | 'REGULAR' | 'STABLE' | 'EXTENDED';
  /**
   * When GKE may upgrade and repair by itself.
   *
   * @default - Saturdays and Sundays, 02:00 to 08:00 UTC
   */
  readonly maintenanceWindow?: MaintenanceWindow;
  /**
   * Times in which GKE does not, by name; 20 at most, and three of scope `NO_UPGRADES`.
   *
   * @default - none
   */
  readonly maintenanceExclusions?: Readonly<Record<string, MaintenanceExclusion>>;
}

/** What GKE upgrades by itself, and when, as the provider writes it. */
export function maintenance(options: GkeMaintenanceOptions): Partial<ContainerClusterConfig> {
  const { startTime, endTime, recurrence } = options.maintenanceWindow ?? DEFAULT_MAINTENANCE_WINDOW;
  const exclusions = maintenanceExclusionBlocks(options.maintenanceExclusions ?? {});
  return {
    releaseChannel: { channel: options.releaseChannel ?? DEFAULT_RELEASE_CHANNEL },
    maintenancePolicy: {
      recurringWindow: { startTime, endTime, recurrence },
      ...(exclusions.length === 0 ? {} : { maintenanceExclusion: exclusions }),
    },
  };
}

/** Refuses windows and exclusions that GKE would. */
export function maintenanceRefusals(options: GkeMaintenanceOptions): (Refusal | undefined)[] {
  return [
    ...(options.maintenanceWindow === undefined ? [] : maintenanceWindowRefusals(options.maintenanceWindow)),
    ...maintenanceExclusionRefusals(options.maintenanceExclusions ?? {}),
  ];
}
