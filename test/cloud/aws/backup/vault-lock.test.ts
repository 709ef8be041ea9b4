import { lockRefusals, retentionBounds, type VaultLock } from '../../../../lib/cloud/aws/backup/vault-lock';

const refused = (lock: VaultLock) =>
  lockRefusals('lock', lock).flatMap((refusal) =>
    refusal === undefined ? [] : [`${refusal.property} ${refusal.rule}`],
  );

describe('the lock of a vault', () => {
  test('keeps backups for a week at least', () => {
    expect(retentionBounds({})).toEqual({ minRetentionDays: 7, maxRetentionDays: undefined });
    expect(refused({ mode: 'GOVERNANCE', minRetentionDays: 1, maxRetentionDays: 1 })).toEqual([]);
    expect(refused({ mode: 'COMPLIANCE', changeableForDays: 3 })).toEqual([]);
  });

  test('has bounds that AWS Backup knows', () => {
    expect(refused({ mode: 'GOVERNANCE', minRetentionDays: 0, maxRetentionDays: 36_501 })).toEqual([
      'lock.minRetentionDays must be a whole number from 1 to 36500',
      'lock.maxRetentionDays must be a whole number from 0 to 36500',
    ]);
    expect(refused({ mode: 'GOVERNANCE', maxRetentionDays: 6 })).toEqual([
      'lock.maxRetentionDays must be a whole number from 7 to 36500',
    ]);
  });

  test('can be thought over for three days at least', () => {
    expect(refused({ mode: 'COMPLIANCE', changeableForDays: 2 })).toEqual([
      'lock.changeableForDays must be a whole number from 3 to 36500',
    ]);
  });
});
