import type { TraceSpec } from '../../core/model/telemetry';

/**
 * The OpenTelemetry collector of the cluster, as the chart `opentelemetry-collector` makes it with `fullnameOverride:
 * otel-collector` in the namespace of our monitoring add-on.
 * https://github.com/open-telemetry/opentelemetry-helm-charts/blob/main/charts/opentelemetry-collector/templates/_helpers.tpl
 */
export const OTEL_COLLECTOR = {
  namespace: 'monitoring',
  labels: { 'app.kubernetes.io/name': 'opentelemetry-collector' },
  serviceName: 'otel-collector',
} as const;

/** Ports that OTLP is spoken on. https://opentelemetry.io/docs/specs/otlp/#otlpgrpc-default-port */
const OTLP_PORTS = { grpc: 4317, 'http/protobuf': 4318 } as const;

/** Port of the collector for a protocol; that of the pods is that of the Service. */
export function collectorPort(protocol: NonNullable<TraceSpec['protocol']>): number {
  return OTLP_PORTS[protocol];
}

/** Where programs send what they have for the collector, without the path of a signal, which they add themselves. */
export function collectorEndpoint(protocol: NonNullable<TraceSpec['protocol']>): string {
  const { serviceName, namespace } = OTEL_COLLECTOR;
  return `http://${serviceName}.${namespace}.svc.cluster.local:${collectorPort(protocol)}`;
}
