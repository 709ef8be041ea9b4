import type { Construct } from 'constructs';
import { SERVICE_LABEL } from '../../core/labels';
import { transport, type PortSpec } from '../../core/model/port';
import { allowEgress, allowIngress } from '../../platform/network/network-policy';
import type { PodPeer } from '../../platform/network/peer';
import { meshOf } from '../mesh-part';
import type { WorkloadContext } from '../workload-props';
import { connectionName, nameSeenFrom } from './names';

/** One end of a connection, and where its objects belong. */
export interface ConnectionEnd {
  readonly scope: Construct;
  readonly context: WorkloadContext;
}

/** A port of a workload, by its name. */
export interface NamedPort {
  readonly name: string;
  readonly spec: PortSpec;
}

/** Lets one workload reach a port of another: out of the one, into the other, and as the one's service account. */
export function connectWorkloads(from: ConnectionEnd, to: ConnectionEnd, port: NamedPort): void {
  const [source, target] = [from.context, to.context];
  const name = connectionName(source.name, 'to', nameSeenFrom(source, target), port.name);
  allowEgress(from.scope, `To.${target.namespace}.${target.name}.${port.name}`, {
    name,
    namespace: source.namespace,
    selector: source.selector,
    to: podPeer(target),
    ports: [allowedPort(port.spec)],
  });
  openPort(to, port, {
    name: nameSeenFrom(target, source),
    peer: podPeer(source),
    serviceAccount: source.name,
  });
}

/** Who is let in, as the network and the mesh know them. */
export interface Caller {
  /** As names of objects give it. */
  readonly name: string;
  readonly peer: PodPeer;
  readonly serviceAccount: string;
}

/** What a caller may do on a port that speaks HTTP. */
export interface CallerRights {
  /** @default - every method */
  readonly methods?: readonly string[];
  /** @default - every path */
  readonly paths?: readonly string[];
}

/** Lets a caller reach a port of a workload. The mesh guards no UDP, so the network alone decides there. */
export function openPort(
  { scope, context }: ConnectionEnd,
  port: NamedPort,
  caller: Caller,
  rights: CallerRights = {},
): void {
  const { name, namespace, selector } = context;
  const id = `${caller.peer.namespace}.${caller.name}.${port.name}`;
  const object = { name: connectionName(name, port.name, 'from', caller.name), namespace, selector };
  allowIngress(scope, `From.${id}`, { ...object, from: caller.peer, ports: [allowedPort(port.spec)] });
  if (transport(port.spec) === 'UDP') return;
  meshOf(context)?.authorize(scope, `Authorize.${id}`, {
    ...object,
    from: { namespace: caller.peer.namespace, serviceAccount: caller.serviceAccount },
    ports: [port.spec.containerPort],
    ...rights,
  });
}

/** Pods of a workload, whatever makes them. */
export function podPeer({ name, namespace }: WorkloadContext): PodPeer {
  return { namespace, labels: { [SERVICE_LABEL]: [name] } };
}

/** A port as network policies name it: that of the container. */
export function allowedPort(port: PortSpec): { readonly port: number; readonly protocol: 'TCP' | 'UDP' } {
  return { port: port.containerPort, protocol: transport(port) };
}
