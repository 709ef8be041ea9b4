import { cpuMillicores, quantityBytes } from '../core/quantity';
import { list, scalar, value } from './output';
import type { Pods } from './pods';

/** Annotations that say what Istio's injected proxy asks for, by the quota's key. */
const PROXY_ANNOTATIONS: Readonly<Record<string, string>> = {
  'requests.cpu': 'sidecar.istio.io/proxyCPU',
  'requests.memory': 'sidecar.istio.io/proxyMemory',
  'limits.cpu': 'sidecar.istio.io/proxyCPULimit',
  'limits.memory': 'sidecar.istio.io/proxyMemoryLimit',
};

/** Short forms of a quota's keys: https://kubernetes.io/docs/concepts/policy/resource-quotas/ */
const SHORT_KEYS: Readonly<Record<string, string>> = { cpu: 'requests.cpu', memory: 'requests.memory' };

const CONTAINER_KEY = /^(requests|limits)\.(.+)$/;

/** Whether a key of a quota bounds what containers ask for: CPU, memory, GPUs, whatever a node offers. */
export function isContainerKey(key: string): boolean {
  return key in SHORT_KEYS || (CONTAINER_KEY.test(key) && key !== 'requests.storage');
}

/**
 * What one pod counts for under a key of a quota, its proxy included: millicores, bytes or pieces. As the scheduler
 * counts, init containers run one after the other and give theirs back, save those that stay; each finds only the ones
 * before it running. https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
 */
export function podAmount({ spec, annotations }: Pods, shortOrLong: string): number {
  const key = SHORT_KEYS[shortOrLong] ?? shortOrLong;
  let staying = 0;
  let starting = 0;
  for (const container of list(spec, 'initContainers')) {
    const own = containerAmount(container, key);
    starting = Math.max(starting, staying + own);
    if (value(container, 'restartPolicy') === 'Always') staying += own;
  }
  const running = list(spec, 'containers').reduce<number>((sum, it) => sum + containerAmount(it, key), staying);
  return Math.max(running, starting) + amount(key, annotations[PROXY_ANNOTATIONS[key] ?? '']);
}

/** A container that says a limit and no request is promised its limit. */
function containerAmount(container: unknown, key: string): number {
  const [, kind = '', resource = ''] = CONTAINER_KEY.exec(key) ?? [];
  const said = scalar(container, 'resources', kind, resource);
  return amount(key, said ?? (kind === 'requests' ? scalar(container, 'resources', 'limits', resource) : undefined));
}

/** An amount under a key of a quota, in millicores, bytes or pieces; 0 where there is none. */
export function amount(key: string, quantity = '0'): number {
  return (key.endsWith('cpu') ? cpuMillicores(quantity) : quantityBytes(quantity)) ?? 0;
}
