import type { BackupPlanRuleLifecycle } from '@cdktf/provider-aws/lib/backup-plan';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { IBackupVault } from './backup-vault';

/** What is moved to cold storage is charged for so many days. https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html */
const MIN_COLD_DAYS = 90;
/** A hundred years. */
const MAX_DAYS = 36_500;

/** For how long a backup is kept, and where. */
export interface BackupLifecycle {
  /**
   * Days after which a backup is deleted.
   *
   * @default 35
   */
  readonly deleteAfterDays?: number;
  /**
   * Days after which a backup moves to cold storage, where it stays for 90 days at least. Not everything moves: files of
   * EFS do, volumes of EBS with `archiveVolumes` only.
   *
   * @default - never
   */
  readonly coldStorageAfterDays?: number;
  /**
   * Whether EBS snapshots move to cold storage, too. Each is a whole one there, and not only what changed.
   *
   * @default false
   */
  readonly archiveVolumes?: boolean;
}

const DEFAULT_DELETE_AFTER_DAYS = 35;

/** The lifecycle as AWS Backup takes it. */
export function lifecycleBlock(lifecycle: BackupLifecycle): BackupPlanRuleLifecycle {
  const { deleteAfterDays = DEFAULT_DELETE_AFTER_DAYS, coldStorageAfterDays, archiveVolumes } = lifecycle;
  return {
    deleteAfter: deleteAfterDays,
    coldStorageAfter: coldStorageAfterDays,
    optInToArchiveForSupportedResources: coldStorageAfterDays === undefined ? undefined : (archiveVolumes ?? false),
  };
}

/** Refuses lifecycles that AWS Backup would, and those that the lock of the vault makes fail. */
export function lifecycleRefusals(
  property: string,
  lifecycle: BackupLifecycle,
  vault: IBackupVault,
): (Refusal | undefined)[] {
  const { deleteAfterDays = DEFAULT_DELETE_AFTER_DAYS, coldStorageAfterDays: coldDays, archiveVolumes } = lifecycle;
  return [
    wholeNumberRefusal(`${property}.deleteAfterDays`, deleteAfterDays, { min: 1, max: MAX_DAYS }),
    coldDays === undefined
      ? undefined
      : wholeNumberRefusal(`${property}.coldStorageAfterDays`, coldDays, { min: 1, max: MAX_DAYS }),
    coldDays !== undefined && deleteAfterDays < coldDays + MIN_COLD_DAYS
      ? {
          property: `${property}.deleteAfterDays`,
          rule: `must be at least ${coldDays + MIN_COLD_DAYS}, ${MIN_COLD_DAYS} days after coldStorageAfterDays`,
          got: deleteAfterDays,
        }
      : undefined,
    archiveVolumes === true && coldDays === undefined
      ? {
          property: `${property}.archiveVolumes`,
          rule: 'must not be true without coldStorageAfterDays',
          got: archiveVolumes,
        }
      : undefined,
    ...lockRefusals(`${property}.deleteAfterDays`, deleteAfterDays, vault),
  ];
}

function lockRefusals(property: string, days: number, { vaultName, retention }: IBackupVault): (Refusal | undefined)[] {
  const { minRetentionDays: min, maxRetentionDays: max } = retention;
  return [
    min !== undefined && days < min
      ? { property, rule: `must be at least ${min}, which the lock of the vault ${vaultName} wants`, got: days }
      : undefined,
    max !== undefined && days > max
      ? { property, rule: `must be at most ${max}, which the lock of the vault ${vaultName} wants`, got: days }
      : undefined,
  ];
}
