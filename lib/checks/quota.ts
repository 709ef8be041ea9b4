import type { Finding } from '../core/finding';
import type { ManifestFile } from '../core/manifest';
import { canaryServiceNames, isCanary, primaries } from './flagger';
import { scalar, value, type ClusterOutput, type EnvironmentOutput } from './output';
import { amount, isContainerKey, podAmount } from './pod-amounts';
import { largestNumber, surge } from './pod-numbers';
import { namespaceOf, pods, type Pods } from './pods';
import { claimAmount, isClaimKey } from './quota-claims';

/** ConfigMaps that every namespace is given: the API server's certificate, and the mesh's. */
const GIVEN_CONFIG_MAPS = 2;

/** Objects that a quota may count, by its key. */
const COUNTED: Readonly<Record<string, (cluster: ClusterOutput, namespace: string) => number>> = {
  configmaps: (cluster, namespace) => GIVEN_CONFIG_MAPS + inNamespace(cluster, namespace, 'ConfigMap').length,
  pods: (cluster, namespace) => perPod(cluster, namespace, () => 1),
  secrets: (cluster, namespace) => inNamespace(cluster, namespace, 'ExternalSecret').length,
  services: (cluster, namespace) =>
    inNamespace(cluster, namespace, 'Service').length +
    inNamespace(cluster, namespace, 'Canary').flatMap(({ manifest }) =>
      isCanary(manifest) ? canaryServiceNames(manifest) : [],
    ).length,
};

/**
 * Rule `quota`: a namespace's quota holds all its workloads at their largest, a rollout's extra pods and the
 * mesh's proxies included. A quota that does not stops the autoscaler in the very hour it is needed.
 */
export function checkQuota({ clusters }: EnvironmentOutput): readonly Finding[] {
  return clusters.flatMap((cluster) =>
    cluster.manifests.filter(({ manifest }) => manifest.kind === 'ResourceQuota').flatMap((it) => faults(cluster, it)),
  );
}

function faults(cluster: ClusterOutput, { path, manifest }: ManifestFile): readonly Finding[] {
  const hard = value(manifest, 'spec', 'hard');
  const namespace = namespaceOf(manifest);
  return Object.keys(hard ?? {}).flatMap((key): readonly Finding[] => {
    const bound = scalar(hard, key) ?? '0';
    const needed = amountNeeded(cluster, namespace, key);
    if (needed === undefined || needed <= amount(key, bound)) return [];
    const message = `${key} is ${bound}, but all workloads at their largest need ${written(key, needed)}`;
    const remedy = 'raise the quota, or lower replicas.max or the resources of a service';
    return [{ rule: 'quota', severity: 'error', resource: manifest.metadata.name, path, message, remedy }];
  });
}

/** What a namespace needs under a key of a quota; undefined of what is not known. */
function amountNeeded(cluster: ClusterOutput, namespace: string, key: string): number | undefined {
  if (isClaimKey(key)) return claimAmount(cluster, namespace, key);
  if (isContainerKey(key)) return perPod(cluster, namespace, (pod) => podAmount(pod, key));
  return COUNTED[key]?.(cluster, namespace);
}

/** Sum over every pod of a namespace at its controller's largest, in the middle of a rollout. */
function perPod(cluster: ClusterOutput, namespace: string, each: (pod: Pods) => number): number {
  return [...pods(cluster.manifests), ...primaries(cluster.manifests)]
    .filter((pod) => pod.namespace === namespace)
    .reduce((sum, pod) => {
      const replicas = largestNumber(cluster, pod);
      return sum + each(pod) * (replicas + surge(pod, replicas));
    }, 0);
}

function inNamespace({ manifests }: ClusterOutput, namespace: string, kind: string): readonly ManifestFile[] {
  return manifests.filter(({ manifest }) => manifest.kind === kind && namespaceOf(manifest) === namespace);
}

function written(key: string, needed: number): string {
  if (key.endsWith('cpu')) return `${needed}m`;
  return /(memory|storage)$/.test(key) ? `${Math.ceil(needed / 2 ** 20)}Mi` : String(needed);
}
