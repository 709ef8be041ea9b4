import type { MonitoringAlertPolicyConditions } from '@cdktf/provider-google/lib/monitoring-alert-policy';
import { templateText } from './template-text';

export const DEFAULT_ALIGNMENT_SECONDS = 300;
export const DEFAULT_EVALUATION_SECONDS = 60;

/** How the points of one time series become one point a period. */
export type Aligner =
  | 'ALIGN_COUNT'
  | 'ALIGN_COUNT_FALSE'
  | 'ALIGN_COUNT_TRUE'
  | 'ALIGN_DELTA'
  | 'ALIGN_FRACTION_TRUE'
  | 'ALIGN_INTERPOLATE'
  | 'ALIGN_MAX'
  | 'ALIGN_MEAN'
  | 'ALIGN_MIN'
  | 'ALIGN_NEXT_OLDER'
  | 'ALIGN_PERCENTILE_05'
  | 'ALIGN_PERCENTILE_50'
  | 'ALIGN_PERCENTILE_95'
  | 'ALIGN_PERCENTILE_99'
  | 'ALIGN_PERCENT_CHANGE'
  | 'ALIGN_RATE'
  | 'ALIGN_STDDEV'
  | 'ALIGN_SUM';

/** How several time series become one. */
export type Reducer =
  | 'REDUCE_COUNT'
  | 'REDUCE_COUNT_FALSE'
  | 'REDUCE_COUNT_TRUE'
  | 'REDUCE_FRACTION_TRUE'
  | 'REDUCE_MAX'
  | 'REDUCE_MEAN'
  | 'REDUCE_MIN'
  | 'REDUCE_PERCENTILE_05'
  | 'REDUCE_PERCENTILE_50'
  | 'REDUCE_PERCENTILE_95'
  | 'REDUCE_PERCENTILE_99'
  | 'REDUCE_STDDEV'
  | 'REDUCE_SUM';

/** What a condition on a metric looks at. */
export interface MetricSelection {
  /** Filter that names one metric type, such as `metric.type="…" AND resource.type="…"`. Up to 2048 characters. */
  readonly filter: string;
  /** How the points of a series become one a period. */
  readonly perSeriesAligner: Aligner;
  /**
   * Length of such a period, a multiple of 60.
   *
   * @default 300
   */
  readonly alignmentPeriodSeconds?: number;
  /**
   * How series become one.
   *
   * @default - each series counts by itself
   */
  readonly crossSeriesReducer?: Reducer;
  /**
   * Labels that series are kept apart by, when they are reduced.
   *
   * @default - none
   */
  readonly groupByFields?: readonly string[];
}

/** A metric that is above or below a value. */
export interface ThresholdCondition extends MetricSelection {
  readonly kind: 'threshold';
  /** The API knows these two only. */
  readonly comparison: 'COMPARISON_GT' | 'COMPARISON_LT';
  readonly thresholdValue: number;
  /**
   * How long it has to stay so, a multiple of 60, at most 23.5 hours.
   *
   * @default 0
   */
  readonly durationSeconds?: number;
  /**
   * What counts when no data arrives: neither, as broken, or as sound.
   *
   * @default - Google's own: open incidents stay open
   */
  readonly evaluationMissingData?:
    'EVALUATION_MISSING_DATA_NO_OP' | 'EVALUATION_MISSING_DATA_ACTIVE' | 'EVALUATION_MISSING_DATA_INACTIVE';
}

/** A metric that stops arriving, after it arrived once. */
export interface AbsenceCondition extends MetricSelection {
  readonly kind: 'absence';
  /** How long it has to be away: a multiple of 60 from 120 to 84600 (23.5 hours). */
  readonly durationSeconds: number;
}

/** A PromQL query that returns a series. */
export interface PromqlCondition {
  readonly kind: 'promql';
  /** Every series that the query returns is an incident. */
  readonly query: string;
  /**
   * How long the query has to return the series.
   *
   * @default 0
   */
  readonly durationSeconds?: number;
  /**
   * How often the query is evaluated, a multiple of 30.
   *
   * @default 60
   */
  readonly evaluationIntervalSeconds?: number;
  /**
   * Labels added to incidents.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Whether the policy is refused while its metrics do not exist yet, as on the day a cluster is made.
   *
   * @default true
   */
  readonly metricValidation?: boolean;
}

/** A log entry that matches. It has to be the only condition of its policy. */
export interface LogCondition {
  readonly kind: 'log';
  /** Filter in the Logging query language. */
  readonly filter: string;
  /**
   * Labels of incidents, each with `EXTRACT(field)` or `REGEXP_EXTRACT(field, regex)`.
   *
   * @default - none
   */
  readonly labelExtractors?: Readonly<Record<string, string>>;
}

/** What opens an incident. */
export type AlertCondition = ThresholdCondition | AbsenceCondition | PromqlCondition | LogCondition;

/** The condition as the provider takes it. */
export function conditionBlock(displayName: string, condition: AlertCondition): MonitoringAlertPolicyConditions {
  switch (condition.kind) {
    case 'threshold':
      return {
        displayName,
        conditionThreshold: {
          filter: templateText(condition.filter),
          comparison: condition.comparison,
          thresholdValue: condition.thresholdValue,
          duration: `${condition.durationSeconds ?? 0}s`,
          evaluationMissingData: condition.evaluationMissingData,
          aggregations: [aggregation(condition)],
          trigger: { count: 1 },
        },
      };
    case 'absence':
      return {
        displayName,
        conditionAbsent: {
          filter: templateText(condition.filter),
          duration: `${condition.durationSeconds}s`,
          aggregations: [aggregation(condition)],
          trigger: { count: 1 },
        },
      };
    case 'promql':
      return {
        displayName,
        conditionPrometheusQueryLanguage: {
          query: templateText(condition.query),
          duration: `${condition.durationSeconds ?? 0}s`,
          evaluationInterval: `${condition.evaluationIntervalSeconds ?? DEFAULT_EVALUATION_SECONDS}s`,
          labels: condition.labels,
          disableMetricValidation: !(condition.metricValidation ?? true),
        },
      };
    case 'log':
      return {
        displayName,
        conditionMatchedLog: { filter: templateText(condition.filter), labelExtractors: condition.labelExtractors },
      };
  }
}

function aggregation(selection: MetricSelection) {
  return {
    alignmentPeriod: `${selection.alignmentPeriodSeconds ?? DEFAULT_ALIGNMENT_SECONDS}s`,
    perSeriesAligner: selection.perSeriesAligner,
    crossSeriesReducer: selection.crossSeriesReducer,
    groupByFields: selection.groupByFields === undefined ? undefined : [...selection.groupByFields],
  };
}
