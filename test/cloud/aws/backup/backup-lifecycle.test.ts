import {
  type BackupLifecycle,
  lifecycleBlock,
  lifecycleRefusals,
} from '../../../../lib/cloud/aws/backup/backup-lifecycle';
import type { RetentionBounds } from '../../../../lib/cloud/aws/backup/vault-lock';

const refused = (lifecycle: BackupLifecycle, retention: RetentionBounds = {}) =>
  lifecycleRefusals('rules.nightly', lifecycle, {
    ...{ vaultName: 'safe', arn: 'arn:aws:backup:us-east-1:111122223333:backup-vault:safe', retention },
    dependables: [],
  }).flatMap((refusal) => (refusal === undefined ? [] : [`${refusal.property} ${refusal.rule}`]));

describe('the lifecycle of a backup', () => {
  test('ends after 35 days', () => {
    expect(lifecycleBlock({})).toEqual({
      deleteAfter: 35,
      coldStorageAfter: undefined,
      optInToArchiveForSupportedResources: undefined,
    });
  });

  test.each([true, false])('moves to cold storage, volumes too: %s', (archiveVolumes) => {
    expect(lifecycleBlock({ deleteAfterDays: 120, coldStorageAfterDays: 30, archiveVolumes })).toEqual({
      deleteAfter: 120,
      coldStorageAfter: 30,
      optInToArchiveForSupportedResources: archiveVolumes,
    });
    expect(lifecycleBlock({ coldStorageAfterDays: 30 }).optInToArchiveForSupportedResources).toBe(false);
  });

  test('stays in cold storage for 90 days at least', () => {
    expect(refused({ deleteAfterDays: 120, coldStorageAfterDays: 30 })).toEqual([]);
    expect(refused({ deleteAfterDays: 119, coldStorageAfterDays: 30 })).toEqual([
      'rules.nightly.deleteAfterDays must be at least 120, 90 days after coldStorageAfterDays',
    ]);
    expect(refused({ archiveVolumes: true })).toEqual([
      'rules.nightly.archiveVolumes must not be true without coldStorageAfterDays',
    ]);
    expect(refused({ deleteAfterDays: 0, coldStorageAfterDays: 0 })).toEqual([
      'rules.nightly.deleteAfterDays must be a whole number from 1 to 36500',
      'rules.nightly.coldStorageAfterDays must be a whole number from 1 to 36500',
      'rules.nightly.deleteAfterDays must be at least 90, 90 days after coldStorageAfterDays',
    ]);
  });

  test('is one that the lock of the vault allows', () => {
    expect(refused({ deleteAfterDays: 6 }, { minRetentionDays: 7 })).toEqual([
      'rules.nightly.deleteAfterDays must be at least 7, which the lock of the vault safe wants',
    ]);
    expect(refused({}, { maxRetentionDays: 30 })).toEqual([
      'rules.nightly.deleteAfterDays must be at most 30, which the lock of the vault safe wants',
    ]);
    expect(refused({ deleteAfterDays: 7 }, { minRetentionDays: 7, maxRetentionDays: 7 })).toEqual([]);
  });
});
