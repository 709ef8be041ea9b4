import type { Construct } from 'constructs';
import { METRICS_DEFAULTS, ServiceMonitor } from '../../platform/observability/service-monitor';
import type { Connections } from '../connections/connections';
import type { WorkloadContext } from '../workload-props';

/** Has Prometheus scrape the workload, and lets it. */
export function addTelemetry(scope: Construct, context: WorkloadContext, connections: Connections): void {
  const { telemetry, name, namespace, selector, mesh } = context;
  const metrics = telemetry?.metrics;
  if (metrics === undefined) return;
  new ServiceMonitor(scope, 'Metrics', {
    name,
    namespace,
    selector,
    metrics,
    ...(mesh === undefined ? {} : { mesh }),
  });
  connections.allowScraping(metrics.port, metrics.path ?? METRICS_DEFAULTS.path);
}
