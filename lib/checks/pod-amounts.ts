import { cpuMillicores, quantityBytes } from '../core/quantity';
import { autoscalerOf } from './autoscalers';
import { list, scalar, value, type ClusterOutput } from './output';
import type { Pods } from './pods';

/** Annotations that say what Istio's injected proxy asks for, by the quota's key. */
const PROXY_ANNOTATIONS: Readonly<Record<string, string>> = {
  'requests.cpu': 'sidecar.istio.io/proxyCPU',
  'requests.memory': 'sidecar.istio.io/proxyMemory',
  'limits.cpu': 'sidecar.istio.io/proxyCPULimit',
  'limits.memory': 'sidecar.istio.io/proxyMemoryLimit',
};

/** What a quota may bound of each pod. */
export const POD_AMOUNTS = Object.keys(PROXY_ANNOTATIONS);

/** Share of its pods that a rollout of a Deployment adds where it does not say. */
const DEFAULT_SURGE = '25%';

/** What one pod counts for under a key of a quota, its proxy included: millicores or bytes. */
export function podAmount({ spec, annotations }: Pods, key: string): number {
  const [kind = '', resource = ''] = key.split('.');
  const own = (container: unknown): number => amount(key, scalar(container, 'resources', kind, resource));
  const inits = list(spec, 'initContainers');
  const sidecars = inits.filter((container) => value(container, 'restartPolicy') === 'Always');
  const lasting = [...list(spec, 'containers'), ...sidecars].reduce<number>((sum, it) => sum + own(it), 0);
  // The others run one after the other and are gone before the rest begins: only the largest counts.
  const passing = Math.max(0, ...inits.filter((it) => !sidecars.includes(it)).map(own));
  return Math.max(lasting, passing) + amount(key, annotations[PROXY_ANNOTATIONS[key] ?? '']);
}

/** How many pods there are when a controller is scaled out as far as it goes. */
export function largestNumber(cluster: Pick<ClusterOutput, 'manifests'>, pod: Pods): number {
  const { manifest } = pod.file;
  const spec = value(manifest, 'spec', 'jobTemplate', 'spec') ?? value(manifest, 'spec');
  const bound = value(autoscalerOf(cluster, pod), 'spec', 'maxReplicas');
  return Number(bound ?? value(spec, 'replicas') ?? value(spec, 'parallelism') ?? 1);
}

/** Pods that a rollout adds for a while to a number of them. */
export function surge({ file: { manifest } }: Pods, replicas: number): number {
  if (manifest.kind !== 'Deployment' || value(manifest, 'spec', 'strategy', 'type') === 'Recreate') return 0;
  const extra = scalar(manifest, 'spec', 'strategy', 'rollingUpdate', 'maxSurge') ?? DEFAULT_SURGE;
  const share = /^(\d+)%$/.exec(extra)?.[1];
  return share === undefined ? Number(extra) : Math.ceil((replicas * Number(share)) / 100);
}

/** An amount under a key of a quota, in millicores or bytes; 0 where there is none. */
export function amount(key: string, quantity = '0'): number {
  return (key.endsWith('cpu') ? cpuMillicores(quantity) : quantityBytes(quantity)) ?? 0;
}
