import type { Autoscaling, MetricSeries, ScalingMetric } from '../../core/model/scaling';

/** How far back growth is measured where a series does not say. */
const WINDOW_SECONDS = 120;

/** An object of the cluster that a label of a series names. */
export interface AdapterResource {
  /** @default - the core group */
  readonly group?: string;
  /** Kind in lower case, in the singular. */
  readonly resource: string;
}

/**
 * How the metrics adapter makes a metric of a series.
 * https://github.com/kubernetes-sigs/prometheus-adapter/blob/master/docs/config.md
 */
export interface AdapterRule {
  readonly seriesQuery: string;
  readonly resources:
    { readonly overrides: Readonly<Record<string, AdapterResource>> } | { readonly namespaced: false };
  readonly name: { readonly matches: string; readonly as: string };
  readonly metricsQuery: string;
}

/** A metric that the adapter has to make. */
export interface AdapterMetric {
  /** List of the adapter's configuration that the rule belongs to. */
  readonly list: 'rules' | 'externalRules';
  /** The metric as the API tells it from others: `pods/active_sessions`. */
  readonly key: string;
  readonly rule: AdapterRule;
}

/** The metrics of one workload's autoscaler that the adapter has to make. */
export function adapterMetrics({ metrics = {} }: Autoscaling): readonly AdapterMetric[] {
  return Object.entries(metrics).flatMap(([name, metric]) => adapterMetric(name, metric));
}

function adapterMetric(name: string, metric: ScalingMetric): readonly AdapterMetric[] {
  switch (metric.type) {
    case 'pods':
      return metric.from === undefined ? [] : [objectMetric(name, metric.from, { resource: 'pod' })];
    case 'object':
      return metric.from === undefined ? [] : [objectMetric(name, metric.from, resourceOf(metric.describedObject))];
    case 'external':
      return metric.from === undefined ? [] : [externalMetric(name, metric.from)];
    default:
      return [];
  }
}

/**
 * A label named like the kind tells the object, as `pod` does a pod. What two Services lead to, as during a canary, is
 * scraped twice and counts once.
 */
function objectMetric(name: string, from: MetricSeries, resource: AdapterResource): AdapterMetric {
  const label = resource.resource;
  return {
    list: 'rules',
    key: `${label}/${name}`,
    rule: {
      seriesQuery: `${seriesName(from)}{namespace!="",${label}!=""}`,
      resources: { overrides: { namespace: { resource: 'namespace' }, [label]: resource } },
      name: naming(name, from),
      metricsQuery: metricsQuery(from, '<<.GroupBy>>'),
    },
  };
}

/**
 * A metric that belongs to nothing in the cluster is not looked for in the namespace of the workload.
 * https://github.com/kubernetes-sigs/prometheus-adapter/blob/master/docs/externalmetrics.md
 */
function externalMetric(name: string, from: MetricSeries): AdapterMetric {
  return {
    list: 'externalRules',
    key: name,
    rule: {
      seriesQuery: seriesName(from),
      resources: { namespaced: false },
      name: naming(name, from),
      metricsQuery: metricsQuery(from),
    },
  };
}

function naming(name: string, from: MetricSeries): AdapterRule['name'] {
  return { matches: `^${seriesName(from)}$`, as: name };
}

function resourceOf({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): AdapterResource {
  const [group = '', version] = apiVersion.split('/');
  return { ...(version === undefined ? {} : { group }), resource: kind.toLowerCase() };
}

/** Name of the series itself; a histogram's is that of its buckets. */
function seriesName({ series, percentile }: MetricSeries): string {
  return percentile === undefined ? series : `${series}_bucket`;
}

function metricsQuery(from: MetricSeries, groupBy?: string): string {
  const { measure, windowSeconds = WINDOW_SECONDS, percentile } = from;
  const selected = '<<.Series>>{<<.LabelMatchers>>}';
  const measured = measure === 'rate' ? `rate(${selected}[${windowSeconds}s])` : selected;
  const labels = [...(percentile === undefined ? [] : ['le']), ...(groupBy === undefined ? [] : [groupBy])];
  const by = labels.length === 0 ? '' : ` by (${labels.join(', ')}) `;
  const total = `sum${by}(${groupBy === undefined ? measured : `max without (service, job) (${measured})`})`;
  return percentile === undefined ? total : `histogram_quantile(${percentile / 100}, ${total})`;
}
