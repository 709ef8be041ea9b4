import { serviceNamespaces, type SystemModel } from '../core/model/system-model';
import { destinations, hasIdentity, PUBLIC_ADDRESS, type Destination, type Rights } from './destinations';
import { decidingFor, fits, isOpen, reachesAddress, reachesEntity, reachesHost } from './egress';
import { foreignPods, reachesForeign } from './foreign-pods';
import { namedHosts } from './host-policies';
import { allowsPort, networkJudge, type Endpoint } from './network-policies';
import type { ClusterOutput } from './output';
import type { ServicePods } from './service-pods';

const GUARD = 'network policies';
const HTTPS_PORT = 443;

/** Pods whose ways out are tried, and what the model says of them. */
interface Source extends Endpoint {
  readonly name: string;
  readonly resource: string;
  readonly path: string;
  readonly rights: Rights;
}

/** What gets out of the pods of a system and is not meant to, or is meant to and does not. */
export function egressFaults(
  model: SystemModel,
  cluster: ClusterOutput,
  services: readonly ServicePods[],
): readonly (readonly [resource: string, path: string, message: string])[] {
  return sources(model, cluster, services).flatMap((source) =>
    sourceFaults(model, cluster, source).map((message) => [source.resource, source.path, message] as const),
  );
}

function sourceFaults(model: SystemModel, output: ClusterOutput, source: Source): readonly string[] {
  const cluster = { ...output, manifests: decidingFor(output.manifests, source) };
  if (isOpen(cluster.manifests, source))
    return [`${source.name} may open any connection: no policy is about its egress`];
  return [
    ...destinations(model, cluster, source.rights).flatMap((to) => addressFaults(cluster, source, to)),
    ...hostFaults(cluster, source),
    ...nameFaults(cluster, source),
    ...foreignFaults(model, cluster, source),
  ];
}

/** The services, and in every namespace of theirs that is written a pod that nobody knows. */
function sources(
  model: SystemModel,
  { name, manifests }: ClusterOutput,
  services: readonly ServicePods[],
): readonly Source[] {
  const written = manifests.flatMap(({ manifest }) => (manifest.kind === 'Namespace' ? [manifest.metadata.name] : []));
  const known = services.map(({ service, namespace, labels, file }) => ({
    ...{ name: service.name, resource: service.name, path: file.path },
    ...{ namespace, labels, rights: service },
  }));
  const strangers = serviceNamespaces(model)
    .filter((namespace) => written.includes(namespace))
    .map((namespace) => ({
      ...{ name: `an unknown pod of ${namespace}`, resource: namespace, path: name },
      ...{ namespace, labels: {}, rights: {} },
    }));
  return [...known, ...strangers];
}

function addressFaults({ manifests }: ClusterOutput, source: Source, to: Destination): readonly string[] {
  const { name, address, port, protocol, verdict, entity } = to;
  const allowed =
    reachesAddress(manifests, source, to, verdict === 'never') ||
    (verdict === 'must' && entity !== undefined && reachesEntity(manifests, source, entity, port));
  const connection = `${source.name} to ${name} (${address}:${port}${protocol === 'UDP' ? '/UDP' : ''})`;
  if (verdict === 'never' && allowed) return [through(connection)];
  return verdict === 'must' && !allowed ? [denied(connection)] : [];
}

/** Hosts of the model have to be reached, by their names or by any address of the internet. */
function hostFaults({ manifests }: ClusterOutput, source: Source): readonly string[] {
  return (source.rights.connectsTo ?? []).flatMap((connection) => {
    if (!('external' in connection)) return [];
    const { external: host, portNumber: port } = connection;
    const target = { address: PUBLIC_ADDRESS, port, protocol: 'TCP' } as const;
    return reachesHost(manifests, source, { host, port }) || reachesAddress(manifests, source, target, false)
      ? []
      : [denied(`${source.name} to ${host}:${port}`)];
  });
}

/** Hosts that policies name have to be the model's, or an API's of the cloud; and no address may make up for them. */
function nameFaults({ manifests }: ClusterOutput, source: Source): readonly string[] {
  const { connectsTo = [] } = source.rights;
  return namedHosts(manifests, source).flatMap(({ host, ports }) => {
    const open = (port: number): boolean => allowsPort(ports, { port, portName: '', protocol: 'TCP' });
    const own = connectsTo.some(
      (it) => 'external' in it && open(it.portNumber) && (fits(host, it.external) || fits(it.external, host)),
    );
    const isOwn = own || (hasIdentity(source.rights) && open(HTTPS_PORT));
    const asked = [HTTPS_PORT, ...connectsTo.flatMap((it) => ('external' in it ? [it.portNumber] : []))].filter(open);
    const undone = [...new Set(asked)].filter((port) =>
      reachesAddress(manifests, source, { address: PUBLIC_ADDRESS, port, protocol: 'TCP' }, true),
    );
    return [
      ...(isOwn ? [] : [through(`${source.name} to ${host}`)]),
      ...undone.map((port) => `${source.name} may reach ${host} by name, yet every public address on port ${port}`),
    ];
  });
}

/**
 * Pods that come with other namespaces guard themselves; whether ours get there by their labels is ours to say. Ranges of
 * addresses that may hold them are judged as addresses.
 */
function foreignFaults(model: SystemModel, { manifests }: ClusterOutput, source: Source): readonly string[] {
  const { allowsOut } = networkJudge(manifests);
  return foreignPods(model).flatMap((to) => {
    const declared = reachesForeign(source.rights, to);
    const flow = { from: source, to, port: to.port, portName: '', protocol: 'TCP', inDoubt: false } as const;
    const allowed = allowsOut(flow);
    if (allowed === declared) return [];
    const connection = `${source.name} to ${to.name}:${to.port}`;
    return [allowed ? through(connection) : denied(connection)];
  });
}

function through(connection: string): string {
  return `${connection} is not connected in the model, yet let through by ${GUARD}`;
}

function denied(connection: string): string {
  return `${connection} is connected in the model, yet denied by ${GUARD}`;
}
