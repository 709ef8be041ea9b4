import type { Manifest } from '../core/manifest';
import { INGRESS_NAMESPACE } from '../core/model/system-model';
import type { ClusterIndex } from './cluster-index';
import { list, text, value } from './output';
import { namespaceOf } from './pods';

/** What gateways and routes name and nobody writes: certificates, gateways, hosts, Services and their ports. */
export function meshReferences(index: ClusterIndex, manifest: Manifest): readonly string[] {
  return manifest.kind === 'Gateway'
    ? certificateReferences(index, manifest)
    : [...gatewayReferences(index, manifest), ...destinationReferences(index, manifest)];
}

function certificateReferences(index: ClusterIndex, manifest: Manifest): readonly string[] {
  return list(manifest, 'spec', 'servers')
    .flatMap((server) => text(server, 'tls', 'credentialName') ?? [])
    .filter((name) => !['tls.crt', 'tls.key'].every((key) => index.hasSecret(INGRESS_NAMESPACE, name, key)))
    .map((name) => `takes its certificate from Secret ${name} in ${INGRESS_NAMESPACE}, which nothing makes`);
}

function gatewayReferences(index: ClusterIndex, manifest: Manifest): readonly string[] {
  const hosts = list(manifest, 'spec', 'hosts').map(String);
  return list(manifest, 'spec', 'gateways').flatMap((entry) => {
    const name = String(entry);
    // Not a gateway: the sidecars themselves.
    if (name === 'mesh') return [];
    const [namespace = '', own] = name.includes('/') ? name.split('/') : [namespaceOf(manifest), name];
    const gateway = index.find('Gateway', namespace, own ?? '');
    if (gateway === undefined) return [`is bound to Gateway ${name}, which is not written`];
    const served = list(gateway, 'spec', 'servers').flatMap((server) => list(server, 'hosts').map(String));
    return hosts
      .filter((host) => !served.some((pattern) => serves(pattern, host)))
      .map((host) => `routes host ${host}, which Gateway ${name} does not serve`);
  });
}

/** A gateway's hosts may begin with a namespace that they are for, and with a wildcard. */
function serves(pattern: string, host: string): boolean {
  const wanted = pattern.slice(pattern.indexOf('/') + 1);
  return wanted.startsWith('*') ? host.endsWith(wanted.slice(1)) : wanted === host;
}

function destinationReferences(index: ClusterIndex, manifest: Manifest): readonly string[] {
  const routes = ['http', 'tcp', 'tls'].flatMap((protocol) => list(manifest, 'spec', protocol));
  return routes
    .flatMap((route) => [
      ...list(route, 'route').map((it) => value(it, 'destination')),
      ...list(route, 'mirror'),
      ...list(route, 'mirrors').map((it) => value(it, 'destination')),
    ])
    .flatMap((destination) => destinationFaults(index, manifest, destination));
}

/** A destination may leave its port out where the Service has one only. */
function destinationFaults(index: ClusterIndex, manifest: Manifest, destination: unknown): readonly string[] {
  const host = text(destination, 'host') ?? '';
  const port = value(destination, 'port', 'number');
  const [name = '', namespace = namespaceOf(manifest)] = host.split('.');
  const service = index.find('Service', namespace, name);
  if (service === undefined) return [`sends requests to ${host}, which is no Service`];
  const ports = list(service, 'spec', 'ports').map((it) => value(it, 'port'));
  if (port === undefined && ports.length === 1) return [];
  return ports.includes(port) ? [] : [`sends requests to port ${String(port)} of ${host}, which the Service lacks`];
}
