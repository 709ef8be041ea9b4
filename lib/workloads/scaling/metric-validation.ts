import { cronRefusal } from '../../core/cron';
import type { Refusal } from '../../core/errors';
import type { Autoscaling, MetricSeries, MetricTarget, ScalingMetric } from '../../core/model/scaling';
import { timeZoneRefusal } from '../../core/time-zone';
import { wholeNumberRefusal } from '../controllers/whole-number';
import type { WorkloadContext } from '../workload-props';
import { replicaBounds } from './scaling-engine';

/** Form of a name that a metrics API serves, and KEDA a trigger by. */
const METRIC_NAME = /^[a-zA-Z][a-zA-Z0-9_.-]{0,62}$/;

/** Form of the name of a series. https://prometheus.io/docs/concepts/data_model/ */
const SERIES_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;

/** Form of a quantity that is not negative. */
const QUANTITY = /^(\d+(?:\.\d+)?)(?:m|k|M|G|T|Ki|Mi|Gi|Ti)?$/;

/** What a workload's metrics say wrong, each by itself. */
export function metricRefusals(
  context: WorkloadContext,
  { metrics = {} }: Autoscaling,
): readonly (Refusal | undefined)[] {
  return Object.entries(metrics).flatMap(([name, metric]) => {
    const property = `autoscaling.metrics.${name}`;
    const rule = 'must be named in 63 letters, digits, dots, dashes and underscores, beginning with a letter';
    return [
      METRIC_NAME.test(name) ? undefined : { property, rule, got: name },
      ...oneMetricRefusals(property, context, metric),
    ];
  });
}

function oneMetricRefusals(
  property: string,
  context: WorkloadContext,
  metric: ScalingMetric,
): readonly (Refusal | undefined)[] {
  switch (metric.type) {
    case 'pods':
      return [
        quantityRefusal(`${property}.averageValue`, metric.averageValue),
        ...seriesRefusals(`${property}.from`, metric.from),
      ];
    case 'object':
    case 'external':
      return [...targetRefusals(property, metric), ...seriesRefusals(`${property}.from`, metric.from)];
    case 'prometheus':
      return prometheusRefusals(property, metric);
    case 'queue':
      return [
        wholeNumberRefusal(`${property}.messagesPerReplica`, metric.messagesPerReplica, 1),
        context.cluster === undefined
          ? { property: 'cluster', rule: `is needed where ${property} is the length of a queue`, got: undefined }
          : undefined,
      ];
    case 'cron':
      return cronRefusals(property, context, metric);
  }
}

function targetRefusals(property: string, target: MetricTarget): readonly (Refusal | undefined)[] {
  const amounts = Object.entries({
    value: 'value' in target ? target.value : undefined,
    averageValue: 'averageValue' in target ? target.averageValue : undefined,
  });
  if (amounts.every(([, amount]) => amount !== undefined)) {
    const rule = 'must have one of value and averageValue';
    return [{ property, rule, got: amounts.map(([name]) => name) }];
  }
  return amounts.map(([name, amount]) =>
    amount === undefined ? undefined : quantityRefusal(`${property}.${name}`, amount),
  );
}

function quantityRefusal(property: string, amount: string): Refusal | undefined {
  if (Number(QUANTITY.exec(amount)?.[1] ?? 0) > 0) return undefined;
  return { property, rule: 'must be a quantity above 0, such as 100 or 500m', got: amount };
}

function seriesRefusals(property: string, from: MetricSeries | undefined): readonly (Refusal | undefined)[] {
  if (from === undefined) return [];
  const { series, measure, windowSeconds, percentile } = from;
  const isShare = percentile === undefined || (percentile > 0 && percentile < 100);
  const rule = 'must be left out where the value counts as it is';
  const growthOnly = Object.entries({ windowSeconds, percentile }).map(([name, got]) =>
    got === undefined ? undefined : { property: `${property}.${name}`, rule, got },
  );
  return [
    SERIES_NAME.test(series)
      ? undefined
      : { property: `${property}.series`, rule: 'must be the name of a series, without labels', got: series },
    ...(measure === 'value'
      ? growthOnly
      : [
          wholeNumberRefusal(`${property}.windowSeconds`, windowSeconds, 1, ' of seconds'),
          isShare
            ? undefined
            : { property: `${property}.percentile`, rule: 'must be above 0 and below 100', got: percentile },
        ]),
  ];
}

function prometheusRefusals(
  property: string,
  { query, threshold, activationThreshold = 0 }: Extract<ScalingMetric, { readonly type: 'prometheus' }>,
): readonly (Refusal | undefined)[] {
  return [
    query.trim() === '' ? { property: `${property}.query`, rule: 'must ask for something', got: query } : undefined,
    threshold > 0 && Number.isFinite(threshold)
      ? undefined
      : { property: `${property}.threshold`, rule: 'must be a number above 0', got: threshold },
    activationThreshold >= 0 && Number.isFinite(activationThreshold)
      ? undefined
      : { property: `${property}.activationThreshold`, rule: 'must be a number, 0 or more', got: activationThreshold },
  ];
}

function cronRefusals(
  property: string,
  context: WorkloadContext,
  { timeZone, start, end, replicas }: Extract<ScalingMetric, { readonly type: 'cron' }>,
): readonly (Refusal | undefined)[] {
  const max = replicaBounds(context)?.max;
  return [
    timeZoneRefusal(`${property}.timeZone`, timeZone),
    fiveFieldsRefusal(`${property}.start`, start),
    fiveFieldsRefusal(`${property}.end`, end) ?? sameTimeRefusal(`${property}.end`, start, end),
    wholeNumberRefusal(`${property}.replicas`, replicas, 1) ??
      (max === undefined || replicas <= max
        ? undefined
        : { property: `${property}.replicas`, rule: `must be at most replicas.max (${max})`, got: replicas }),
  ];
}

/** KEDA knows no short forms. https://keda.sh/docs/2.20/scalers/cron/ */
function fiveFieldsRefusal(property: string, expression: string): Refusal | undefined {
  if (!expression.startsWith('@')) return cronRefusal(property, expression);
  return { property, rule: 'must be written in five fields, as KEDA knows no short forms', got: expression };
}

function sameTimeRefusal(property: string, start: string, end: string): Refusal | undefined {
  return start === end ? { property, rule: 'must be another time than start', got: end } : undefined;
}
