import type { Manifest } from '../core/manifest';
import type { ClusterIndex } from './cluster-index';
import { list, value } from './output';
import { namespaceOf } from './pods';

/** What follows a Service's name and namespace in its host. */
const SERVICE_HOST = /^([^.]+)\.([^.]+)\.svc\.cluster\.local$/;

/** The Service of the API server, which every cluster has. */
const API_SERVER = 'default/kubernetes';

/** Pods, Services and hosts that a scope of the mesh, or a host outside, names and nobody writes. */
export function scopeReferences(index: ClusterIndex, manifest: Manifest): readonly string[] {
  const labels = value(manifest, 'spec', 'workloadSelector', 'labels');
  return [
    ...(labels === undefined || index.selected(namespaceOf(manifest), { matchLabels: labels }).length > 0
      ? []
      : ['selects no pods']),
    ...(manifest.kind === 'Sidecar' ? hosts(index, manifest) : []),
  ];
}

function hosts(index: ClusterIndex, sidecar: Manifest): readonly string[] {
  return list(sidecar, 'spec', 'egress')
    .flatMap((listener) => list(listener, 'hosts'))
    .map(String)
    .filter((host) => !isKnown(index, sidecar, host))
    .map((host) => `shows its pods ${host}, which is no Service and no host that is written`);
}

/** A host is `namespace/name`; of namespaces that we do not write, and of `*`, nothing is known. */
function isKnown(index: ClusterIndex, sidecar: Manifest, host: string): boolean {
  const [own = '', name = ''] = host.split('/');
  const namespace = own === '.' ? namespaceOf(sidecar) : own;
  if (name === '*' || ['*', '~'].includes(namespace)) return true;
  const [, service = '', at = ''] = SERVICE_HOST.exec(name) ?? [];
  if (service !== '') {
    const written = index.find('Service', at, service) !== undefined || `${at}/${service}` === API_SERVER;
    return at === namespace && (written || !isOurs(index, at));
  }
  return !isOurs(index, namespace) || index.all('ServiceEntry', namespace).some((entry) => names(entry, name));
}

function isOurs(index: ClusterIndex, namespace: string): boolean {
  return index.find('Namespace', '', namespace) !== undefined;
}

function names(entry: Manifest, host: string): boolean {
  return list(entry, 'spec', 'hosts').some((it) => it === host || matches(host, String(it)));
}

/** A scope may show every host of a domain at once. */
function matches(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') && host.endsWith(pattern.slice(1));
}
