import { Construct } from 'constructs';
import {
  AnalysisTemplate as AnalysisTemplateResource,
  AnalysisTemplateSpecMetricsCount,
  AnalysisTemplateSpecMetricsFailureLimit,
  type AnalysisTemplateSpecMetrics,
} from '../../../imports/argo-rollouts-argoproj.io';
import { PROMETHEUS_ADDRESS } from '../observability/prometheus';
import type { Measurement } from './measurement';

export interface AnalysisTemplateProps {
  readonly name: string;
  readonly namespace: string;
  /** @default {} */
  readonly labels?: Readonly<Record<string, string>>;
  /** What is measured, by name. A query finds an argument as `{{args.<name>}}`. */
  readonly metrics: Readonly<Record<string, Measurement>>;
  /**
   * Names of what the one who uses the template has to say.
   *
   * @default []
   */
  readonly args?: readonly string[];
  /** How long to wait between two measurements. */
  readonly intervalSeconds: number;
  /** How many measurements of a metric may fail. One more, and the analysis has failed. */
  readonly failureLimit: number;
  /**
   * How many measurements there are.
   *
   * @default - they go on until somebody ends the analysis
   */
  readonly count?: number;
}

/**
 * What Argo Rollouts asks Prometheus of a new version. A query that gives nothing is an error; five in a row fail the
 * analysis: https://argo-rollouts.readthedocs.io/en/stable/features/analysis/
 */
export class AnalysisTemplate extends Construct {
  public readonly name: string;

  constructor(scope: Construct, id: string, props: AnalysisTemplateProps) {
    super(scope, id);
    const { name, namespace, labels = {}, args = [], metrics } = props;
    this.name = name;
    new AnalysisTemplateResource(this, 'Resource', {
      metadata: { name, namespace, labels: { ...labels } },
      spec: {
        ...(args.length === 0 ? {} : { args: args.map((arg) => ({ name: arg })) }),
        metrics: Object.entries(metrics).map(([metric, measurement]) => metricOf(metric, measurement, props)),
      },
    });
  }
}

function metricOf(
  name: string,
  measurement: Measurement,
  { intervalSeconds, failureLimit, count }: AnalysisTemplateProps,
): AnalysisTemplateSpecMetrics {
  return {
    name,
    interval: `${intervalSeconds}s`,
    ...(count === undefined ? {} : { count: AnalysisTemplateSpecMetricsCount.fromNumber(count) }),
    failureLimit: AnalysisTemplateSpecMetricsFailureLimit.fromNumber(failureLimit),
    successCondition: successCondition(measurement),
    provider: { prometheus: { address: PROMETHEUS_ADDRESS, query: measurement.query } },
  };
}

/** Prometheus answers with a vector, of which the first number counts. */
function successCondition({ min, max }: Measurement): string {
  return [
    ...(min === undefined ? [] : [`result[0] >= ${min}`]),
    ...(max === undefined ? [] : [`result[0] <= ${max}`]),
  ].join(' && ');
}
