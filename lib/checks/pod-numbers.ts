import type { Manifest } from '../core/manifest';
import { replicaBounds } from './autoscalers';
import { list, scalar, value, type ClusterOutput } from './output';
import type { Pods } from './pods';

/** Share of its pods that a rollout of a Deployment, or a canary of a Rollout, adds where it does not say. */
const DEFAULT_SURGE = '25%';

/** How many pods there are when a controller is scaled out as far as it goes. A DaemonSet, and a run of a CronJob, is one. */
export function largestNumber(cluster: Pick<ClusterOutput, 'manifests'>, pod: Pods): number {
  const { manifest } = pod.file;
  const job = value(manifest, 'spec', 'jobTemplate', 'spec') ?? value(manifest, 'spec');
  const atOnce = Math.min(Number(value(job, 'parallelism') ?? 1), Number(value(job, 'completions') ?? Infinity));
  return Number(replicaBounds(cluster, pod)?.max ?? value(manifest, 'spec', 'replicas') ?? atOnce);
}

/** Pods that a rollout adds for a while to a number of them. */
export function surge({ file: { manifest } }: Pods, replicas: number): number {
  switch (manifest.kind) {
    case 'Deployment':
      return value(manifest, 'spec', 'strategy', 'type') === 'Recreate'
        ? 0
        : share(scalar(manifest, 'spec', 'strategy', 'rollingUpdate', 'maxSurge') ?? DEFAULT_SURGE, replicas);
    case 'DaemonSet':
      return share(scalar(manifest, 'spec', 'updateStrategy', 'rollingUpdate', 'maxSurge') ?? '0', replicas);
    case 'Rollout':
      return rolloutSurge(manifest, replicas);
    default:
      return 0;
  }
}

/**
 * Blue and green stand beside each other in full, and so do stable and canary where a mesh splits the traffic, unless
 * the one shrinks as the other grows: https://argo-rollouts.readthedocs.io/en/stable/features/canary/
 */
function rolloutSurge(rollout: Manifest, replicas: number): number {
  const canary = value(rollout, 'spec', 'strategy', 'canary');
  if (canary === undefined) return replicas;
  if (value(canary, 'trafficRouting') === undefined) {
    return share(scalar(canary, 'maxSurge') ?? DEFAULT_SURGE, replicas) + (isSplitUneven(canary, replicas) ? 1 : 0);
  }
  const shrinks = value(canary, 'dynamicStableScale') === true;
  // After an abort the canary stays for this long, while the stable version is back in full.
  const lingers = value(canary, 'abortScaleDownDelaySeconds') !== undefined;
  return shrinks && !lingers ? Number(isSplitUneven(canary, replicas)) : replicas;
}

/** Whether a weight divides no whole pods, so that both versions are rounded up. */
function isSplitUneven(canary: unknown, replicas: number): boolean {
  return list(canary, 'steps').some((step) => {
    const weight = value(step, 'setWeight');
    return typeof weight === 'number' && (replicas * weight) % 100 !== 0;
  });
}

function share(extra: string, replicas: number): number {
  const percent = /^(\d+)%$/.exec(extra)?.[1];
  return percent === undefined ? Number(extra) : Math.ceil((replicas * Number(percent)) / 100);
}
