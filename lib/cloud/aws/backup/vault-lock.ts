import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';

/**
 * Bounds in days: a hundred years is the longest, and a lock can be thought over for three days at least.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultLockConfiguration.html
 */
const RETENTION_DAYS = { min: 1, max: 36_500 };
const CHANGEABLE_DAYS = { min: 3, max: 36_500 };

/** How long backups of a vault are kept at least, and at most, whatever a plan says. */
export interface RetentionBounds {
  /**
   * Days that a backup is kept at least. A job that asks for less fails.
   *
   * @default 7
   */
  readonly minRetentionDays?: number;
  /**
   * Days that a backup is kept at most. A job that asks for more, or for ever, fails.
   *
   * @default - for ever
   */
  readonly maxRetentionDays?: number;
}

/** Keeps backups from being deleted before their time. */
export type VaultLock =
  | (RetentionBounds & {
      /** Whoever IAM allows it may lift the lock. */
      readonly mode: 'GOVERNANCE';
    })
  | (RetentionBounds & {
      /** Nobody can ever lift the lock, AWS included, once the days to think it over are gone. */
      readonly mode: 'COMPLIANCE';
      /** Days during which the lock can still be changed or lifted, 3 at least. A change replaces the lock. */
      readonly changeableForDays: number;
    });

/** A week, so that a deletion by mistake is seen before its backups are gone. */
export const DEFAULT_VAULT_LOCK: VaultLock = { mode: 'GOVERNANCE' };

const DEFAULT_MIN_RETENTION_DAYS = 7;

type KnownBounds = RetentionBounds & { readonly minRetentionDays: number };

/** The bounds with their defaults. */
export function retentionBounds({ minRetentionDays, maxRetentionDays }: RetentionBounds): KnownBounds {
  return { minRetentionDays: minRetentionDays ?? DEFAULT_MIN_RETENTION_DAYS, maxRetentionDays };
}

/** Refuses a lock that AWS Backup would. */
export function lockRefusals(property: string, lock: VaultLock): (Refusal | undefined)[] {
  const { minRetentionDays, maxRetentionDays } = retentionBounds(lock);
  return [
    wholeNumberRefusal(`${property}.minRetentionDays`, minRetentionDays, RETENTION_DAYS),
    maxRetentionDays === undefined
      ? undefined
      : wholeNumberRefusal(`${property}.maxRetentionDays`, maxRetentionDays, {
          ...RETENTION_DAYS,
          min: minRetentionDays,
        }),
    lock.mode === 'COMPLIANCE'
      ? wholeNumberRefusal(`${property}.changeableForDays`, lock.changeableForDays, CHANGEABLE_DAYS)
      : undefined,
  ];
}
