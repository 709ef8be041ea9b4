import { type BackupRule, ruleBlock, ruleRefusals } from '../../../../lib/cloud/aws/backup/backup-rule';
import { BackupVault } from '../../../../lib/cloud/aws/backup/backup-vault';
import { PLACE } from '../harness';

const vault = BackupVault.fromName({ ...PLACE, vaultName: 'near' });
const far = BackupVault.fromName({ ...PLACE, region: 'us-west-2', vaultName: 'far' });
const refused = (rule: BackupRule, name = 'nightly') =>
  ruleRefusals(name, rule, vault).flatMap((refusal) =>
    refusal === undefined ? [] : [`${refusal.property} ${refusal.rule}`],
  );

describe('a rule of a plan', () => {
  test('makes backups every night at two, within half a day', () => {
    expect(ruleBlock('nightly', {}, 'near')).toMatchObject({
      ruleName: 'nightly',
      targetVaultName: 'near',
      schedule: 'cron(0 2 * * ? *)',
      scheduleExpressionTimezone: 'Etc/UTC',
      startWindow: 60,
      completionWindow: 720,
      enableContinuousBackup: false,
      lifecycle: { deleteAfter: 35 },
      copyAction: [],
    });
    expect(refused({})).toEqual([]);
  });

  test('copies backups to other vaults, for a time of their own', () => {
    const rule: BackupRule = { copies: [{ vault: far, deleteAfterDays: 14 }], recoveryPointTags: { team: 'shop' } };
    expect(ruleBlock('nightly', rule, 'near')).toMatchObject({
      copyAction: [{ destinationVaultArn: far.arn, lifecycle: { deleteAfter: 14 } }],
      recoveryPointTags: { team: 'shop' },
    });
    expect(refused(rule)).toEqual([]);
  });

  test.each([true, false])('makes continuous backups: %s', (continuousBackup) => {
    expect(ruleBlock('pitr', { continuousBackup }, 'near').enableContinuousBackup).toBe(continuousBackup);
  });

  test('keeps continuous backups for 35 days at most, and warm', () => {
    expect(refused({ continuousBackup: true })).toEqual([]);
    expect(refused({ continuousBackup: true, deleteAfterDays: 400, coldStorageAfterDays: 30 })).toEqual([
      'rules.nightly.coldStorageAfterDays must be left out of continuous backups',
      'rules.nightly.deleteAfterDays must be at most 35 for continuous backups',
    ]);
  });

  test('gives a job an hour to begin, and another one to end', () => {
    expect(refused({ startWindowMinutes: 59, completionWindowMinutes: 100 })).toEqual([
      'rules.nightly.startWindowMinutes must be a whole number from 60 to 52560000',
      'rules.nightly.completionWindowMinutes must be a whole number from 119 to 52560000',
    ]);
    expect(refused({ startWindowMinutes: 60, completionWindowMinutes: 120 })).toEqual([]);
  });

  test('cannot be of another schedule, zone or name than AWS Backup knows, nor copy onto itself', () => {
    const rule = { scheduleExpression: 'daily', scheduleExpressionTimezone: 'at home', copies: [{ vault }] };
    expect(refused(rule, 'every night')).toEqual([
      'rules must have names of up to 50 letters, digits, dashes, dots and _',
      'rules.every night.scheduleExpression must be minutes, hours, day of the month, month, day of the week and year, such as cron(0 2 * * ? *)',
      'rules.every night.scheduleExpressionTimezone must be a time zone such as Europe/Berlin',
      'rules.every night.copies must be other vaults than that of the plan',
    ]);
  });
});
