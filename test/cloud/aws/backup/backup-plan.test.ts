import { BackupPlan, type BackupPlanProps } from '../../../../lib/cloud/aws/backup/backup-plan';
import { BackupVault } from '../../../../lib/cloud/aws/backup/backup-vault';
import { build, PLACE, statements, synth } from '../harness';

const CLUSTER_ARN = 'arn:aws:eks:us-east-1:111122223333:cluster/main';
const DEFAULTS: BackupPlanProps = {
  ...PLACE,
  planName: 'main',
  vault: BackupVault.fromName({ ...PLACE, vaultName: 'near' }),
  selections: { cluster: { resources: [CLUSTER_ARN] } },
};
const plan = (props: Partial<BackupPlanProps> = {}) =>
  synth((stack) => new BackupPlan(stack, 'plan', { ...DEFAULTS, ...props }));
const refused = (props: Partial<BackupPlanProps>) =>
  build((stack) => new BackupPlan(stack, 'plan', { ...DEFAULTS, ...props }));

describe('BackupPlan', () => {
  const made = plan();

  test('makes a backup every night, and keeps it for 35 days', () => {
    expect(made.one('aws_backup_plan')).toMatchSnapshot();
  });

  test('acts as a role that makes backups, restores none, and serves this account alone', () => {
    expect(made.one('aws_iam_role')['name']).toBe('main-backup-us-east-1');
    expect(statements(made.one('aws_iam_role')['assume_role_policy'])).toEqual([
      expect.objectContaining({
        Principal: { Service: 'backup.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': ['111122223333'] } },
      }),
    ]);
    expect(made.one('aws_iam_role_policy_attachment')['policy_arn']).toBe(
      'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup',
    );
  });

  test.each([true, false])('may read buckets: %s', (backsUpBuckets) => {
    const attached = Object.values(plan({ backsUpBuckets }).all('aws_iam_role_policy_attachment'));
    expect(attached.some(({ policy_arn: arn }) => String(arn).endsWith('ForS3Backup'))).toBe(backsUpBuckets);
  });

  test('backs up what is chosen, once its role may', () => {
    expect(made.one('aws_backup_selection')).toMatchObject({
      name: 'cluster',
      resources: [CLUSTER_ARN],
      depends_on: [expect.stringContaining('aws_iam_role_policy_attachment.')],
    });
    const tagged = plan({ selections: { volumes: { tags: { b: '2', a: '1' } } } }).one('aws_backup_selection');
    expect(tagged['resources']).toEqual(['arn:aws:ec2:*:*:volume/*', 'arn:aws:elasticfilesystem:*:*:file-system/*']);
    expect(tagged['condition']).toEqual([
      {
        string_equals: [
          { key: 'aws:ResourceTag/a', value: '1' },
          { key: 'aws:ResourceTag/b', value: '2' },
        ],
      },
    ]);
  });

  test('waits for its vaults and their locks', () => {
    const { one } = synth((stack) => {
      const vault = new BackupVault(stack, 'near', { ...PLACE, vaultName: 'near' });
      const copy = new BackupVault(stack, 'far', { ...PLACE, region: 'us-west-2', vaultName: 'far' });
      const rules = { nightly: { copies: [{ vault: copy }] }, monthly: { copies: [{ vault: copy }] } };
      new BackupPlan(stack, 'plan', { ...DEFAULTS, vault, rules });
    });
    expect(one('aws_backup_plan')['depends_on']).toHaveLength(6);
    expect(one('aws_backup_plan')['rule']).toMatchObject([{ rule_name: 'monthly' }, { rule_name: 'nightly' }]);
  });

  test.each([true, false])('is protected from being destroyed: %s', (deletionProtection) => {
    expect(plan({ deletionProtection }).one('aws_backup_plan')['lifecycle']).toEqual({
      prevent_destroy: deletionProtection,
    });
  });

  test('refuses what AWS Backup would, all at once', () => {
    expect(
      refused({
        planName: 'every night',
        vault: BackupVault.fromName({ ...PLACE, region: 'us-west-2', vaultName: 'far' }),
        rules: {},
        selections: {},
      }),
    ).toThrow(
      [
        "stack/plan: 'planName' must be up to 50 letters, digits, dashes, dots and underscores, got 'every night'",
        "stack/plan: 'vault' must lie in the account and region of the plan (111122223333, us-east-1), got 'arn:aws:backup:us-west-2:111122223333:backup-vault:far'; name it among the copies of a rule",
        "stack/plan: 'rules' must hold one at least, got {}",
        "stack/plan: 'selections' must hold one at least, got {}",
      ].join('\n'),
    );
  });

  test('refuses to keep backups for a shorter time than the lock of the vault wants', () => {
    const make = build((stack) => {
      const vault = new BackupVault(stack, 'near', { ...PLACE, vaultName: 'near' });
      new BackupPlan(stack, 'plan', { ...DEFAULTS, vault, rules: { hourly: { deleteAfterDays: 1 } } });
    });
    expect(make).toThrow(
      "stack/plan: 'rules.hourly.deleteAfterDays' must be at least 7, which the lock of the vault near wants, got 1",
    );
  });
});
