import { ISTIO_REQUESTS } from '../../../lib/platform/mesh/istio-requests';

const QUERY = { pods: { namespace: 'funlynk', app: 'backend' }, windowSeconds: 60 };
const PODS = 'reporter="destination",namespace="funlynk",app="backend"';

describe('what Istio counts of requests', () => {
  test('is published by the proxy itself, outside of mutual TLS', () => {
    expect(ISTIO_REQUESTS).toMatchObject({
      port: { name: 'http-envoy-prom', number: 15090 },
      path: '/stats/prometheus',
      series: ['istio_requests_total', 'istio_request_duration_milliseconds_bucket'],
    });
  });

  test('tells how many succeed, gRPC by its own status, and is full where there are none', () => {
    const failed =
      `rate(istio_requests_total{${PODS},response_code=~"5.."}[60s]) or ` +
      `rate(istio_requests_total{${PODS},grpc_response_status=~"2|4|12|13|14|15"}[60s])`;
    expect(ISTIO_REQUESTS.successPercent(QUERY)).toBe(
      `100 - 100 * (sum(${failed}) or vector(0)) / (sum(rate(istio_requests_total{${PODS}}[60s])) > 0) or vector(100)`,
    );
  });

  test('tells how long they take, and is nothing where there are none', () => {
    expect(ISTIO_REQUESTS.latencyMilliseconds({ ...QUERY, percentile: 95 })).toBe(
      `histogram_quantile(0.95, sum by (le) (rate(istio_request_duration_milliseconds_bucket{${PODS}}[60s]))) >= 0 ` +
        'or vector(0)',
    );
  });

  test.each([
    [99.9, '0.999'],
    [99.99, '0.9999'],
    [50, '0.5'],
  ])('has the percentile %p as %s', (percentile, share) => {
    expect(ISTIO_REQUESTS.latencyMilliseconds({ ...QUERY, percentile })).toContain(`histogram_quantile(${share}, `);
  });

  test('goes back as far as it is asked to', () => {
    expect(ISTIO_REQUESTS.successPercent({ ...QUERY, windowSeconds: 300 })).not.toContain('[60s]');
  });
});
