import { BackupRestoreTestingPlan } from '@cdktf/provider-aws/lib/backup-restore-testing-plan';
import { BackupRestoreTestingSelection } from '@cdktf/provider-aws/lib/backup-restore-testing-selection';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { IamRole } from '../iam/iam-role';
import { restoreTestingRoleName } from '../names';
import { scheduleRefusal } from './backup-schedule';
import { backupTrust } from './backup-trust';
import type { IBackupVault } from './backup-vault';
import { type RestoreTest, restoreTestRefusals, restoreTestSettings } from './restore-test';

const RESTORE_POLICY = 'service-role/AWSBackupServiceRolePolicyForRestores';
const BUCKET_POLICY = 'AWSBackupServiceRolePolicyForS3Restore';
const DEFAULT_SCHEDULE = 'cron(0 5 ? * SUN *)';
const DEFAULT_START_HOURS = 24;
const DEFAULT_WINDOW_DAYS = 30;
/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RestoreTestingPlanForCreate.html */
const START_HOURS = { min: 1, max: 168 };
const WINDOW_DAYS = { min: 1, max: 365 };
const NAME = /^[A-Za-z0-9_]{1,50}$/;

/** Properties for `RestoreTestingPlan`. */
export interface RestoreTestingPlanProps extends AwsConstructProps, AwsPlace {
  /** Name of the plan, up to 50 letters, digits and underscores. A change replaces the plan. */
  readonly planName: string;
  /** Vaults whose backups are tried, of the same account and region. */
  readonly vaults: readonly IBackupVault[];
  /** What is tried, by name: letters, digits and underscores. */
  readonly tests: Readonly<Record<string, RestoreTest>>;
  /**
   * When restores are tried: `cron(minutes hours day month weekday year)`.
   *
   * @default 'cron(0 5 ? * SUN *)' - every Sunday at five
   */
  readonly scheduleExpression?: string;
  /**
   * Time zone of the schedule, as in the IANA database.
   *
   * @default 'Etc/UTC'
   */
  readonly scheduleExpressionTimezone?: string;
  /**
   * Hours during which restores may begin, from 1 to 168.
   *
   * @default 24
   */
  readonly startWindowHours?: number;
  /**
   * Whether the latest backup is tried, or any of those within the days.
   *
   * @default 'LATEST_WITHIN_WINDOW'
   */
  readonly algorithm?: 'LATEST_WITHIN_WINDOW' | 'RANDOM_WITHIN_WINDOW';
  /**
   * Days back from which a backup is taken, from 1 to 365.
   *
   * @default 30
   */
  readonly selectionWindowDays?: number;
}

/**
 * Tries to restore backups again and again, into resources that are deleted at once, since a backup that nobody ever
 * restored is none.
 *
 * Throws a `ConstructError` where AWS Backup would refuse the plan.
 */
export class RestoreTestingPlan extends Construct {
  public readonly arn: string;
  /** Role in which restores are made. */
  public readonly roleArn: string;

  constructor(scope: Construct, id: string, props: RestoreTestingPlanProps) {
    super(scope, id);
    const { provider, account, region, planName, vaults } = props;
    const tests = Object.entries(props.tests).sort(([a], [b]) => (a < b ? -1 : 1));
    refuse(this.node.path, [
      ...planRefusals(props),
      ...tests.flatMap(([name, test]) => [nameRefusal('tests', name), ...restoreTestRefusals(`tests.${name}`, test)]),
    ]);

    const buckets = tests.some(([, test]) => test.protectedResourceType === 'S3');
    const role = new IamRole(this, 'Role', {
      provider,
      roleName: restoreTestingRoleName(region, planName),
      description: `Restores that the plan ${planName} tries`,
      trust: backupTrust(account),
      managedPolicies: [RESTORE_POLICY, ...(buckets ? [BUCKET_POLICY] : [])],
    });
    const plan = new BackupRestoreTestingPlan(this, 'Resource', {
      provider,
      name: planName,
      scheduleExpression: props.scheduleExpression ?? DEFAULT_SCHEDULE,
      scheduleExpressionTimezone: props.scheduleExpressionTimezone ?? 'Etc/UTC',
      startWindowHours: props.startWindowHours ?? DEFAULT_START_HOURS,
      recoveryPointSelection: [
        {
          algorithm: props.algorithm ?? 'LATEST_WITHIN_WINDOW',
          includeVaults: vaults.map(({ arn }) => arn).sort(),
          recoveryPointTypes: ['CONTINUOUS', 'SNAPSHOT'],
          selectionWindowDays: props.selectionWindowDays ?? DEFAULT_WINDOW_DAYS,
        },
      ],
      dependsOn: vaults.flatMap(({ dependables }) => [...dependables]),
    });
    for (const [name, test] of tests) {
      new BackupRestoreTestingSelection(this, `test-${name}`, {
        ...{ provider, name },
        ...restoreTestSettings(test),
        restoreTestingPlanName: plan.name,
        iamRoleArn: role.arn,
        dependsOn: [...role.grants],
      });
    }

    this.arn = plan.arn;
    this.roleArn = role.arn;
  }
}

function planRefusals(props: RestoreTestingPlanProps): (Refusal | undefined)[] {
  const { planName, vaults, tests, startWindowHours = DEFAULT_START_HOURS } = props;
  const { scheduleExpression = DEFAULT_SCHEDULE, selectionWindowDays = DEFAULT_WINDOW_DAYS } = props;
  return [
    nameRefusal('planName', planName),
    vaults.length === 0 ? { property: 'vaults', rule: 'must name one vault at least', got: vaults } : undefined,
    Object.keys(tests).length === 0 ? { property: 'tests', rule: 'must hold one at least', got: tests } : undefined,
    scheduleRefusal('scheduleExpression', scheduleExpression),
    wholeNumberRefusal('startWindowHours', startWindowHours, START_HOURS),
    wholeNumberRefusal('selectionWindowDays', selectionWindowDays, WINDOW_DAYS),
  ];
}

function nameRefusal(property: string, name: string): Refusal | undefined {
  if (NAME.test(name)) return undefined;
  return { property, rule: 'must be named with up to 50 letters, digits and underscores', got: name };
}
