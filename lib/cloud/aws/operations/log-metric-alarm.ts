import { CloudwatchLogMetricFilter } from '@cdktf/provider-aws/lib/cloudwatch-log-metric-filter';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';
import { Alarm } from './alarm';
import type { AlarmOptions } from './alarm-actions';
import { filterPatternRefusals } from './filter-pattern';
import { DEFAULT_PERIOD_SECONDS } from './metric';

const MAX_METRIC = 255;

/** Properties for `LogMetricAlarm`. */
export interface LogMetricAlarmProps extends AwsConstructProps, AlarmOptions {
  /** Log group whose lines are counted; it has to exist. A change replaces the filter. */
  readonly logGroupName: string;
  /** Which lines count, in the language of CloudWatch Logs: `{ $.verb = "delete" }`. */
  readonly pattern: string;
  /** Namespace of the metric that counts them. */
  readonly metricNamespace: string;
  /** Name of the metric that counts them, and of the filter. A change replaces the filter. */
  readonly metricName: string;
  /**
   * How many lines in a period are still in order.
   *
   * @default 0
   */
  readonly threshold?: number;
  /**
   * Length of a period: 10, 20, 30 or a multiple of 60 seconds.
   *
   * @default 300
   */
  readonly periodSeconds?: number;
}

/**
 * Counts lines of a log, and tells somebody when there are too many.
 *
 * Throws a `ConstructError` where CloudWatch would refuse the pattern or the alarm.
 */
export class LogMetricAlarm extends Construct {
  /** Name of the alarm as a reference; a `CompositeAlarm` that names it waits for the alarm. */
  public readonly alarmName: string;

  constructor(scope: Construct, id: string, props: LogMetricAlarmProps) {
    super(scope, id);
    const { provider, logGroupName, pattern, metricNamespace, metricName, threshold = 0 } = props;
    refuse(this.node.path, [
      ...filterPatternRefusals('pattern', pattern),
      metricRefusal('metricNamespace', metricNamespace),
      metricRefusal('metricName', metricName),
    ]);

    const filter = new CloudwatchLogMetricFilter(this, 'Resource', {
      ...{ provider, logGroupName, pattern },
      name: metricName,
      // Zeros where nothing matches make the metric exist before anything is wrong.
      metricTransformation: {
        namespace: metricNamespace,
        name: metricName,
        value: '1',
        defaultValue: '0',
        unit: 'Count',
      },
    });
    const { periodSeconds = DEFAULT_PERIOD_SECONDS, ...options } = props;
    const alarm = new Alarm(this, 'Alarm', {
      ...options,
      ...{ provider, threshold },
      watched: { kind: 'metric', namespace: metricNamespace, metricName: filter.name, statistic: 'Sum', periodSeconds },
      evaluationPeriods: 1,
      treatMissingData: 'notBreaching',
    });
    this.alarmName = alarm.alarmName;
  }
}

function metricRefusal(property: string, text: string): Refusal | undefined {
  if (Token.isUnresolved(text) || (/^[^:*$]+$/.test(text) && text.length <= MAX_METRIC)) return undefined;
  return { property, rule: `must be up to ${MAX_METRIC} characters without :, * and $`, got: text };
}
