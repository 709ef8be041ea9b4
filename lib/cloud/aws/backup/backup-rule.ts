import type { BackupPlanRule } from '@cdktf/provider-aws/lib/backup-plan';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { type BackupLifecycle, lifecycleBlock, lifecycleRefusals } from './backup-lifecycle';
import { scheduleRefusal } from './backup-schedule';
import type { IBackupVault } from './backup-vault';

/**
 * Bounds of https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRule.html: a job has an hour at least to
 * begin, and another one to end. A hundred years is the longest.
 */
const START_MINUTES = { min: 60, max: 52_560_000 };
const DEFAULT_SCHEDULE = 'cron(0 2 * * ? *)';
const DEFAULT_START_MINUTES = 60;
const DEFAULT_COMPLETION_MINUTES = 720;
const MAX_CONTINUOUS_DAYS = 35;

/** A second vault that each backup is copied to. */
export interface BackupCopy extends BackupLifecycle {
  /** The vault: one of another region, or of another account that lets this one copy into it. */
  readonly vault: IBackupVault;
}

/** When backups are made, and for how long they are kept. */
export interface BackupRule extends BackupLifecycle {
  /**
   * When backups are made, in the form of AWS: `cron(minutes hours day month weekday year)`. Once an hour at most.
   *
   * @default 'cron(0 2 * * ? *)' - every night at two
   */
  readonly scheduleExpression?: string;
  /**
   * Time zone of the schedule, as in the IANA database.
   *
   * @default 'Etc/UTC'
   */
  readonly scheduleExpressionTimezone?: string;
  /**
   * Minutes during which a job may begin, 60 at least; one that has not by then is cancelled.
   *
   * @default 60
   */
  readonly startWindowMinutes?: number;
  /**
   * Minutes since its begin after which a job is cancelled, longer than the window in which it begins.
   *
   * @default 720
   */
  readonly completionWindowMinutes?: number;
  /**
   * Whether backups are continuous, so that any moment of the last 35 days can be brought back. AWS Backup can do so
   * for S3, RDS, Aurora and SAP HANA, and makes snapshots of everything else.
   *
   * @default false
   */
  readonly continuousBackup?: boolean;
  /**
   * Vaults that each backup is copied to.
   *
   * @default []
   */
  readonly copies?: readonly BackupCopy[];
  /**
   * Tags of the backups that the rule makes.
   *
   * @default {}
   */
  readonly recoveryPointTags?: Readonly<Record<string, string>>;
}

/** The rule as AWS Backup takes it. */
export function ruleBlock(ruleName: string, rule: BackupRule, vaultName: string): BackupPlanRule {
  return {
    ruleName,
    targetVaultName: vaultName,
    schedule: rule.scheduleExpression ?? DEFAULT_SCHEDULE,
    scheduleExpressionTimezone: rule.scheduleExpressionTimezone ?? 'Etc/UTC',
    startWindow: rule.startWindowMinutes ?? DEFAULT_START_MINUTES,
    completionWindow: rule.completionWindowMinutes ?? DEFAULT_COMPLETION_MINUTES,
    enableContinuousBackup: rule.continuousBackup ?? false,
    lifecycle: lifecycleBlock(rule),
    recoveryPointTags: rule.recoveryPointTags === undefined ? undefined : { ...rule.recoveryPointTags },
    copyAction: (rule.copies ?? []).map(({ vault, ...lifecycle }) => ({
      destinationVaultArn: vault.arn,
      lifecycle: lifecycleBlock(lifecycle),
    })),
  };
}

/** Refuses rules that AWS Backup would, and jobs that would fail. */
export function ruleRefusals(name: string, rule: BackupRule, vault: IBackupVault): (Refusal | undefined)[] {
  const property = `rules.${name}`;
  const { startWindowMinutes: start = DEFAULT_START_MINUTES, copies = [] } = rule;
  return [
    /^[A-Za-z0-9_.-]{1,50}$/.test(name)
      ? undefined
      : { property: 'rules', rule: 'must have names of up to 50 letters, digits, dashes, dots and _', got: name },
    scheduleRefusal(`${property}.scheduleExpression`, rule.scheduleExpression ?? DEFAULT_SCHEDULE),
    zoneRefusal(`${property}.scheduleExpressionTimezone`, rule.scheduleExpressionTimezone),
    wholeNumberRefusal(`${property}.startWindowMinutes`, start, START_MINUTES),
    wholeNumberRefusal(
      `${property}.completionWindowMinutes`,
      rule.completionWindowMinutes ?? DEFAULT_COMPLETION_MINUTES,
      { min: start + START_MINUTES.min, max: START_MINUTES.max },
    ),
    ...lifecycleRefusals(property, rule, vault),
    ...continuousRefusals(property, rule),
    ...copies.flatMap((copy) => [
      copy.vault.arn === vault.arn
        ? { property: `${property}.copies`, rule: 'must be other vaults than that of the plan', got: copy.vault.arn }
        : undefined,
      ...lifecycleRefusals(`${property}.copies.${copy.vault.vaultName}`, copy, copy.vault),
    ]),
  ];
}

function continuousRefusals(property: string, rule: BackupRule): (Refusal | undefined)[] {
  if (rule.continuousBackup !== true) return [];
  const { coldStorageAfterDays, deleteAfterDays = MAX_CONTINUOUS_DAYS } = rule;
  return [
    coldStorageAfterDays === undefined
      ? undefined
      : {
          property: `${property}.coldStorageAfterDays`,
          rule: 'must be left out of continuous backups',
          got: coldStorageAfterDays,
        },
    deleteAfterDays <= MAX_CONTINUOUS_DAYS
      ? undefined
      : {
          property: `${property}.deleteAfterDays`,
          rule: `must be at most ${MAX_CONTINUOUS_DAYS} for continuous backups`,
          got: deleteAfterDays,
        },
  ];
}

function zoneRefusal(property: string, zone: string = 'Etc/UTC'): Refusal | undefined {
  if (/^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)*$/.test(zone)) return undefined;
  return { property, rule: 'must be a time zone such as Europe/Berlin', got: zone };
}
