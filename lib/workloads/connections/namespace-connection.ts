import type { Acceptance, NamespaceConnection } from '../../core/model/connection';
import { allowEgress } from '../../platform/network/network-policy';
import type { PodPeer } from '../../platform/network/peer';
import { connectionName } from './names';
import { openPort, type ConnectionEnd, type NamedPort } from './workload-connection';

/** Lets a workload reach pods of another namespace. Whether these let it in is for that namespace to say. */
export function connectToNamespace({ scope, context }: ConnectionEnd, to: NamespaceConnection): void {
  const { name, namespace, selector } = context;
  const id = `${to.namespace}.${to.serviceName}.${to.portNumber}`;
  allowEgress(scope, `ToNamespace.${id}`, {
    name: connectionName(name, 'to', to.namespace, to.serviceName, String(to.portNumber)),
    namespace,
    selector,
    to: podsOf(to),
    ports: [{ port: to.portNumber }],
  });
}

/** Lets pods of another namespace reach a port of a workload. */
export function connectFromNamespace(to: ConnectionEnd, port: NamedPort, from: Acceptance): void {
  openPort(to, port, {
    name: `${from.namespace}-${from.serviceAccount}`,
    peer: podsOf(from),
    serviceAccount: from.serviceAccount,
  });
}

function podsOf({ namespace, labels = {} }: Pick<NamespaceConnection, 'namespace' | 'labels'>): PodPeer {
  return { namespace, labels: Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, [value]])) };
}
