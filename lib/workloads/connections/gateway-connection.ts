import type { Mesh } from '../../platform/mesh/mesh';
import { allowEgress } from '../../platform/network/network-policy';
import { connectionName } from './names';
import { allowedPort, openPort, podPeer, type ConnectionEnd, type NamedPort } from './workload-connection';

/** Lets the mesh's ingress gateway reach a port of a workload, with some methods or all. */
export function connectGateway(
  to: ConnectionEnd,
  port: NamedPort,
  gateway: Mesh['gateway'],
  methods?: readonly string[],
): void {
  const { name, namespace } = to.context;
  const caller = { name: 'gateway', peer: gateway, serviceAccount: gateway.serviceAccount };
  openPort(to, port, caller, methods === undefined ? {} : { methods });
  allowEgress(to.scope, `OutOfGateway.${port.name}`, {
    name: connectionName('gateway', 'to', namespace, name, port.name),
    namespace: gateway.namespace,
    selector: Object.fromEntries(Object.entries(gateway.labels).map(([key, values]) => [key, values.join()])),
    to: podPeer(to.context),
    ports: [allowedPort(port.spec)],
  });
}
