import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmMetricQuery,
} from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { AwsConstructProps } from '../aws-construct';
import { type AlarmOptions, alarmRefusals, alarmSettings } from './alarm-actions';
import { DEFAULT_PERIOD_SECONDS, type Metric, periods, RESULT_ID, SIMPLE_STATISTICS, type Watched } from './metric';
import { watchedRefusals } from './metric-refusals';

const DEFAULT_EVALUATION_PERIODS = 3;
const HOUR_SECONDS = 3600;
/**
 * How far back an alarm looks at most: a day, and a week where periods are of an hour or more.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
 */
const MAX_LOOKBACK_SECONDS = { short: 86_400, long: 604_800 } as const;

/** How values are compared with the threshold. */
export type ComparisonOperator =
  'GreaterThanOrEqualToThreshold' | 'GreaterThanThreshold' | 'LessThanOrEqualToThreshold' | 'LessThanThreshold';

/** What periods without a value count as. */
export type MissingData = 'breaching' | 'ignore' | 'missing' | 'notBreaching';

/** When an alarm goes off. */
export interface AlarmCondition {
  /** What is compared with the threshold. */
  readonly watched: Watched;
  /** In the unit of what is watched. */
  readonly threshold: number;
  /**
   * How values are compared with the threshold.
   *
   * @default 'GreaterThanThreshold'
   */
  readonly comparisonOperator?: ComparisonOperator;
  /**
   * How many of the latest periods are looked at. All together are a day at most, and a week where each is of an hour
   * or more.
   *
   * @default 3
   */
  readonly evaluationPeriods?: number;
  /**
   * In how many of them the threshold has to be passed.
   *
   * @default - in all of them
   */
  readonly datapointsToAlarm?: number;
  /**
   * What a period without a value counts as. Metrics that only exist while something is wrong want `notBreaching`,
   * heartbeats `breaching`.
   *
   * @default 'missing' - the alarm says that it has not enough data
   */
  readonly treatMissingData?: MissingData;
}

/** Properties for `Alarm`. */
export interface AlarmProps extends AwsConstructProps, AlarmOptions, AlarmCondition {}

/**
 * Tells somebody that a metric passed a threshold, and that it came back.
 *
 * Throws a `ConstructError` where CloudWatch would refuse the alarm.
 */
export class Alarm extends Construct {
  /** ARN of the alarm; whoever uses it waits for the alarm. */
  public readonly arn: string;
  /** Name of the alarm as a reference; a `CompositeAlarm` that names it waits for the alarm. */
  public readonly alarmName: string;

  constructor(scope: Construct, id: string, props: AlarmProps) {
    super(scope, id);
    const { provider, watched, threshold, evaluationPeriods = DEFAULT_EVALUATION_PERIODS } = props;
    refuse(this.node.path, [
      ...alarmRefusals(props),
      ...watchedRefusals('watched', watched),
      ...evaluationRefusals(props, evaluationPeriods),
    ]);

    const alarm = new CloudwatchMetricAlarm(this, 'Resource', {
      ...{ provider, threshold, evaluationPeriods },
      ...alarmSettings(props),
      ...(watched.kind === 'metric' ? metricSettings(watched) : { metricQuery: metricQueries(watched) }),
      comparisonOperator: props.comparisonOperator ?? 'GreaterThanThreshold',
      datapointsToAlarm: props.datapointsToAlarm ?? evaluationPeriods,
      treatMissingData: props.treatMissingData ?? 'missing',
    });

    this.arn = alarm.arn;
    this.alarmName = alarm.alarmName;
  }
}

function metricSettings(metric: Metric) {
  const { namespace, metricName, dimensions, statistic, periodSeconds = DEFAULT_PERIOD_SECONDS } = metric;
  return {
    ...{ namespace, metricName },
    period: periodSeconds,
    dimensions: dimensions === undefined ? undefined : { ...dimensions },
    ...(SIMPLE_STATISTICS.includes(statistic) ? { statistic } : { extendedStatistic: statistic }),
  };
}

/** Everything but the result is there to be calculated with. */
function metricQueries(watched: Exclude<Watched, { kind: 'metric' }>): CloudwatchMetricAlarmMetricQuery[] {
  const { label } = watched;
  if (watched.kind === 'query') {
    const { query, periodSeconds = DEFAULT_PERIOD_SECONDS } = watched;
    return [{ id: RESULT_ID, expression: query, label: label ?? query, period: periodSeconds, returnData: true }];
  }
  const { expression, metrics } = watched;
  return [
    { id: RESULT_ID, expression, label: label ?? expression, returnData: true },
    ...Object.entries(metrics)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, metric]) => ({ id, metric: queriedMetric(metric), returnData: false })),
  ];
}

function queriedMetric({ namespace, metricName, dimensions, statistic, periodSeconds }: Metric) {
  return {
    ...{ namespace, metricName },
    stat: statistic,
    period: periodSeconds ?? DEFAULT_PERIOD_SECONDS,
    dimensions: dimensions === undefined ? undefined : { ...dimensions },
  };
}

function evaluationRefusals(props: AlarmProps, evaluationPeriods: number): (Refusal | undefined)[] {
  const { datapointsToAlarm, threshold } = props;
  return [
    Token.isUnresolved(threshold) || Number.isFinite(threshold)
      ? undefined
      : { property: 'threshold', rule: 'must be a number', got: String(threshold) },
    wholeNumberRefusal('evaluationPeriods', evaluationPeriods, { min: 1 }),
    datapointsToAlarm === undefined
      ? undefined
      : wholeNumberRefusal('datapointsToAlarm', datapointsToAlarm, { min: 1, max: evaluationPeriods }),
    lookbackRefusal(props.watched, evaluationPeriods),
  ];
}

function lookbackRefusal(watched: Watched, evaluationPeriods: number): Refusal | undefined {
  const seconds = Math.max(0, ...periods(watched));
  const max = seconds >= HOUR_SECONDS ? MAX_LOOKBACK_SECONDS.long : MAX_LOOKBACK_SECONDS.short;
  if (Token.isUnresolved(seconds) || Token.isUnresolved(evaluationPeriods)) return undefined;
  if (seconds * evaluationPeriods <= max) return undefined;
  const rule = `must be at most ${Math.floor(max / seconds)}, since periods of ${seconds} seconds together are ${max} at most`;
  return { property: 'evaluationPeriods', rule, got: evaluationPeriods };
}
