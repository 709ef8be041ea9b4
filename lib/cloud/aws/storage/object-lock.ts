import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';

/** A hundred years. https://docs.aws.amazon.com/AmazonS3/latest/API/API_DefaultRetention.html */
const LOCK_DAYS = { min: 1, max: 36_500 } as const;

/** For how long no version of an object can be deleted or overwritten. */
export interface ObjectLock {
  /**
   * Who may lift the lock before its time: those who have `s3:BypassGovernanceRetention` (`GOVERNANCE`), or nobody at
   * all, not even the root user (`COMPLIANCE`).
   */
  readonly mode: 'COMPLIANCE' | 'GOVERNANCE';
  /** Days since a version was written, from 1 to 36500. */
  readonly days: number;
}

/** Refuses a lock that S3 would. */
export function objectLockRefusals(lock: ObjectLock | undefined): (Refusal | undefined)[] {
  return lock === undefined ? [] : [wholeNumberRefusal('objectLock.days', lock.days, LOCK_DAYS)];
}
