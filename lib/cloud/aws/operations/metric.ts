/** Values of one metric, brought together over a period. */
export interface Metric {
  /** What publishes the metric: `AWS/EKS`, `ContainerInsights`. */
  readonly namespace: string;
  readonly metricName: string;
  /**
   * All the dimensions that the metric was published with, by name; with one missing it is another metric.
   *
   * @default - none
   */
  readonly dimensions?: Readonly<Record<string, string>>;
  /** How the values of a period become one: `Average`, `Sum`, `p99`, `TM(10%:90%)`. */
  readonly statistic: string;
  /**
   * Length of a period: 10, 20, 30 or a multiple of 60 seconds.
   *
   * @default 300
   */
  readonly periodSeconds?: number;
}

/** One metric that is watched as it is. */
export interface WatchedMetric extends Metric {
  readonly kind: 'metric';
}

/** Several metrics that are calculated with. */
export interface WatchedExpression {
  readonly kind: 'expression';
  /** Metric math over the ids of `metrics`: `100 * errors / requests`. */
  readonly expression: string;
  /** Up to 10 metrics, by the id that the expression knows them by: a lower-case letter, then letters, digits and `_`. */
  readonly metrics: Readonly<Record<string, Metric>>;
  /**
   * Name of the result, in the console and in mails.
   *
   * @default - the expression
   */
  readonly label?: string;
}

/** Metrics that are found by a query as the alarm is evaluated, whatever their dimensions are by then. */
export interface WatchedQuery {
  readonly kind: 'query';
  /** In the language of Metrics Insights: `SELECT MAX(ErrorPortAllocation) FROM SCHEMA("AWS/NATGateway", NatGatewayId)`. */
  readonly query: string;
  /**
   * Length of a period: 10, 20, 30 or a multiple of 60 seconds.
   *
   * @default 300
   */
  readonly periodSeconds?: number;
  /**
   * Name of the result, in the console and in mails.
   *
   * @default - the query
   */
  readonly label?: string;
}

/** What an alarm compares with its threshold. */
export type Watched = WatchedMetric | WatchedExpression | WatchedQuery;

/** Length of a period where nobody says otherwise. */
export const DEFAULT_PERIOD_SECONDS = 300;

/** Id of what is compared with the threshold, beside the ids that users choose. */
export const RESULT_ID = 'alarm_result';

/** Statistics with a name of their own; all others are percentiles, trimmed means and the like. */
export const SIMPLE_STATISTICS: readonly string[] = ['Average', 'Maximum', 'Minimum', 'SampleCount', 'Sum'];

/** Lengths of the periods of all that is watched. */
export function periods(watched: Watched): readonly number[] {
  const metrics = watched.kind === 'expression' ? Object.values(watched.metrics) : [watched];
  return metrics.map(({ periodSeconds = DEFAULT_PERIOD_SECONDS }) => periodSeconds);
}
