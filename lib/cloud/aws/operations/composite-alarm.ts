import { CloudwatchCompositeAlarm } from '@cdktf/provider-aws/lib/cloudwatch-composite-alarm';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { AwsConstructProps } from '../aws-construct';
import { type AlarmOptions, alarmRefusals, alarmSettings } from './alarm-actions';

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html */
const MAX_RULE = 10_240;
const MAX_CHILDREN = 100;
const DEFAULT_WAIT_SECONDS = 120;
const DEFAULT_EXTENSION_SECONDS = 180;

/** Of other alarms: one that went off, by its name or ARN, or several of them brought together. */
export type AlarmRule =
  | string
  | { readonly allOf: readonly AlarmRule[] }
  | { readonly anyOf: readonly AlarmRule[] }
  | { readonly not: AlarmRule };

/** An alarm that keeps another one silent while it is on, such as that of a maintenance. */
export interface AlarmSuppressor {
  /** Name or ARN of the alarm. */
  readonly alarm: string;
  /**
   * How many seconds the composite alarm waits for the suppressor before it tells anybody.
   *
   * @default 120
   */
  readonly waitPeriodSeconds?: number;
  /**
   * How many seconds it stays silent after the suppressor is off again.
   *
   * @default 180
   */
  readonly extensionPeriodSeconds?: number;
}

/** Properties for `CompositeAlarm`. */
export interface CompositeAlarmProps extends AwsConstructProps, AlarmOptions {
  /** When the alarm goes off: `{ allOf: ['errors', { not: 'deploying' }] }`. Up to 100 alarms. */
  readonly alarmRule: AlarmRule;
  /**
   * What keeps the alarm silent.
   *
   * @default - nothing
   */
  readonly actionsSuppressor?: AlarmSuppressor;
}

/**
 * One alarm of several others, so that one cause is one message. A change of `actionsEnabled` replaces it.
 *
 * Throws a `ConstructError` where CloudWatch would refuse the rule.
 */
export class CompositeAlarm extends Construct {
  /** ARN of the alarm; whoever uses it waits for the alarm. */
  public readonly arn: string;

  constructor(scope: Construct, id: string, props: CompositeAlarmProps) {
    super(scope, id);
    const { provider, alarmRule, actionsSuppressor: suppressor } = props;
    refuse(this.node.path, [
      ...alarmRefusals(props),
      ...ruleRefusals(alarmRule),
      ...(suppressor === undefined ? [] : suppressorRefusals(suppressor)),
    ]);

    const alarm = new CloudwatchCompositeAlarm(this, 'Resource', {
      provider,
      ...alarmSettings(props),
      alarmRule: renderRule(alarmRule),
      actionsSuppressor:
        suppressor === undefined
          ? undefined
          : {
              alarm: suppressor.alarm,
              waitPeriod: suppressor.waitPeriodSeconds ?? DEFAULT_WAIT_SECONDS,
              extensionPeriod: suppressor.extensionPeriodSeconds ?? DEFAULT_EXTENSION_SECONDS,
            },
    });
    this.arn = alarm.arn;
  }
}

function renderRule(rule: AlarmRule): string {
  if (typeof rule === 'string') return `ALARM("${rule}")`;
  if ('not' in rule) return `NOT ${renderRule(rule.not)}`;
  const [rules, operator] = 'allOf' in rule ? [rule.allOf, ' AND '] : [rule.anyOf, ' OR '];
  return `(${rules.map(renderRule).join(operator)})`;
}

function children(rule: AlarmRule): readonly string[] {
  if (typeof rule === 'string') return [rule];
  if ('not' in rule) return children(rule.not);
  return ('allOf' in rule ? rule.allOf : rule.anyOf).flatMap(children);
}

function ruleRefusals(rule: AlarmRule): (Refusal | undefined)[] {
  const names = children(rule);
  const quoted = names.find((name) => !Token.isUnresolved(name) && name.includes('"'));
  const text = renderRule(rule);
  return [
    names.length === 0 || text.includes('()')
      ? { property: 'alarmRule', rule: 'must name one alarm at least, in every part', got: rule }
      : undefined,
    new Set(names).size > MAX_CHILDREN
      ? { property: 'alarmRule', rule: `must be of at most ${MAX_CHILDREN} alarms`, got: new Set(names).size }
      : undefined,
    quoted === undefined ? undefined : { property: 'alarmRule', rule: 'must name alarms without quotes', got: quoted },
    text.length > MAX_RULE
      ? { property: 'alarmRule', rule: `must be at most ${MAX_RULE} characters as text`, got: text.length }
      : undefined,
  ];
}

function suppressorRefusals({ waitPeriodSeconds, extensionPeriodSeconds }: AlarmSuppressor): (Refusal | undefined)[] {
  const periods = { waitPeriodSeconds, extensionPeriodSeconds };
  return Object.entries(periods).map(([name, seconds]) =>
    seconds === undefined ? undefined : wholeNumberRefusal(`actionsSuppressor.${name}`, seconds, { min: 0 }),
  );
}
