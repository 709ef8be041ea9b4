import type { Cluster } from '../../core/cluster';
import type { Permission } from '../../core/service-identity';
import { allowEgressToEntity } from '../../platform/network/cilium-policy';
import { allowEgressToRange } from '../../platform/network/network-policy';
import { meshOf } from '../mesh-part';
import { openToHosts, PUBLIC_ADDRESSES } from './external-connection';
import { connectionName, hostPart } from './names';
import type { ConnectionEnd } from './workload-connection';

/** Port of every API of a cloud. */
const CLOUD_API_PORT = 443;

/** Hosts of the cloud's APIs that permissions need, sorted, each once. */
export function cloudHosts(cluster: Cluster, permissions: readonly Permission[]): readonly string[] {
  return [...new Set(permissions.flatMap((permission) => cluster.cloudApiHosts(permission)))].sort();
}

/** Lets a workload's pods fetch credentials of its cloud identity, and call the APIs that they are good for. */
export function connectToCloud(from: ConnectionEnd, cluster: Cluster, hosts: readonly string[]): void {
  openToCredentials(from, cluster);
  openToHosts(from, 'ToCloudApis', {
    name: connectionName(from.context.name, 'to', 'cloud', 'apis'),
    hosts,
    port: CLOUD_API_PORT,
    ranges: [PUBLIC_ADDRESSES, ...cluster.cloudApiRanges.map((cidr) => ({ cidr }))],
  });
  const { name, namespace } = from.context;
  for (const host of hosts) {
    meshOf(from.context)?.allowExternal(from.scope, `CloudHost.${host}`, {
      name: connectionName(name, 'to', 'cloud', hostPart(host)),
      namespace,
      host,
      port: CLOUD_API_PORT,
    });
  }
}

/** Cilium takes the agent on the node for the node itself: https://github.com/cilium/cilium/issues/34387 */
function openToCredentials({ scope, context }: ConnectionEnd, { credentialEndpoint, fqdnPolicies }: Cluster): void {
  const { name, namespace, selector } = context;
  const { cidr, port } = credentialEndpoint;
  const props = { name: connectionName(name, 'to', 'credentials'), namespace, selector, ports: [{ port }] };
  allowEgressToRange(scope, 'ToCredentials', { ...props, cidr });
  if (fqdnPolicies === 'cilium') allowEgressToEntity(scope, 'ToCredentialsOnHost', { ...props, entity: 'host' });
}
