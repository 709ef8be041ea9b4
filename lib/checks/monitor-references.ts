import type { Manifest } from '../core/manifest';
import type { ClusterIndex } from './cluster-index';
import { list, value } from './output';
import { namespaceOf } from './pods';
import { matchesSelector } from './selectors';

/** Ports of the proxy that the mesh puts into pods: https://istio.io/latest/docs/ops/deployment/application-requirements/ */
const INJECTED_PORTS: readonly unknown[] = ['http-envoy-prom', 15090];

/** What Prometheus is sent to and does not find: Services, pods, and ports of them. */
export function monitorReferences(index: ClusterIndex, manifest: Manifest): readonly string[] {
  return manifest.kind === 'PodMonitor'
    ? podMonitorReferences(index, manifest)
    : serviceMonitorReferences(index, manifest);
}

function serviceMonitorReferences(index: ClusterIndex, manifest: Manifest): readonly string[] {
  const selector = value(manifest, 'spec', 'selector');
  const services = index
    .all('Service', namespaceOf(manifest))
    .filter((service) => matchesSelector(selector, service.metadata.labels ?? {}));
  if (services.length === 0) return ['selects no Service'];
  return list(manifest, 'spec', 'endpoints').flatMap((endpoint) => {
    const port = value(endpoint, 'port');
    const found = services.some((service) => list(service, 'spec', 'ports').some((it) => value(it, 'name') === port));
    return found ? [] : [`scrapes port ${String(port)}, which its Services lack`];
  });
}

function podMonitorReferences(index: ClusterIndex, manifest: Manifest): readonly string[] {
  const pods = index.selected(namespaceOf(manifest), value(manifest, 'spec', 'selector'));
  if (pods.length === 0) return ['selects no pods'];
  return list(manifest, 'spec', 'podMetricsEndpoints').flatMap((endpoint) => {
    const field = value(endpoint, 'portNumber') === undefined ? 'name' : 'containerPort';
    const port = value(endpoint, field === 'name' ? 'port' : 'portNumber');
    if (INJECTED_PORTS.includes(port)) return [];
    const found = pods.every((pod) =>
      pod.containers.flatMap((container) => list(container, 'ports')).some((it) => value(it, field) === port),
    );
    return found ? [] : [`scrapes port ${String(port)}, which its pods lack`];
  });
}
