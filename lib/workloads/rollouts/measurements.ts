import type { Analysis, AnalysisMetric } from '../../core/model/rollout';
import { FLAGGER_LABEL } from '../../platform/delivery/flagger-canary';
import type { Measurement } from '../../platform/delivery/measurement';
import { ROLLOUT_VERSION_ARG, ROLLOUT_VERSION_LABEL } from '../../platform/delivery/rollout';
import { seriesLabel } from '../../platform/mesh/proxy-monitor';
import type { RequestQuery } from '../../platform/mesh/request-metrics';
import type { WorkloadContext } from '../workload-props';
import { rolloutEngine } from './progressive';
import { PROGRESSIVE_DEFAULTS } from './rollout-defaults';

/** Shortest time over which requests are counted: a rate needs some readings of the proxies, one every 15 seconds. */
const MIN_WINDOW_SECONDS = 60;

/** What Prometheus is asked of a workload's new version, by the names of the metrics. */
export function measurements(context: WorkloadContext, analysis: Analysis): Readonly<Record<string, Measurement>> {
  const { intervalSeconds = PROGRESSIVE_DEFAULTS.intervalSeconds } = analysis;
  const query = { pods: newPods(context), windowSeconds: Math.max(intervalSeconds, MIN_WINDOW_SECONDS) };
  return Object.fromEntries(
    Object.entries(analysis.metrics).flatMap(([name, metric]) =>
      measurement(metric, context, query).map((found) => [name, found]),
    ),
  );
}

/** Label that the pods of a workload's old and new version differ in. */
export function versionLabel(context: WorkloadContext): string {
  return rolloutEngine(context) === 'flagger' ? FLAGGER_LABEL : ROLLOUT_VERSION_LABEL;
}

/** Nothing where the mesh counts no requests, which is refused. */
function measurement(metric: AnalysisMetric, { mesh }: WorkloadContext, query: RequestQuery): readonly Measurement[] {
  if (metric.kind === 'prometheus') {
    const { kind: _kind, ...asWritten } = metric;
    return [asWritten];
  }
  const requests = mesh?.requests;
  if (requests === undefined) return [];
  return metric.kind === 'success-rate'
    ? [{ query: requests.successPercent(query), min: metric.minPercent }]
    : [
        {
          query: requests.latencyMilliseconds({ ...query, percentile: metric.percentile }),
          max: metric.maxMilliseconds,
        },
      ];
}

/** The new version as Prometheus knows it. Flagger leaves the workload's own name to it, and renames the old one. */
function newPods(context: WorkloadContext): Readonly<Record<string, string>> {
  const label = versionLabel(context);
  const version = label === FLAGGER_LABEL ? context.name : `{{args.${ROLLOUT_VERSION_ARG}}}`;
  return { namespace: context.namespace, [seriesLabel(label)]: version };
}
