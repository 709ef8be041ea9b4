import type { Finding } from '../core/finding';
import type { ClusterOutput, EnvironmentOutput } from './output';
import { levelOf } from './pod-security';
import { pods, type Pods } from './pods';
import { mountsToken } from './tokens';

/**
 * Rule `host-confinement`: pods that have what is the node's stand alone in their namespace, whose pods may then all
 * have it, and hold no token of the Kubernetes API: whoever breaks into one has a node, and no more.
 */
export function checkHostConfinement({ clusters }: EnvironmentOutput): readonly Finding[] {
  return clusters.flatMap((cluster) =>
    pods(cluster.manifests)
      .filter((pod) => levelOf(pod) === 'privileged')
      .flatMap((pod) => [...neighbourFindings(cluster, pod), ...tokenFindings(cluster, pod)]),
  );
}

function neighbourFindings(cluster: ClusterOutput, pod: Pods): readonly Finding[] {
  const { namespace } = pod;
  const others = pods(cluster.manifests).filter((other) => other.namespace === namespace && other.name !== pod.name);
  const names = [...new Set(others.map(({ name }) => name))].sort();
  if (names.length === 0) return [];
  const message = `has what is the node's, and shares namespace ${namespace} with ${names.join(', ')}`;
  return [finding(pod, message, 'give it a namespace of its own')];
}

function tokenFindings(cluster: ClusterOutput, pod: Pods): readonly Finding[] {
  if (!mountsToken(cluster, pod)) return [];
  const message = "has what is the node's, and a token of the Kubernetes API";
  return [finding(pod, message, 'take its apiAccess away, or give that to a service without host access')];
}

function finding({ name, file }: Pods, message: string, remedy: string): Finding {
  return { rule: 'host-confinement', severity: 'error', resource: name, path: file.path, message, remedy };
}
