import type * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { SpreadRule } from '../../core/model/placement';
import { maxReplicas } from '../../core/model/scaling';
import { replicasOf } from '../../core/model/workload-spec';
import { scaleTarget } from '../controllers/scale-target';
import { WORKLOAD_DEFAULTS } from '../defaults';
import type { WorkloadContext } from '../workload-props';

const ZONE = 'topology.kubernetes.io/zone';
const HOST = 'kubernetes.io/hostname';

/** How far replicas are kept apart where the workload does not say: losing a zone must not lose the service. */
const SPREAD_DEFAULTS = { zones: 'required', nodes: 'preferred' } as const;

/** Label that tells the pods of one version from those of another, by who makes them. */
const VERSION_LABELS: Readonly<Record<string, string>> = {
  Deployment: 'pod-template-hash',
  Rollout: 'rollouts-pod-template-hash',
};

/** Keeps replicas apart from each other; nothing where only one may run, or a pod on each node. */
export function podSpread(context: WorkloadContext): Pick<k8s.PodSpec, 'topologySpreadConstraints'> {
  if (!isSpread(context) || maxReplicas(replicasOf(context) ?? WORKLOAD_DEFAULTS.replicas) <= 1) return {};
  const { zones, nodes } = { ...SPREAD_DEFAULTS, ...context.placement?.spread };
  return { topologySpreadConstraints: [constraint(context, ZONE, zones), constraint(context, HOST, nodes)] };
}

/** Whether pods of the kind are spread: not those that run to their end, nor those of which every node has one. */
export function isSpread({ kind }: WorkloadContext): boolean {
  return kind === undefined || kind === 'Deployment' || kind === 'StatefulSet';
}

function constraint(context: WorkloadContext, topologyKey: string, rule: SpreadRule): k8s.TopologySpreadConstraint {
  const version = VERSION_LABELS[scaleTarget(context).kind];
  return {
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: rule === 'required' ? 'DoNotSchedule' : 'ScheduleAnyway',
    labelSelector: { matchLabels: { ...context.selector } },
    // Without it a rollout would count the pods it is about to replace.
    ...(version === undefined ? {} : { matchLabelKeys: [version] }),
  };
}
