import type { ContainerClusterMaintenancePolicyMaintenanceExclusion } from '@cdktf/provider-google/lib/container-cluster';
import type { Refusal } from '../../../core/errors';
import { instant, instantRefusal } from '../../common/instant';

const MS_PER_DAY = 86_400_000;
/** https://cloud.google.com/kubernetes-engine/docs/concepts/maintenance-windows-and-exclusions#exclusions */
const MAX_EXCLUSIONS = 20;
const MAX_STANDSTILLS = 3;
const MAX_STANDSTILL_DAYS = 90;

/** A time in which GKE upgrades nothing, or not everything, by itself. */
export interface MaintenanceExclusion {
  /** From when on, RFC 3339 in UTC. */
  readonly startTime: string;
  /** Until when. `NO_UPGRADES` ends after 90 days, the others with the support of the minor version. */
  readonly endTime: string;
  /**
   * What is not upgraded: nothing at all (`NO_UPGRADES`, which keeps security patches away, too), nothing but patches,
   * or nothing but patches of the control plane.
   */
  readonly scope: 'NO_UPGRADES' | 'NO_MINOR_UPGRADES' | 'NO_MINOR_OR_NODE_UPGRADES';
}

/** Exclusions as the provider writes them, by name. */
export function maintenanceExclusionBlocks(
  exclusions: Readonly<Record<string, MaintenanceExclusion>>,
): ContainerClusterMaintenancePolicyMaintenanceExclusion[] {
  return Object.entries(exclusions)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([exclusionName, { startTime, endTime, scope }]) => ({
      ...{ exclusionName, startTime, endTime },
      exclusionOptions: { scope },
    }));
}

/** Refuses exclusions that GKE would, singly and together. */
export function maintenanceExclusionRefusals(
  exclusions: Readonly<Record<string, MaintenanceExclusion>>,
): (Refusal | undefined)[] {
  const property = 'maintenanceExclusions';
  const names = Object.keys(exclusions).sort();
  const standstills = names.filter((name) => exclusions[name]?.scope === 'NO_UPGRADES');
  return [
    names.length > MAX_EXCLUSIONS
      ? { property, rule: `must be at most ${MAX_EXCLUSIONS}`, got: names.length, remedy: 'remove those that are past' }
      : undefined,
    standstills.length > MAX_STANDSTILLS
      ? {
          property,
          rule: `must be at most ${MAX_STANDSTILLS} of scope NO_UPGRADES`,
          got: standstills,
          remedy: 'remove those that are past, or choose another scope',
        }
      : undefined,
    ...Object.entries(exclusions).flatMap(([name, exclusion]) => exclusionRefusals(`${property}.${name}`, exclusion)),
  ];
}

function exclusionRefusals(property: string, exclusion: MaintenanceExclusion): (Refusal | undefined)[] {
  const { startTime, endTime, scope } = exclusion;
  const start = instant(startTime);
  const end = instant(endTime);
  const days = start === undefined || end === undefined ? undefined : (end - start) / MS_PER_DAY;
  return [
    instantRefusal(`${property}.startTime`, startTime),
    instantRefusal(`${property}.endTime`, endTime),
    days !== undefined && days <= 0
      ? { property: `${property}.endTime`, rule: `must be after startTime (${startTime})`, got: endTime }
      : undefined,
    days !== undefined && days > MAX_STANDSTILL_DAYS && scope === 'NO_UPGRADES'
      ? {
          property: `${property}.endTime`,
          rule: `must be within ${MAX_STANDSTILL_DAYS} days of startTime for scope NO_UPGRADES`,
          got: endTime,
          remedy: 'choose scope NO_MINOR_OR_NODE_UPGRADES, which lasts as long as the minor version',
        }
      : undefined,
  ];
}
