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
  const hosts = list(manifest, 'spec', 'hosts');
  return list(manifest, 'spec', 'gateways').flatMap((name) => {
    const gateway = index.find('Gateway', namespaceOf(manifest), String(name));
    if (gateway === undefined) return [`is bound to Gateway ${String(name)}, which is not written`];
    const served = list(gateway, 'spec', 'servers').flatMap((server) => list(server, 'hosts'));
    return hosts
      .filter((host) => !served.includes(host))
      .map((host) => `routes host ${String(host)}, which Gateway ${String(name)} does not serve`);
  });
}

function destinationReferences(index: ClusterIndex, manifest: Manifest): readonly string[] {
  return list(manifest, 'spec', 'http')
    .flatMap((route) => list(route, 'route'))
    .flatMap((route) => {
      const host = text(route, 'destination', 'host') ?? '';
      const port = value(route, 'destination', 'port', 'number');
      const [name = '', namespace = namespaceOf(manifest)] = host.split('.');
      const service = index.find('Service', namespace, name);
      if (service === undefined) return [`sends requests to ${host}, which is no Service`];
      const found = list(service, 'spec', 'ports').some((it) => value(it, 'port') === port);
      return found ? [] : [`sends requests to port ${String(port)} of ${host}, which the Service lacks`];
    });
}
