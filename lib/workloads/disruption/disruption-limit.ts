import type { Disruption, DisruptionLimit, PodShare } from '../../core/model/disruption';
import { maxReplicas } from '../../core/model/scaling';
import { replicasOf } from '../../core/model/workload-spec';
import { WORKLOAD_DEFAULTS } from '../defaults';
import type { WorkloadContext } from '../workload-props';

/** What a workload says of the draining of nodes; undefined where it says nothing. */
export function disruptionOf(context: WorkloadContext): Disruption | undefined {
  return 'disruption' in context ? context.disruption : undefined;
}

/** Most pods of a workload; undefined where nobody chooses their number. */
export function mostPods(context: WorkloadContext): number | undefined {
  switch (context.kind) {
    case 'DaemonSet':
    case 'Job':
    case 'CronJob':
      return undefined;
    default:
      return maxReplicas(replicasOf(context) ?? WORKLOAD_DEFAULTS.replicas);
  }
}

/** Fewest of some members that can decide. */
export function majority(members: number): number {
  return Math.floor(members / 2) + 1;
}

/** Members that decide by majority; undefined where the pods of a workload stand for themselves, or one alone decides. */
export function quorumSize(context: WorkloadContext): number | undefined {
  const members = mostPods(context) ?? 0;
  return context.kind === 'StatefulSet' && context.quorum !== undefined && members > 1 ? members : undefined;
}

/** What holds where the workload does not say: one pod may be missing, or as many as leave a majority. */
export function defaultLimit(context: WorkloadContext): DisruptionLimit {
  const members = quorumSize(context);
  return members === undefined ? { maxUnavailable: 1 } : { minAvailable: majority(members) };
}

/**
 * Fewest pods of some that a limit leaves. Kubernetes rounds shares up, of those that stay as of those that go.
 * https://kubernetes.io/docs/tasks/run-application/configure-pdb/#rounding-logic-when-specifying-percentages
 */
export function leastAvailable(limit: DisruptionLimit, pods: number): number {
  return 'minAvailable' in limit ? count(limit.minAvailable, pods) : pods - count(limit.maxUnavailable, pods);
}

function count(share: PodShare, pods: number): number {
  return typeof share === 'number' ? share : Math.ceil((parseInt(share, 10) * pods) / 100);
}
