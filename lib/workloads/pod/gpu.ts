import type * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { NodePool } from '../../core/cluster';
import type { Sidecar } from '../../core/model/container';
import type { GpuSpec } from '../../core/model/resources';
import type { WorkloadContext } from '../workload-props';
import { initContainers, mainContainer, podContainers, sidecars } from './pod-container';

/** Resource under which NVIDIA's device plugin offers GPUs; nodes that have some bear it as a taint. */
export const GPU_RESOURCE = 'nvidia.com/gpu';

/**
 * Label of GKE's nodes with the type of their GPUs.
 * https://cloud.google.com/kubernetes-engine/docs/how-to/autopilot-gpus
 */
const ACCELERATOR_LABEL = 'cloud.google.com/gke-accelerator';

/** GPUs of a container; undefined where it has none, a count of 0 included. */
export function containerGpu({ resources }: Pick<Sidecar<string>, 'resources'>): GpuSpec | undefined {
  return resources.gpu === undefined || resources.gpu.count === 0 ? undefined : resources.gpu;
}

/** GPUs that a node must have free for the pod, as the scheduler counts: init containers give theirs back. */
export function podGpus(context: WorkloadContext): number {
  const count = ({ spec }: { readonly spec: Sidecar<string> }): number => containerGpu(spec)?.count ?? 0;
  const together = [mainContainer(context), ...sidecars(context)].reduce((sum, it) => sum + count(it), 0);
  return Math.max(together, ...initContainers(context).map(count));
}

/** Types that the containers of a pod ask for, each once. */
export function gpuTypes(context: WorkloadContext): readonly string[] {
  return [...new Set(podContainers(context).flatMap(({ spec }) => containerGpu(spec)?.type ?? []))];
}

/** Whether a node of the pool has the GPUs that a pod asks for. A pool that does not tell its type has none of a type. */
export function hasGpus({ gpu }: NodePool, context: WorkloadContext): boolean {
  if (gpu === undefined || gpu.count < podGpus(context)) return false;
  return gpuTypes(context).every((type) => type === gpu.type);
}

/** Label by which GKE finds a node with the type of GPU, or makes one; other clouds have none in common. */
export function gpuNodeSelector(context: WorkloadContext): Readonly<Record<string, string>> {
  const [type] = gpuTypes(context);
  return type === undefined || context.cluster?.cloud !== 'google' ? {} : { [ACCELERATOR_LABEL]: type };
}

/** Lets a pod onto nodes that are kept for those with GPUs. */
export function gpuTolerations(context: WorkloadContext): readonly k8s.Toleration[] {
  return podGpus(context) === 0 ? [] : [{ key: GPU_RESOURCE, operator: 'Exists', effect: 'NoSchedule' }];
}
