import type { MeshRequestMetrics, RequestQuery } from './request-metrics';

/** https://istio.io/latest/docs/reference/config/metrics/ */
const REQUESTS = 'istio_requests_total';
const DURATIONS = 'istio_request_duration_milliseconds_bucket';

/**
 * Statuses of gRPC that are the server's fault, which HTTP calls a success.
 * https://opentelemetry.io/docs/specs/semconv/rpc/grpc/
 */
const GRPC_FAULTS = [2, 4, 12, 13, 14, 15];

/**
 * Istio's standard metrics, as the proxy of the pod that answers counts them. Without requests a ratio is no number, and
 * a series that never was is missing: both would say nothing of the pods, so the queries put the best value there.
 */
export const ISTIO_REQUESTS: MeshRequestMetrics = {
  // The proxy's own port, which Istio keeps out of mutual TLS:
  // https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio
  port: { name: 'http-envoy-prom', number: 15090 },
  path: '/stats/prometheus',
  series: [REQUESTS, DURATIONS],
  successPercent(query) {
    const all = `sum(${rate(query, REQUESTS)})`;
    const failed = [`response_code=~"5.."`, `grpc_response_status=~"${GRPC_FAULTS.join('|')}"`]
      .map((fault) => rate(query, REQUESTS, fault))
      .join(' or ');
    return `100 - 100 * (sum(${failed}) or vector(0)) / (${all} > 0) or vector(100)`;
  },
  latencyMilliseconds({ percentile, ...query }) {
    const buckets = `sum by (le) (${rate(query, DURATIONS)})`;
    // No comparison holds for what is no number.
    return `histogram_quantile(${share(percentile)}, ${buckets}) >= 0 or vector(0)`;
  },
};

function rate({ pods, windowSeconds }: RequestQuery, series: string, ...matchers: readonly string[]): string {
  const labels = Object.entries(pods).map(([name, value]) => `${name}="${value}"`);
  return `rate(${series}{${['reporter="destination"', ...labels, ...matchers].join(',')}}[${windowSeconds}s])`;
}

/** Percent as a share of 1, without what binary fractions add: 99.9 is 0.999. */
function share(percent: number): number {
  return Number((percent / 100).toFixed(6));
}
