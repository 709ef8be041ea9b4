import type * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import { NODE_POOL_LABEL, type NodePool, type Taint } from '../../core/cluster';
import { priorityClassName } from '../../core/priority';
import type { WorkloadContext } from '../workload-props';
import { gpuNodeSelector, gpuTolerations, gpuTypes, hasGpus, podGpus } from './gpu';

/** Class of containers that run in gVisor; GKE brings it, and it takes pods to nodes that have it. */
const SANDBOX_CLASS = 'gvisor';

/** Fields of a pod that say where it runs. */
type PodPlacement = Pick<
  k8s.PodSpec,
  'affinity' | 'nodeSelector' | 'tolerations' | 'runtimeClassName' | 'priorityClassName'
>;

/** Which nodes a pod runs on, how far apart from their kernel, and what it gives way to. */
export function podPlacement(context: WorkloadContext): PodPlacement {
  const { placement = {}, priority } = context;
  const nodeSelector = {
    ...autopilotSelector(context),
    ...(placement.architecture === undefined ? {} : { 'kubernetes.io/arch': placement.architecture }),
    ...gpuNodeSelector(context),
  };
  const tolerations = podTolerations(context);
  return {
    ...poolAffinity(context),
    ...(Object.keys(nodeSelector).length === 0 ? {} : { nodeSelector }),
    ...(tolerations.length === 0 ? {} : { tolerations }),
    ...(placement.sandbox === true ? { runtimeClassName: SANDBOX_CLASS } : {}),
    ...(priority === undefined ? {} : { priorityClassName: priorityClassName(priority) }),
  };
}

/** Pools that a pod may run on, the first preferred; undefined where it may run anywhere. */
function chosenPools(context: WorkloadContext): readonly (readonly [name: string, pool: NodePool])[] | undefined {
  const { cluster, placement } = context;
  if (cluster?.nodes.kind !== 'pools') return undefined;
  const { pools } = cluster.nodes;
  // GKE tells types of GPUs apart by a label of its own, the same in all pools.
  const byType = cluster.cloud !== 'google' && gpuTypes(context).length > 0;
  const names = placement?.pools ?? (byType ? Object.keys(pools) : undefined);
  return names?.flatMap((name) => {
    const pool = pools[name];
    return pool === undefined || (podGpus(context) > 0 && !hasGpus(pool, context)) ? [] : [[name, pool] as const];
  });
}

function poolAffinity(context: WorkloadContext): Pick<k8s.PodSpec, 'affinity'> {
  const pools = chosenPools(context);
  if (pools === undefined) return {};
  const inPools = (values: string[]): k8s.NodeSelectorTerm => ({
    matchExpressions: [{ key: NODE_POOL_LABEL, operator: 'In', values }],
  });
  const names = pools.map(([name]) => name);
  return {
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [inPools(names)] },
        ...(names.length === 1
          ? {}
          : {
              preferredDuringSchedulingIgnoredDuringExecution: names.map((name, index) => ({
                weight: names.length - index,
                preference: inPools([name]),
              })),
            }),
      },
    },
  };
}

/**
 * Autopilot makes nodes with the label and the taint that a pod selects and tolerates.
 * https://cloud.google.com/kubernetes-engine/docs/how-to/workload-separation
 */
function autopilotPool({ cluster, placement }: WorkloadContext): string | undefined {
  return cluster?.nodes.kind === 'autopilot' ? placement?.pools?.[0] : undefined;
}

function autopilotSelector(context: WorkloadContext): Readonly<Record<string, string>> {
  const pool = autopilotPool(context);
  return pool === undefined ? {} : { [NODE_POOL_LABEL]: pool };
}

/** An agent runs on every node unless it says otherwise; other pods where their pools and GPUs are. */
function podTolerations(context: WorkloadContext): k8s.Toleration[] {
  if (context.kind === 'DaemonSet' && context.everyNode !== false) return [{ operator: 'Exists' }];
  const pool = autopilotPool(context);
  const separated: readonly Taint[] =
    pool === undefined ? [] : [{ key: NODE_POOL_LABEL, value: pool, effect: 'NoSchedule' }];
  const taints = [...(chosenPools(context) ?? []).flatMap(([, { taints }]) => taints), ...separated];
  const tolerations = [
    ...taints.map(({ key, value, effect }): k8s.Toleration => ({ key, operator: 'Equal', value, effect })),
    ...gpuTolerations(context),
  ];
  return [...new Map(tolerations.map((toleration) => [JSON.stringify(toleration), toleration])).values()];
}
