import type { Finding } from '../core/finding';
import { cpuMillicores, quantityBytes } from '../core/quantity';
import { list, text, value, type ClusterOutput, type EnvironmentOutput } from './output';
import { namespaceOf, pods, type Pods } from './pods';

/** Annotations that say what Istio's injected proxy asks for, by the quota's key. */
const PROXY_ANNOTATIONS: Readonly<Record<string, string>> = {
  'requests.cpu': 'sidecar.istio.io/proxyCPU',
  'requests.memory': 'sidecar.istio.io/proxyMemory',
  'limits.cpu': 'sidecar.istio.io/proxyCPULimit',
  'limits.memory': 'sidecar.istio.io/proxyMemoryLimit',
};

/**
 * Rule `quota`: a namespace's quota holds all its workloads at their largest, a rollout's extra pods and the
 * mesh's proxies included. A quota that does not stops the autoscaler in the very hour it is needed.
 */
export function checkQuota({ clusters }: EnvironmentOutput): readonly Finding[] {
  return clusters.flatMap((cluster) =>
    cluster.manifests
      .filter(({ manifest }) => manifest.kind === 'ResourceQuota')
      .flatMap(({ path, manifest }) =>
        Object.keys(PROXY_ANNOTATIONS).flatMap((key): readonly Finding[] => {
          const hard = text(value(manifest, 'spec', 'hard'), key);
          if (hard === undefined) return [];
          const needed = total(cluster, namespaceOf(manifest), key);
          const allowed = amount(key, hard);
          if (needed <= allowed) return [];
          const message = `${key} is ${hard}, but all workloads at their largest need ${written(key, needed)}`;
          const remedy = 'raise the quota, or lower replicas.max or the resources of a service';
          return [{ rule: 'quota', severity: 'error', resource: manifest.metadata.name, path, message, remedy }];
        }),
      ),
  );
}

function total(cluster: ClusterOutput, namespace: string, key: string): number {
  return pods(cluster.manifests)
    .filter((pod) => pod.namespace === namespace)
    .reduce((sum, pod) => sum + podAmount(pod, key) * largestNumber(cluster, pod), 0);
}

function podAmount(pod: Pods, key: string): number {
  const [kind = '', resource = ''] = key.split('.');
  const own = pod.containers.map((container) => amount(key, text(container, 'resources', kind, resource) ?? '0'));
  const annotations = value(pod.file.manifest, 'spec', 'template', 'metadata', 'annotations');
  const proxy = text(annotations, PROXY_ANNOTATIONS[key] ?? '') ?? '0';
  return own.reduce((sum, it) => sum + it, amount(key, proxy));
}

function largestNumber(cluster: ClusterOutput, pod: Pods): number {
  const manifest = pod.file.manifest;
  const autoscaler = cluster.manifests.find(
    ({ manifest: it }) =>
      it.kind === 'HorizontalPodAutoscaler' && value(it, 'spec', 'scaleTargetRef', 'name') === pod.name,
  );
  const replicas = value(autoscaler?.manifest, 'spec', 'maxReplicas') ?? value(manifest, 'spec', 'replicas') ?? 1;
  const surge = list(manifest, 'spec', 'strategy', 'rollingUpdate', 'maxSurge')[0];
  return Number(replicas) + (typeof surge === 'number' ? surge : 0);
}

function amount(key: string, quantity: string): number {
  return (key.endsWith('cpu') ? cpuMillicores(quantity) : quantityBytes(quantity)) ?? 0;
}

function written(key: string, needed: number): string {
  return key.endsWith('cpu') ? `${needed}m` : `${Math.ceil(needed / 2 ** 20)}Mi`;
}
