import { meshOf } from '../mesh-part';
import type { WorkloadContext } from '../workload-props';

/**
 * Annotations that the mesh wants on a workload's pods. Credentials of a cloud identity come from a link-local address
 * of the node, which the mesh knows nothing of: connections to it go past the proxy.
 */
export function meshAnnotations(context: WorkloadContext): Readonly<Record<string, string>> {
  const mesh = meshOf(context);
  if (mesh === undefined) return {};
  const { permissions = [], cluster } = context;
  const ranges = cluster === undefined || permissions.length === 0 ? [] : [cluster.credentialEndpoint.cidr];
  return { ...mesh.podAnnotations, ...mesh.podAnnotationsFor?.({ ranges }) };
}
