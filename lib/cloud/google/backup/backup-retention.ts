import type { GkeBackupBackupPlanRetentionPolicy } from '@cdktf/provider-google/lib/gke-backup-backup-plan';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { minutesBetweenBackups, type BackupSchedule } from './backup-schedule';

const DEFAULT_RETAIN_DAYS = 30;
const DEFAULT_DELETE_LOCK_DAYS = 7;
/**
 * https://cloud.google.com/kubernetes-engine/docs/add-on/backup-for-gke/reference/rest/v1/projects.locations.backupPlans#RetentionPolicy
 */
const RETAIN_DAYS = { min: 1, max: 365 };
const DELETE_LOCK_DAYS = { min: 0, max: 90 };
/** How many times the interval of the schedule backups may be kept. */
const MAX_INTERVALS = 360;
const MINUTES_PER_DAY = 1440;

/** How long backups are kept. */
export interface BackupRetention {
  /**
   * Days after which a backup is deleted, from 1 to 365. Where backups are frequent, less: 360 times their
   * interval, which is 15 days for hourly ones.
   *
   * @default 30
   */
  readonly retainDays?: number;
  /**
   * Days during which nobody can delete a backup, from 0 to 90, and no more than `retainDays`.
   *
   * @default - 7, or `retainDays` where that is less
   */
  readonly deleteLockDays?: number;
  /**
   * Whether `retainDays` and `deleteLockDays` are fixed for ever. It cannot be taken back; lock a plan whose retention
   * has proved right.
   *
   * @default false
   */
  readonly locked?: boolean;
}

/** The retention as Backup for GKE wants it. */
export function retentionPolicy(retention: BackupRetention): GkeBackupBackupPlanRetentionPolicy {
  return {
    backupRetainDays: retainDaysOf(retention),
    backupDeleteLockDays: deleteLockDaysOf(retention),
    locked: retention.locked ?? false,
  };
}

/** Refuses retentions that Google would, in view of the schedule. */
export function retentionRefusals(retention: BackupRetention, schedule: BackupSchedule): (Refusal | undefined)[] {
  const retainDays = retainDaysOf(retention);
  const deleteLockDays = deleteLockDaysOf(retention);
  return [
    wholeNumberRefusal('retainDays', retainDays, RETAIN_DAYS),
    wholeNumberRefusal('deleteLockDays', deleteLockDays, DELETE_LOCK_DAYS),
    areKnown(retainDays, deleteLockDays) && deleteLockDays > retainDays
      ? { property: 'deleteLockDays', rule: `must be at most retainDays (${retainDays})`, got: deleteLockDays }
      : undefined,
    frequencyRefusal(retainDays, schedule),
  ];
}

function frequencyRefusal(retainDays: number, schedule: BackupSchedule): Refusal | undefined {
  const interval = minutesBetweenBackups(schedule);
  if (interval === undefined || !areKnown(retainDays) || retainDays > RETAIN_DAYS.max) return undefined;
  const limit = Math.floor((MAX_INTERVALS * interval) / MINUTES_PER_DAY);
  if (retainDays <= limit) return undefined;
  return {
    property: 'retainDays',
    rule: `must be at most ${limit}, which is ${MAX_INTERVALS} times the interval of the schedule (${interval} minutes)`,
    got: retainDays,
    remedy: 'keep them for a shorter time or make them less often',
  };
}

function retainDaysOf({ retainDays = DEFAULT_RETAIN_DAYS }: BackupRetention): number {
  return retainDays;
}

function deleteLockDaysOf(retention: BackupRetention): number {
  const retainDays = retainDaysOf(retention);
  const fallback = areKnown(retainDays) ? Math.min(DEFAULT_DELETE_LOCK_DAYS, retainDays) : DEFAULT_DELETE_LOCK_DAYS;
  return retention.deleteLockDays ?? fallback;
}

function areKnown(...values: readonly number[]): boolean {
  return !values.some((value) => Token.isUnresolved(value));
}
