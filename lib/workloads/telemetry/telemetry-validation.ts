import type { Refusal } from '../../core/errors';
import { transport } from '../../core/model/port';
import type { MetricsSpec } from '../../core/model/telemetry';
import { suggest } from '../../core/nearest';
import { METRICS_DEFAULTS } from '../../platform/observability/service-monitor';
import { wholeNumberRefusal } from '../controllers/whole-number';
import type { WorkloadContext } from '../workload-props';
import { discoveryFault } from './discovery';
import { traceRefusals } from './trace-validation';

/** What a workload's properties say wrong of what can be known of it. */
export function telemetryRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  const metrics = context.telemetry?.metrics;
  return [...(metrics === undefined ? [] : metricsRefusals(context, metrics)), ...traceRefusals(context)];
}

function metricsRefusals(context: WorkloadContext, metrics: MetricsSpec): readonly (Refusal | undefined)[] {
  const { intervalSeconds, timeoutSeconds } = metrics;
  const amounts = [
    wholeNumberRefusal('telemetry.metrics.intervalSeconds', intervalSeconds, 1, ' of seconds'),
    wholeNumberRefusal('telemetry.metrics.timeoutSeconds', timeoutSeconds, 1, ' of seconds'),
  ];
  return [
    portRefusal(context, metrics),
    discoveryRefusal(context, metrics),
    pathRefusal(metrics),
    ...amounts,
    amounts.some((refusal) => refusal !== undefined) ? undefined : timeoutRefusal(metrics),
  ];
}

function portRefusal({ ports }: WorkloadContext, { port }: MetricsSpec): Refusal | undefined {
  const property = 'telemetry.metrics.port';
  const spec = Object.hasOwn(ports, port) ? ports[port] : undefined;
  if (spec === undefined) {
    return { property, rule: 'must be a port of the workload', got: port, remedy: suggest(port, Object.keys(ports)) };
  }
  if (transport(spec) === 'TCP') return undefined;
  return { property, rule: 'must be a port of TCP, over which Prometheus asks', got: port };
}

function discoveryRefusal(context: WorkloadContext, { discovery }: MetricsSpec): Refusal | undefined {
  const fault = discoveryFault(context);
  if (fault === undefined || discovery !== 'service') return undefined;
  return { property: 'telemetry.metrics.discovery', rule: `must be 'pod': ${fault}`, got: discovery };
}

function pathRefusal({ path }: MetricsSpec): Refusal | undefined {
  if (path === undefined || path.startsWith('/')) return undefined;
  return { property: 'telemetry.metrics.path', rule: 'must begin with a slash', got: path };
}

function timeoutRefusal(metrics: MetricsSpec): Refusal | undefined {
  const interval = metrics.intervalSeconds ?? METRICS_DEFAULTS.intervalSeconds;
  const timeout = metrics.timeoutSeconds ?? METRICS_DEFAULTS.timeoutSeconds;
  if (timeout <= interval) return undefined;
  const rule = `must be at most telemetry.metrics.intervalSeconds (${interval})`;
  return { property: 'telemetry.metrics.timeoutSeconds', rule, got: timeout };
}
