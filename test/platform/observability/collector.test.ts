import { collectorEndpoint, collectorPort } from '../../../lib/platform/observability/collector';

describe('the collector', () => {
  test('takes gRPC and HTTP on the ports of OTLP', () => {
    expect(collectorPort('grpc')).toBe(4317);
    expect(collectorPort('http/protobuf')).toBe(4318);
  });

  test('is found by the name of its Service', () => {
    expect(collectorEndpoint('grpc')).toBe('http://otel-collector.monitoring.svc.cluster.local:4317');
    expect(collectorEndpoint('http/protobuf')).toBe('http://otel-collector.monitoring.svc.cluster.local:4318');
  });
});
