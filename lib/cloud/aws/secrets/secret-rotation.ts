import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { SecretsmanagerSecretRotation } from '@cdktf/provider-aws/lib/secretsmanager-secret-rotation';
import { type TerraformProvider, Token } from 'cdktf';
import type { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { rotationReminderName } from '../names';
import type { ISecretsManagerSecret } from './secret-ref';
import { SecretRotationPermission } from './secret-rotation-permission';

const DEFAULT_ROTATION_DAYS = 30;
/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html */
const ROTATION_DAYS = { min: 1, max: 1000 } as const;
const MIN_ROTATION_HOURS = 4;
const MAX_WINDOW_HOURS = 24;

/** A function that Secrets Manager calls to make and to store a new value. */
export interface FunctionRotation {
  /** ARN of the Lambda function. Its role needs `secretRotationStatements`. */
  readonly lambdaArn: string;
  /**
   * Days between two rotations, from 1 to 1000; not beside `scheduleExpression`.
   *
   * @default 30 where there is no `scheduleExpression`
   */
  readonly automaticallyAfterDays?: number;
  /**
   * When the secret is rotated, in UTC: `cron(0 3 1 * ? *)`, or `rate(12 hours)` with four hours at least.
   *
   * @default - at any time of the day that `automaticallyAfterDays` says
   */
  readonly scheduleExpression?: string;
  /**
   * How long the rotation may take, from its scheduled beginning: `2h`, 24 hours at most.
   *
   * @default - to the end of the day in UTC, or of the hour where the schedule is in hours
   */
  readonly duration?: string;
  /**
   * Whether the secret is also rotated as the rotation is applied. A new secret has no value to rotate.
   *
   * @default false
   */
  readonly rotateImmediately?: boolean;
  /**
   * Whether this secret lets Secrets Manager call the function. False where the function lies in another account, which
   * has to allow it itself.
   *
   * @default true
   */
  readonly functionPermission?: boolean;
  readonly reminderDays?: undefined;
}

/** A message that the secret is due; whoever gets it writes the new value. */
export interface RotationReminder {
  /** Days between two messages, counted from the apply. */
  readonly reminderDays: number;
  /** ARN of the SNS topic that is told, to which `events.amazonaws.com` may publish. The message names the secret. */
  readonly topicArn: string;
  readonly lambdaArn?: undefined;
}

/** How a secret gets a new value from time to time: made by a function, or by whoever is reminded. */
export type SecretRotation = FunctionRotation | RotationReminder;

/** Has a function rotate the secret, or has a topic told that it is due. */
export function addRotation(
  scope: Construct,
  secret: ISecretsManagerSecret,
  rotation: SecretRotation,
  provider: TerraformProvider | undefined,
): void {
  if (rotation.lambdaArn === undefined) addReminder(scope, secret, rotation, provider);
  else addFunction(scope, secret, rotation, provider);
}

/** Refuses a rotation that Secrets Manager or EventBridge would. */
export function rotationRefusals(rotation: SecretRotation): (Refusal | undefined)[] {
  if (rotation.lambdaArn === undefined) {
    return [
      wholeNumberRefusal('rotation.reminderDays', rotation.reminderDays, { min: 1 }),
      arnRefusal('rotation.topicArn', rotation.topicArn, /^arn:aws:sns:[a-z0-9-]+:\d{12}:[\w-]+$/, 'an SNS topic'),
    ];
  }
  const { lambdaArn, automaticallyAfterDays, scheduleExpression, duration } = rotation;
  const lambda = /^arn:aws:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(:[\w$-]+)?$/;
  return [
    arnRefusal('rotation.lambdaArn', lambdaArn, lambda, 'a Lambda function'),
    automaticallyAfterDays === undefined
      ? undefined
      : wholeNumberRefusal('rotation.automaticallyAfterDays', automaticallyAfterDays, ROTATION_DAYS),
    automaticallyAfterDays !== undefined && scheduleExpression !== undefined
      ? {
          property: 'rotation.scheduleExpression',
          rule: 'must not be given beside automaticallyAfterDays',
          got: scheduleExpression,
          remedy: 'leave one of them out',
        }
      : undefined,
    scheduleExpression === undefined ? undefined : scheduleRefusal(scheduleExpression),
    duration === undefined ? undefined : durationRefusal(duration),
  ];
}

function addFunction(
  scope: Construct,
  secret: ISecretsManagerSecret,
  rotation: FunctionRotation,
  provider: TerraformProvider | undefined,
): void {
  const { lambdaArn, scheduleExpression, duration, functionPermission = true } = rotation;
  const permission = functionPermission
    ? new SecretRotationPermission(scope, 'RotationPermission', { provider, secret, lambdaArn })
    : undefined;
  const days = rotation.automaticallyAfterDays ?? DEFAULT_ROTATION_DAYS;
  new SecretsmanagerSecretRotation(scope, 'Rotation', {
    provider,
    secretId: secret.arn,
    rotationLambdaArn: lambdaArn,
    rotateImmediately: rotation.rotateImmediately ?? false,
    rotationRules:
      scheduleExpression === undefined ? { automaticallyAfterDays: days, duration } : { scheduleExpression, duration },
    // Secrets Manager tries the function before it takes the rotation.
    dependsOn: permission === undefined ? undefined : [...permission.dependables],
  });
}

function addReminder(
  scope: Construct,
  secret: ISecretsManagerSecret,
  { reminderDays, topicArn }: RotationReminder,
  provider: TerraformProvider | undefined,
): void {
  const rule = new CloudwatchEventRule(scope, 'Reminder', {
    provider,
    name: rotationReminderName(secret.secretName),
    description: `Says that ${secret.secretName} is due for a new value`,
    scheduleExpression: `rate(${reminderDays} ${reminderDays === 1 ? 'day' : 'days'})`,
  });
  new CloudwatchEventTarget(scope, 'ReminderTarget', {
    provider,
    rule: rule.name,
    targetId: 'topic',
    arn: topicArn,
    input: JSON.stringify({ eventType: 'SECRET_ROTATE', secretName: secret.secretName, secretArn: secret.arn }),
  });
}

function scheduleRefusal(schedule: string): Refusal | undefined {
  if (Token.isUnresolved(schedule)) return undefined;
  const [, count, unit = ''] = /^rate\((\d+) (hours?|days?)\)$/.exec(schedule) ?? [];
  if (count !== undefined && Number(count) >= (unit.startsWith('hour') ? MIN_ROTATION_HOURS : 1)) return undefined;
  // Secrets Manager knows neither minutes nor years.
  if (/^cron\(0 [\d*,/-]+ [\d?*,/LW-]+ [\w*,/-]+ [\w?*,/#-]+ \*\)$/.test(schedule)) return undefined;
  return {
    property: 'rotation.scheduleExpression',
    rule: `must be a schedule such as cron(0 3 1 * ? *), on the hour, or a rate of ${MIN_ROTATION_HOURS} hours at least`,
    got: schedule,
  };
}

function durationRefusal(duration: string): Refusal | undefined {
  const hours = Number(/^(\d{1,2})h$/.exec(duration)?.[1] ?? 0);
  if (Token.isUnresolved(duration) || (hours >= 1 && hours <= MAX_WINDOW_HOURS)) return undefined;
  return { property: 'rotation.duration', rule: `must be from 1h to ${MAX_WINDOW_HOURS}h`, got: duration };
}

function arnRefusal(property: string, arn: string, form: RegExp, what: string): Refusal | undefined {
  if (Token.isUnresolved(arn) || form.test(arn)) return undefined;
  return { property, rule: `must be the ARN of ${what}`, got: arn };
}
