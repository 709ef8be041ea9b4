import type { Cluster, NodePool } from '../../core/cluster';
import type { Refusal } from '../../core/errors';
import type { WorkloadContext } from '../workload-props';
import { containerGpu, gpuTypes, hasGpus, podGpus } from './gpu';
import { podContainers } from './pod-container';

/** What a workload's properties say wrong of its GPUs. */
export function gpuRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  const counts = countRefusals(context);
  if (counts.length > 0) return counts;
  if (podGpus(context) === 0) return [];
  if (gpuTypes(context).length > 1) return [typesRefusal(context)];
  if (context.cluster === undefined) {
    return [{ property: 'cluster', rule: 'is needed where a container has GPUs', got: context.cluster }];
  }
  return [clusterRefusal(context, context.cluster)];
}

function countRefusals(context: WorkloadContext): readonly Refusal[] {
  return podContainers(context).flatMap(({ prefix, spec }) => {
    const count = spec.resources.gpu?.count ?? 0;
    if (Number.isInteger(count) && count >= 0) return [];
    return [{ property: `${prefix}resources.gpu.count`, rule: 'must be a whole number, 0 or more', got: count }];
  });
}

/** A node has one type, and all containers of a pod are on one node. */
function typesRefusal(context: WorkloadContext): Refusal {
  const rule = 'must be of one type in all containers of the pod';
  return { property: 'resources.gpu.type', rule, got: gpuTypes(context) };
}

function clusterRefusal(context: WorkloadContext, { nodes }: Cluster): Refusal | undefined {
  const container = podContainers(context).find(({ spec }) => containerGpu(spec) !== undefined);
  const property = `${container?.prefix ?? ''}resources.gpu`;
  const [type] = gpuTypes(context);
  const wanted = { count: podGpus(context), ...(type === undefined ? {} : { type }) };
  switch (nodes.kind) {
    case 'auto-mode': {
      const rule = 'must be left out in EKS Auto Mode, whose own node pools have no GPUs';
      return { property, rule, got: wanted };
    }
    case 'autopilot':
      return type === undefined
        ? { property: `${property}.type`, rule: 'is needed in Autopilot, which makes nodes that have it', got: type }
        : undefined;
    case 'pools':
      return poolRefusal(property, wanted, context, nodes.pools);
  }
}

function poolRefusal(
  property: string,
  wanted: unknown,
  context: WorkloadContext,
  pools: Readonly<Record<string, NodePool>>,
): Refusal | undefined {
  const named = context.placement?.pools;
  // A pool that the cluster has not is refused by its name.
  if (named?.some((name) => !Object.hasOwn(pools, name)) === true) return undefined;
  const candidates = Object.entries(pools).filter(([name]) => named?.includes(name) ?? true);
  if (candidates.some(([, pool]) => hasGpus(pool, context))) return undefined;
  const rule = `must be had on a node of ${named === undefined ? 'the cluster’s pools' : 'placement.pools'}`;
  return { property, rule, got: wanted, remedy: offers(candidates) };
}

function offers(pools: readonly (readonly [string, NodePool])[]): string {
  const having = pools.flatMap(([name, { gpu }]) =>
    gpu === undefined ? [] : [`${name} has ${gpu.count}${gpu.type === undefined ? '' : ` of ${gpu.type}`}`],
  );
  return having.length === 0 ? 'none of them has GPUs' : having.join(', ');
}
