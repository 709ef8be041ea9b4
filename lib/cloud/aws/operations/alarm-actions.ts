import type { CloudwatchMetricAlarmConfig } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
const MAX_ACTIONS = 5;
const MAX_NAME = 255;
const MAX_DESCRIPTION = 1024;

/** What every alarm has. */
export interface AlarmOptions {
  /** Name of the alarm, unique in account and region. A change replaces the alarm. */
  readonly alarmName: string;
  /**
   * What is wrong and where to look first, up to 1024 characters; it is part of every mail.
   *
   * @default - none
   */
  readonly alarmDescription?: string;
  /**
   * ARNs of what hears that the alarm went off: topics, for the most part; up to 5.
   *
   * @default [] - nobody: the alarm is seen in the console only
   */
  readonly alarmActions?: readonly string[];
  /**
   * ARNs of what hears that all is well again, up to 5.
   *
   * @default - the same as `alarmActions`
   */
  readonly okActions?: readonly string[];
  /**
   * ARNs of what hears that there is nothing to judge by, up to 5.
   *
   * @default []
   */
  readonly insufficientDataActions?: readonly string[];
  /**
   * Whether anybody is told. An alarm that is silent still changes its colour.
   *
   * @default true
   */
  readonly actionsEnabled?: boolean;
}

type AlarmSettings = Pick<
  CloudwatchMetricAlarmConfig,
  'actionsEnabled' | 'alarmActions' | 'alarmDescription' | 'alarmName' | 'insufficientDataActions' | 'okActions'
>;

/** The options as both kinds of alarm take them. */
export function alarmSettings(options: AlarmOptions): AlarmSettings {
  const { alarmName, alarmDescription, alarmActions = [], okActions = alarmActions } = options;
  return {
    ...{ alarmName, alarmDescription },
    alarmActions: listed(alarmActions),
    okActions: listed(okActions),
    insufficientDataActions: listed(options.insufficientDataActions ?? []),
    actionsEnabled: options.actionsEnabled ?? true,
  };
}

/** Refuses options that CloudWatch would. */
export function alarmRefusals(options: AlarmOptions): (Refusal | undefined)[] {
  const { alarmName, alarmDescription = '', alarmActions = [], okActions = [], insufficientDataActions = [] } = options;
  return [
    Token.isUnresolved(alarmName) || (alarmName !== '' && alarmName.length <= MAX_NAME)
      ? undefined
      : { property: 'alarmName', rule: `must be from 1 to ${MAX_NAME} characters`, got: alarmName },
    Token.isUnresolved(alarmDescription) || alarmDescription.length <= MAX_DESCRIPTION
      ? undefined
      : {
          property: 'alarmDescription',
          rule: `must be at most ${MAX_DESCRIPTION} characters`,
          got: alarmDescription,
        },
    ...actionRefusals('alarmActions', alarmActions),
    ...actionRefusals('okActions', okActions),
    ...actionRefusals('insufficientDataActions', insufficientDataActions),
  ];
}

function actionRefusals(property: string, arns: readonly string[]): (Refusal | undefined)[] {
  return [
    arns.length > MAX_ACTIONS ? { property, rule: `must be at most ${MAX_ACTIONS}`, got: arns.length } : undefined,
    ...arns.map((arn) =>
      Token.isUnresolved(arn) || arn.startsWith('arn:aws:')
        ? undefined
        : { property, rule: 'must hold ARNs, of topics for example', got: arn },
    ),
  ];
}

function listed(arns: readonly string[]): string[] | undefined {
  return arns.length === 0 ? undefined : [...arns];
}
