import type { Finding } from '../core/finding';
import { replicaBounds } from './autoscalers';
import { list, value, type ClusterOutput, type EnvironmentOutput } from './output';
import { namespaceOf, pods, type Pods } from './pods';
import { matchesSelector } from './selectors';

/** Labels of nodes that tell zones apart, and the nodes of a zone. */
const TOPOLOGY_KEYS = ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'];

/** Rule `availability`: what runs more than once survives a drained node and a lost zone. */
export function checkAvailability({ clusters }: EnvironmentOutput): readonly Finding[] {
  return clusters.flatMap((cluster) =>
    pods(cluster.manifests)
      .filter((pod) => smallestNumber(cluster, pod) > 1)
      .flatMap((pod) => [
        ...(hasBudget(cluster, pod) ? [] : [finding(pod, 'has no PodDisruptionBudget')]),
        ...(isSpread(pod) ? [] : [finding(pod, 'is not spread over zones and nodes')]),
      ]),
  );
}

/** Pods that run at all times. One that KEDA takes away and brings back is not missed meanwhile. */
function smallestNumber(cluster: ClusterOutput, pod: Pods): number {
  const number = replicaBounds(cluster, pod)?.min ?? value(pod.file.manifest, 'spec', 'replicas');
  return typeof number === 'number' ? number : 1;
}

function hasBudget(cluster: ClusterOutput, pod: Pods): boolean {
  return cluster.manifests.some(
    ({ manifest }) =>
      manifest.kind === 'PodDisruptionBudget' &&
      namespaceOf(manifest) === pod.namespace &&
      matchesSelector(value(manifest, 'spec', 'selector'), pod.labels),
  );
}

/** A constraint that counts other pods than its own spreads nothing. */
function isSpread({ spec, labels }: Pods): boolean {
  const own = list(spec, 'topologySpreadConstraints').filter((it) =>
    matchesSelector(value(it, 'labelSelector'), labels),
  );
  return TOPOLOGY_KEYS.every((key) => own.some((it) => value(it, 'topologyKey') === key));
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
