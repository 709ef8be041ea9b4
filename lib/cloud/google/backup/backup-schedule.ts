import type { GkeBackupBackupPlanBackupSchedule } from '@cdktf/provider-google/lib/gke-backup-backup-plan';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { shortestInterval } from './cron-schedule';
import { exclusionWindowRefusals, exclusionWindows, type ExclusionWindow } from './exclusion-window';

/** From an hour to sixty days. https://cloud.google.com/kubernetes-engine/docs/add-on/backup-for-gke/reference/rest/v1/RpoConfig */
const RPO_MINUTES = { min: 60, max: 86_400 };

/** Nightly, while few people work in Europe. */
export const DEFAULT_BACKUP_SCHEDULE: BackupSchedule = { kind: 'cron', cronSchedule: '0 2 * * *' };

/** When backups are made. */
export type BackupSchedule =
  | {
      readonly kind: 'cron';
      /** Minute, hour, day, month and weekday in UTC, in numbers: `0 2 * * *`. */
      readonly cronSchedule: string;
    }
  | {
      readonly kind: 'rpo';
      /** Minutes of work that may be lost at most, from 60 to 86400: Google chooses the times. */
      readonly targetRpoMinutes: number;
      /**
       * When no backup begins.
       *
       * @default - none
       */
      readonly exclusionWindows?: readonly ExclusionWindow[];
    }
  | {
      /** By hand only. */
      readonly kind: 'on-demand';
    };

/** The schedule as Backup for GKE wants it. */
export function backupSchedule(
  schedule: BackupSchedule,
  paused: boolean,
): GkeBackupBackupPlanBackupSchedule | undefined {
  switch (schedule.kind) {
    case 'cron':
      return { cronSchedule: schedule.cronSchedule, paused };
    case 'rpo':
      return {
        rpoConfig: {
          targetRpoMinutes: schedule.targetRpoMinutes,
          exclusionWindows: exclusionWindows(schedule.exclusionWindows ?? []),
        },
        paused,
      };
    case 'on-demand':
      return undefined;
  }
}

/** Minutes between two backups, `undefined` where nobody knows. */
export function minutesBetweenBackups(schedule: BackupSchedule): number | undefined {
  switch (schedule.kind) {
    case 'cron':
      return Token.isUnresolved(schedule.cronSchedule) ? undefined : shortestInterval(schedule.cronSchedule);
    case 'rpo':
      return Token.isUnresolved(schedule.targetRpoMinutes) ? undefined : schedule.targetRpoMinutes;
    case 'on-demand':
      return undefined;
  }
}

/** Refuses schedules that are none, that never come, or that there is nothing of to pause. */
export function scheduleRefusals(schedule: BackupSchedule, paused: boolean): (Refusal | undefined)[] {
  switch (schedule.kind) {
    case 'cron':
      return [cronRefusal(schedule.cronSchedule)];
    case 'rpo':
      return [
        wholeNumberRefusal('schedule.targetRpoMinutes', schedule.targetRpoMinutes, RPO_MINUTES),
        ...exclusionWindowRefusals('schedule.exclusionWindows', schedule.exclusionWindows ?? []),
      ];
    case 'on-demand':
      return [
        paused
          ? { property: 'paused', rule: 'must not be true where backups are made by hand only', got: paused }
          : undefined,
      ];
  }
}

function cronRefusal(cronSchedule: string): Refusal | undefined {
  if (Token.isUnresolved(cronSchedule)) return undefined;
  const property = 'schedule.cronSchedule';
  switch (shortestInterval(cronSchedule)) {
    case undefined:
      return {
        property,
        rule: "must be minute, hour, day, month and weekday in numbers, such as '0 2 * * *'",
        got: cronSchedule,
      };
    case Infinity:
      return { property, rule: 'must name days that come', got: cronSchedule };
    default:
      return undefined;
  }
}
