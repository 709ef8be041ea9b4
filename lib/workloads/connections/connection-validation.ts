import type { Refusal } from '../../core/errors';
import { externalHostRefusal, type ExternalHost } from '../../core/external-host';
import type { Acceptance, NamespaceConnection } from '../../core/model/connection';
import { transport } from '../../core/model/port';
import { isDnsLabel } from '../../core/names';
import { suggest } from '../../core/nearest';
import { meshOf } from '../mesh-part';
import { onHostNetwork } from '../pod/host-access';
import type { WorkloadContext } from '../workload-props';
import type { NamedPort } from './workload-connection';

/** Port that the mesh takes for TLS, where a host is told by the name that the client asks for. */
const TLS_PORT = 443;

/** Refuses connections of pods that no policy selects and no mesh knows. */
export function hostNetworkRefusal(context: WorkloadContext): Refusal | undefined {
  if (!onHostNetwork(context)) return undefined;
  const rule = 'must be false where connections are declared: on the network of the node nothing guards them';
  return {
    property: 'host.network',
    rule,
    got: true,
    remedy: 'pods there reach, and are reached by, what their node is',
  };
}

/** Refuses what nobody can connect to. */
export function targetRefusal(context: WorkloadContext): Refusal | undefined {
  if (context.kind !== 'Job' && context.kind !== 'CronJob') return hostNetworkRefusal(context);
  return { property: 'kind', rule: 'must be one that has a Service to be connected to', got: context.kind };
}

/** Refuses connections into a mesh from outside it. UDP passes it by. */
export function meshRefusal(
  source: WorkloadContext,
  target: WorkloadContext,
  { spec }: NamedPort,
): Refusal | undefined {
  if (meshOf(source) !== undefined || meshOf(target) === undefined || transport(spec) === 'UDP') return undefined;
  const rule = `is needed to reach ${target.namespace}/${target.name}, which accepts the mesh's mutual TLS only`;
  return { property: 'mesh', rule, got: undefined };
}

/** Refuses a port that a workload has not. */
export function unknownPort({ ports }: WorkloadContext, name: string): Refusal {
  const remedy = suggest(name, Object.keys(ports));
  return { property: 'port', rule: 'must be a port of the workload', got: name, remedy };
}

/** Refuses what the gateway and Prometheus do not speak. */
export function tcpRefusal({ name, spec }: NamedPort, by: string): Refusal | undefined {
  if (transport(spec) === 'TCP') return undefined;
  return { property: 'port', rule: `must be one of TCP to be reached by ${by}`, got: name };
}

/** Refuses a connection that is there already. */
export function twiceRefusal(property: string, got: string | number, opened: boolean): Refusal | undefined {
  return opened ? { property, rule: 'must be connected once', got, remedy: 'leave one of the two out' } : undefined;
}

/**
 * Refuses hosts that are none, and hosts that Istio could not tell apart: where no TLS names the host, one that has no
 * address of its own takes the whole port.
 * https://istio.io/latest/docs/ops/configuration/traffic-management/dns-proxy/#external-tcp-services-without-vips
 */
export function externalRefusal(
  context: WorkloadContext,
  external: ExternalHost,
  known: readonly ExternalHost[],
): Refusal | undefined {
  const { host, port } = external;
  const refusal = externalHostRefusal(external);
  if (refusal !== undefined || meshOf(context) === undefined || port === TLS_PORT) return refusal;
  const property = 'external';
  if (host.startsWith('*')) {
    const rule = `must be one host on port ${port}: in a mesh only port ${TLS_PORT} tells names apart`;
    return { property, rule, got: host };
  }
  const other = known.find((before) => before.port === port && before.host !== host);
  if (other === undefined) return undefined;
  const rule = `must be the only host on port ${port}: in a mesh only port ${TLS_PORT} tells names apart`;
  return { property, rule, got: host, remedy: `${other.host} has it` };
}

/** Refuses what names no pods of another namespace. */
export function namespaceConnectionRefusals(to: NamespaceConnection): readonly (Refusal | undefined)[] {
  const { namespace, serviceName, portNumber } = to;
  return [
    labelRefusal('namespace', namespace),
    labelRefusal('serviceName', serviceName),
    Number.isInteger(portNumber) && portNumber >= 1 && portNumber <= 65535
      ? undefined
      : { property: 'portNumber', rule: 'must be from 1 to 65535', got: portNumber },
  ];
}

/** Refuses what names no pods of another namespace, or no port of this workload. */
export function acceptanceRefusals(context: WorkloadContext, from: Acceptance): readonly (Refusal | undefined)[] {
  return [
    labelRefusal('namespace', from.namespace),
    labelRefusal('serviceAccount', from.serviceAccount),
    Object.hasOwn(context.ports, from.port) ? undefined : unknownPort(context, from.port),
  ];
}

function labelRefusal(property: string, got: string): Refusal | undefined {
  if (isDnsLabel(got)) return undefined;
  return { property, rule: 'must be lower-case letters, digits and dashes, 63 at most', got };
}
