import type { WorkloadContext } from '../workload-props';
import type { Connections } from './connections';

/** Opens what a workload's own rights are good for: its cloud, and the API server. */
export function addOwnConnections(
  { permissions = [], apiAccess = [] }: WorkloadContext,
  connections: Connections,
): void {
  if (permissions.length > 0) connections.allowToCloud(permissions);
  if (apiAccess.length > 0) connections.allowToApiServer();
}
