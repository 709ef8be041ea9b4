import { BackupVault } from '../../../../lib/cloud/aws/backup/backup-vault';
import {
  RestoreTestingPlan,
  type RestoreTestingPlanProps,
} from '../../../../lib/cloud/aws/backup/restore-testing-plan';
import { build, PLACE, synth } from '../harness';

const DEFAULTS: RestoreTestingPlanProps = {
  ...PLACE,
  planName: 'weekly',
  vaults: [BackupVault.fromName({ ...PLACE, vaultName: 'near' })],
  tests: { volumes: { protectedResourceType: 'EBS', by: 'type' } },
};
const plan = (props: Partial<RestoreTestingPlanProps> = {}) =>
  synth((stack) => new RestoreTestingPlan(stack, 'drills', { ...DEFAULTS, ...props }));
const refused = (props: Partial<RestoreTestingPlanProps>) =>
  build((stack) => new RestoreTestingPlan(stack, 'drills', { ...DEFAULTS, ...props }));

describe('RestoreTestingPlan', () => {
  const made = plan();

  test('tries the latest backup every Sunday', () => {
    expect(made.one('aws_backup_restore_testing_plan')).toMatchInlineSnapshot(`
      {
        "depends_on": [],
        "name": "weekly",
        "recovery_point_selection": [
          {
            "algorithm": "LATEST_WITHIN_WINDOW",
            "include_vaults": [
              "arn:aws:backup:us-east-1:111122223333:backup-vault:near",
            ],
            "recovery_point_types": [
              "CONTINUOUS",
              "SNAPSHOT",
            ],
            "selection_window_days": 30,
          },
        ],
        "schedule_expression": "cron(0 5 ? * SUN *)",
        "schedule_expression_timezone": "Etc/UTC",
        "start_window_hours": 24,
      }
    `);
  });

  test('tries what is chosen, in a role that may restore', () => {
    expect(made.one('aws_backup_restore_testing_selection')).toMatchObject({
      name: 'volumes',
      protected_resource_type: 'EBS',
      protected_resource_arns: ['*'],
    });
    expect(made.one('aws_iam_role_policy_attachment')['policy_arn']).toBe(
      'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores',
    );
  });

  test('may restore buckets where they are tried', () => {
    const { all } = plan({ tests: { uploads: { protectedResourceType: 'S3', by: 'type' } } });
    expect(Object.keys(all('aws_iam_role_policy_attachment'))).toHaveLength(2);
  });

  test('tries any backup of a week, at another time', () => {
    const other = plan({
      algorithm: 'RANDOM_WITHIN_WINDOW',
      selectionWindowDays: 7,
      startWindowHours: 1,
      scheduleExpression: 'cron(0 5 1 * ? *)',
      scheduleExpressionTimezone: 'Europe/Berlin',
    }).one('aws_backup_restore_testing_plan');
    expect(other).toMatchObject({
      schedule_expression: 'cron(0 5 1 * ? *)',
      schedule_expression_timezone: 'Europe/Berlin',
      start_window_hours: 1,
      recovery_point_selection: [{ algorithm: 'RANDOM_WITHIN_WINDOW', selection_window_days: 7 }],
    });
  });

  test('refuses what AWS Backup would, all at once', () => {
    expect(
      refused({
        planName: 'every-week',
        vaults: [],
        tests: {},
        scheduleExpression: 'weekly',
        startWindowHours: 0,
        selectionWindowDays: 366,
      }),
    ).toThrow(
      [
        "stack/drills: 'planName' must be named with up to 50 letters, digits and underscores, got 'every-week'",
        "stack/drills: 'vaults' must name one vault at least, got []",
        "stack/drills: 'tests' must hold one at least, got {}",
        "stack/drills: 'scheduleExpression' must be minutes, hours, day of the month, month, day of the week and year, such as cron(0 2 * * ? *), got 'weekly'",
        "stack/drills: 'startWindowHours' must be a whole number from 1 to 168, got 0",
        "stack/drills: 'selectionWindowDays' must be a whole number from 1 to 365, got 366",
      ].join('\n'),
    );
    expect(refused({ tests: { 'a-b': { protectedResourceType: 'EBS', by: 'tags', tags: {} } } })).toThrow(
      [
        "stack/drills: 'tests' must be named with up to 50 letters, digits and underscores, got 'a-b'",
        "stack/drills: 'tests.a-b.tags' must name one tag at least, got {}",
      ].join('\n'),
    );
  });
});
