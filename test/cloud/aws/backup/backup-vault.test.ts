import { BackupVault, type BackupVaultProps } from '../../../../lib/cloud/aws/backup/backup-vault';
import { build, PLACE, statements, synth } from '../harness';

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:on-call';
const DEFAULTS: BackupVaultProps = { ...PLACE, vaultName: 'nightly' };
const vault = (props: Partial<BackupVaultProps> = {}) =>
  synth((stack) => new BackupVault(stack, 'vault', { ...DEFAULTS, ...props }));
const refused = (props: Partial<BackupVaultProps>) =>
  build((stack) => new BackupVault(stack, 'vault', { ...DEFAULTS, ...props }));

describe('BackupVault', () => {
  const made = vault();

  test('has a key of its own, and Terraform does not destroy it', () => {
    expect(made.one('aws_backup_vault')).toMatchInlineSnapshot(`
      {
        "force_destroy": false,
        "kms_key_arn": "\${aws_kms_key.vault_Key_0F0DD9E6.arn}",
        "lifecycle": {
          "prevent_destroy": true,
        },
        "name": "nightly",
      }
    `);
    expect(made.one('aws_kms_alias')['name']).toBe('alias/nightly-backup');
    expect(statements(made.one('aws_kms_key')['policy'])).toHaveLength(1);
  });

  test('is locked for a week, in a way that can be undone', () => {
    const lock = made.one('aws_backup_vault_lock_configuration');
    expect(lock).toMatchObject({ min_retention_days: 7 });
    expect(lock).not.toHaveProperty('changeable_for_days');
    expect(lock).not.toHaveProperty('max_retention_days');
  });

  test('is locked for good where told', () => {
    const lock = { mode: 'COMPLIANCE', changeableForDays: 30, minRetentionDays: 1, maxRetentionDays: 400 } as const;
    expect(vault({ lock }).one('aws_backup_vault_lock_configuration')).toMatchObject({
      changeable_for_days: 30,
      min_retention_days: 1,
      max_retention_days: 400,
    });
  });

  test('lets nobody delete backups by hand', () => {
    expect(statements(made.one('aws_backup_vault_policy')['policy'])).toEqual([
      expect.objectContaining({ Sid: 'DenyDeletion', Effect: 'Deny', Principal: { AWS: '*' } }),
    ]);
  });

  test('takes copies of other accounts, and lets roles delete', () => {
    const deleters = ['arn:aws:iam::111122223333:role/b', 'arn:aws:iam::111122223333:role/a'];
    const { one } = vault({ deleters, sourceAccounts: ['444455556666', '444455556666'] });
    const [deny, copy, ...more] = statements(one('aws_backup_vault_policy')['policy']);
    expect(deny).toMatchObject({ Condition: { ArnNotEquals: { 'aws:PrincipalArn': [...deleters].sort() } } });
    expect(copy).toMatchObject({ Sid: 'CopyFrom444455556666', Effect: 'Allow' });
    expect(more).toEqual([]);
    expect(statements(one('aws_kms_key')['policy'])).toHaveLength(3);
  });

  test('tells a topic what happens, and nobody by default', () => {
    const { one } = vault({ notifications: { topicArn: TOPIC, events: ['COPY_JOB_FAILED'] } });
    expect(one('aws_backup_vault_notifications')).toMatchObject({
      sns_topic_arn: TOPIC,
      backup_vault_events: ['COPY_JOB_FAILED'],
    });
    expect(made.all('aws_backup_vault_notifications')).toEqual({});
  });

  test('can be destroyed where protection is off', () => {
    expect(vault({ deletionProtection: false }).one('aws_backup_vault')['lifecycle']).toEqual({
      prevent_destroy: false,
    });
  });

  test('may be one that exists already, of another account or region', () => {
    expect(BackupVault.fromName({ account: '444455556666', region: 'eu-west-1', vaultName: 'safe' })).toEqual({
      vaultName: 'safe',
      arn: 'arn:aws:backup:eu-west-1:444455556666:backup-vault:safe',
      retention: {},
      dependables: [],
    });
  });

  test('refuses what AWS Backup would, all at once', () => {
    expect(
      refused({
        vaultName: 'v',
        lock: { mode: 'COMPLIANCE', changeableForDays: 1 },
        deleters: ['root'],
        sourceAccounts: [PLACE.account],
        notifications: { topicArn: 'on-call', events: [] },
      }),
    ).toThrow(
      [
        "stack/vault: 'vaultName' must be from 2 to 50 letters, digits, dashes and underscores, got 'v'",
        "stack/vault: 'lock.changeableForDays' must be a whole number from 3 to 36500, got 1",
        "stack/vault: 'deleters' must hold ARNs of roles, got 'root'",
        "stack/vault: 'sourceAccounts' must hold numbers of 12 digits, not the vault's own account, got '111122223333'",
        "stack/vault: 'notifications.topicArn' must be the ARN of a topic, got 'on-call'",
        "stack/vault: 'notifications.events' must name one event at least, got []",
      ].join('\n'),
    );
  });
});
