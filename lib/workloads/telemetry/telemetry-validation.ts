import type { Refusal } from '../../core/errors';
import type { MetricsSpec } from '../../core/model/telemetry';
import { suggest } from '../../core/nearest';
import { METRICS_DEFAULTS } from '../../platform/observability/service-monitor';
import type { WorkloadContext } from '../workload-props';

/** What a workload's properties say wrong of what can be known of it. */
export function telemetryRefusals({ telemetry, ports }: WorkloadContext): readonly (Refusal | undefined)[] {
  const metrics = telemetry?.metrics;
  if (metrics === undefined) return [];
  const rule = 'must be a port of the workload';
  const remedy = suggest(metrics.port, Object.keys(ports));
  return [
    Object.hasOwn(ports, metrics.port)
      ? undefined
      : { property: 'telemetry.metrics.port', rule, got: metrics.port, remedy },
    scrapeRefusal(metrics),
  ];
}

function scrapeRefusal(metrics: MetricsSpec): Refusal | undefined {
  const interval = metrics.intervalSeconds ?? METRICS_DEFAULTS.intervalSeconds;
  const timeout = metrics.timeoutSeconds ?? METRICS_DEFAULTS.timeoutSeconds;
  if (timeout <= interval) return undefined;
  const rule = `must be at most telemetry.metrics.intervalSeconds (${interval})`;
  return { property: 'telemetry.metrics.timeoutSeconds', rule, got: timeout };
}
