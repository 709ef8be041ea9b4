import type { ScalingMetric, ScalingRules } from './scaling';

/** Series that a service with sessions publishes, and that `sessionScaling` reads where nobody says otherwise. */
export const SESSION_SERIES = {
  activeSessions: 'active_sessions',
  queueDepth: 'queue_depth',
  requestDuration: 'request_duration_seconds',
} as const;

/** Names of the metrics that `sessionScaling` gives. */
export const SESSION_METRICS = {
  activeSessions: 'active_sessions',
  queueDepth: 'queue_depth',
  responseTime: 'response_time_p95',
} as const;

/**
 * Takes away one pod in five minutes, and only after ten minutes without need of it: sessions come in waves, and a pod
 * that ends has no longer than its `terminationGracePeriodSeconds` to see its own to their end.
 */
export const SESSION_SCALE_DOWN: ScalingRules = {
  stabilizationWindowSeconds: 600,
  policies: [{ type: 'Pods', value: 1, periodSeconds: 300 }],
};

const PERCENTILE = 95;

/** Holds four measurements at the default interval of `telemetry.metrics`, so that one lost does not break the rate. */
const WINDOW_SECONDS = 120;

/** How a service with sessions is scaled. */
export interface SessionScaling {
  /** Name of the service. */
  readonly service: string;
  /** @default - the service's series of every namespace count */
  readonly namespace?: string;
  /** Sessions that a pod is meant to hold: a gauge of each pod. */
  readonly activeSessionsPerReplica: number;
  /**
   * Requests that may wait for each pod: a gauge of each pod.
   *
   * @default - the queue is not followed
   */
  readonly queueDepthPerReplica?: number;
  /**
   * Time by which 95 % of the requests are meant to be answered: from a histogram in seconds.
   *
   * @default - the time is not followed
   */
  readonly responseTimeMilliseconds?: number;
  /**
   * Who reads Prometheus: KEDA by queries, or the metrics adapter, which the autoscaler asks for a metric of each pod.
   *
   * @default 'keda'
   */
  readonly pipeline?: 'keda' | 'adapter';
  /**
   * Names of the series where they differ; a histogram's without `_bucket`.
   *
   * @default - `SESSION_SERIES`
   */
  readonly series?: Partial<Record<keyof typeof SESSION_SERIES, string>>;
}

/** The metrics that an autoscaler follows a service with sessions by; it needs `telemetry.metrics` to publish them. */
export function sessionScaling(props: SessionScaling): Readonly<Record<string, ScalingMetric>> {
  return props.pipeline === 'adapter' ? adapterMetrics(props) : kedaMetrics(props);
}

function kedaMetrics(props: SessionScaling): Readonly<Record<string, ScalingMetric>> {
  const { activeSessionsPerReplica, queueDepthPerReplica, responseTimeMilliseconds } = props;
  const { activeSessions, queueDepth, requestDuration } = { ...SESSION_SERIES, ...props.series };
  return {
    [SESSION_METRICS.activeSessions]: {
      type: 'prometheus',
      query: total(props, activeSessions),
      threshold: activeSessionsPerReplica,
    },
    ...(queueDepthPerReplica === undefined
      ? {}
      : {
          [SESSION_METRICS.queueDepth]: {
            type: 'prometheus',
            query: total(props, queueDepth),
            threshold: queueDepthPerReplica,
          },
        }),
    ...(responseTimeMilliseconds === undefined
      ? {}
      : {
          [SESSION_METRICS.responseTime]: {
            type: 'prometheus',
            query: responseTime(props, requestDuration),
            threshold: responseTimeMilliseconds,
            target: 'Value',
          },
        }),
  };
}

function adapterMetrics(props: SessionScaling): Readonly<Record<string, ScalingMetric>> {
  const { activeSessionsPerReplica, queueDepthPerReplica, responseTimeMilliseconds } = props;
  const { activeSessions, queueDepth, requestDuration } = { ...SESSION_SERIES, ...props.series };
  return {
    [SESSION_METRICS.activeSessions]: {
      type: 'pods',
      averageValue: String(activeSessionsPerReplica),
      from: { series: activeSessions, measure: 'value' },
    },
    ...(queueDepthPerReplica === undefined
      ? {}
      : {
          [SESSION_METRICS.queueDepth]: {
            type: 'pods',
            averageValue: String(queueDepthPerReplica),
            from: { series: queueDepth, measure: 'value' },
          },
        }),
    ...(responseTimeMilliseconds === undefined
      ? {}
      : {
          [SESSION_METRICS.responseTime]: {
            type: 'pods',
            // Thousandths of a second, as the series is in seconds.
            averageValue: `${responseTimeMilliseconds}m`,
            from: {
              series: requestDuration,
              measure: 'rate',
              windowSeconds: WINDOW_SECONDS,
              percentile: PERCENTILE,
            },
          },
        }),
  };
}

/** A pod that two Services lead to, as during a canary, is scraped twice and counts once. */
function total(props: SessionScaling, series: string): string {
  return `sum(max without (service, job) (${series}${labels(props)}))`;
}

/** A quantile of nothing is no number: without requests, the time is 0. */
function responseTime(props: SessionScaling, series: string): string {
  const rate = `rate(${series}_bucket${labels(props)}[${WINDOW_SECONDS}s])`;
  return `1000 * histogram_quantile(${PERCENTILE / 100}, sum by (le) (${rate})) > 0 or vector(0)`;
}

/** Prometheus knows pods of a service by their container, however it found them. */
function labels({ service, namespace }: SessionScaling): string {
  const matchers = [...(namespace === undefined ? [] : [`namespace="${namespace}"`]), `container="${service}"`];
  return `{${matchers.join(',')}}`;
}
