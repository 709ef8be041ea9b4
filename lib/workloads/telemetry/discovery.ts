import type { MetricsSpec } from '../../core/model/telemetry';
import { progressiveRollout } from '../rollouts/progressive';
import type { WorkloadContext } from '../workload-props';

/**
 * How Prometheus finds the pods of a workload: by themselves where no Service leads to them all. While a new version is
 * watched, each Service leads to one version, or two of them to the same.
 */
export function metricsDiscovery(context: WorkloadContext, { discovery }: MetricsSpec): 'service' | 'pod' {
  if (discovery !== undefined) return discovery;
  return context.kind === 'DaemonSet' || discoveryFault(context) !== undefined ? 'pod' : 'service';
}

/** Why Prometheus cannot find the pods through a Service; undefined where it can. */
export function discoveryFault(context: WorkloadContext): string | undefined {
  if (context.kind === 'Job' || context.kind === 'CronJob') return `a ${context.kind} has no Service`;
  if (progressiveRollout(context) === undefined) return undefined;
  return 'while a new version is watched, a Service leads to one version only';
}
