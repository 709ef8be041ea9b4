import type { Finding } from '../core/finding';
import { list, value, type ClusterOutput, type EnvironmentOutput } from './output';
import { pods, type Pods } from './pods';
import { matchesSelector } from './selectors';

/** Rule `availability`: what runs more than once survives a drained node and a lost zone. */
export function checkAvailability({ clusters }: EnvironmentOutput): readonly Finding[] {
  return clusters.flatMap((cluster) =>
    pods(cluster.manifests)
      .filter((pod) => smallestNumber(cluster, pod) > 1)
      .flatMap((pod) => [
        ...(hasBudget(cluster, pod) ? [] : [finding(pod, 'has no PodDisruptionBudget')]),
        ...(list(pod.spec, 'topologySpreadConstraints').length > 0
          ? []
          : [finding(pod, 'is not spread over zones and nodes')]),
      ]),
  );
}

function smallestNumber(cluster: ClusterOutput, pod: Pods): number {
  const autoscaler = cluster.manifests.find(
    ({ manifest }) =>
      manifest.kind === 'HorizontalPodAutoscaler' &&
      manifest.metadata.namespace === pod.namespace &&
      value(manifest, 'spec', 'scaleTargetRef', 'name') === pod.name,
  );
  const number = value(autoscaler?.manifest, 'spec', 'minReplicas') ?? value(pod.file.manifest, 'spec', 'replicas');
  return typeof number === 'number' ? number : 1;
}

function hasBudget(cluster: ClusterOutput, pod: Pods): boolean {
  return cluster.manifests.some(
    ({ manifest }) =>
      manifest.kind === 'PodDisruptionBudget' &&
      manifest.metadata.namespace === pod.namespace &&
      matchesSelector(value(manifest, 'spec', 'selector'), pod.labels),
  );
}

function finding(pod: Pods, message: string): Finding {
  return {
    rule: 'availability',
    severity: 'error',
    resource: pod.name,
    path: pod.file.path,
    message: `runs more than one replica and ${message}`,
    remedy: 'use Workload, which adds both, or run a single replica',
  };
}
