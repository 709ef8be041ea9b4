import type { Construct } from 'constructs';
import type { MetricsSpec, TraceSpec } from '../../core/model/telemetry';
import { collectorPort, OTEL_COLLECTOR } from '../../platform/observability/collector';
import { PodMonitor } from '../../platform/observability/pod-monitor';
import { METRICS_DEFAULTS, ServiceMonitor } from '../../platform/observability/service-monitor';
import type { Connections } from '../connections/connections';
import { meshOf } from '../mesh-part';
import { onHostNetwork } from '../pod/host-access';
import type { WorkloadContext } from '../workload-props';
import { metricsDiscovery } from './discovery';
import { TRACE_DEFAULTS } from './trace-variables';

/**
 * Has Prometheus scrape the workload, and lets it; lets the workload reach the collector of its traces. What is told
 * through the pod itself is in `telemetryAnnotations` and `traceVariables`.
 */
export function addTelemetry(scope: Construct, context: WorkloadContext, connections: Connections): void {
  const { metrics, traces } = context.telemetry ?? {};
  if (metrics !== undefined) addMetrics(scope, context, metrics, connections);
  if (traces !== undefined) allowTraces(context, traces, connections);
}

function addMetrics(scope: Construct, context: WorkloadContext, metrics: MetricsSpec, connections: Connections): void {
  const { name, namespace, selector, labels } = context;
  const mesh = meshOf(context);
  const props = { name, namespace, labels, selector, metrics, ...(mesh === undefined ? {} : { mesh }) };
  if (metricsDiscovery(context, metrics) === 'pod') new PodMonitor(scope, 'Metrics', props);
  else new ServiceMonitor(scope, 'Metrics', props);
  connections.allowScraping(metrics.port, metrics.path ?? METRICS_DEFAULTS.path);
}

function allowTraces(context: WorkloadContext, traces: TraceSpec, connections: Connections): void {
  if (onHostNetwork(context)) return;
  const { namespace, labels, serviceName } = OTEL_COLLECTOR;
  connections.allowToNamespace({
    namespace,
    labels,
    serviceName,
    portNumber: collectorPort(traces.protocol ?? TRACE_DEFAULTS.protocol),
  });
}
