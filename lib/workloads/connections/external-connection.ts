import { PRIVATE_RANGES } from '../../core/cidr';
import type { ExternalHost } from '../../core/external-host';
import { allowEgressToHosts, type HostPolicies } from '../../platform/network/host-policy';
import { allowEgressToRanges, type AddressRange } from '../../platform/network/network-policy';
import { meshOf } from '../mesh-part';
import type { WorkloadContext } from '../workload-props';
import { connectionName, hostPart } from './names';
import type { ConnectionEnd } from './workload-connection';

/** Everything but private networks, and the cloud's metadata and link-local services. */
export const PUBLIC_ADDRESSES: AddressRange = {
  cidr: '0.0.0.0/0',
  except: [...PRIVATE_RANGES, '169.254.0.0/16'].sort(),
};

/** Lets a workload reach a port of a host outside the cluster. */
export function connectToExternal(from: ConnectionEnd, { host, port }: ExternalHost): void {
  const name = connectionName(from.context.name, 'to', hostPart(host), String(port));
  const { namespace } = from.context;
  openToHosts(from, `To.${host}.${port}`, { name, hosts: [host], port, ranges: [PUBLIC_ADDRESSES] });
  meshOf(from.context)?.allowExternal(from.scope, `Host.${host}.${port}`, { name, namespace, host, port });
}

/** Hosts, and the ranges that they are in where the network knows no names. */
interface HostsInRanges {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly port: number;
  readonly ranges: readonly AddressRange[];
}

/** Lets a workload's pods reach hosts by their names; or everything in their ranges, where no policy takes names. */
export function openToHosts({ scope, context }: ConnectionEnd, id: string, open: HostsInRanges): void {
  const { namespace, selector } = context;
  const props = { name: open.name, namespace, selector, ports: [{ port: open.port }] };
  const policies = namePolicies(context);
  if (policies === undefined) allowEgressToRanges(scope, id, { ...props, ranges: open.ranges });
  else if (open.hosts.length > 0) allowEgressToHosts(scope, id, { ...props, hosts: open.hosts, policies });
}

/**
 * What lets the network tell hosts apart for a workload. GKE's policies do not go with a mesh, which tells them itself:
 * https://cloud.google.com/kubernetes-engine/docs/how-to/fqdn-network-policies#requirements_and_limitations
 */
function namePolicies(context: WorkloadContext): HostPolicies | undefined {
  const policies = context.cluster?.fqdnPolicies;
  return policies === 'gke' && meshOf(context) !== undefined ? undefined : policies;
}
