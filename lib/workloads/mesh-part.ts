import type { Mesh } from '../platform/mesh/mesh';
import type { WorkloadContext } from './workload-props';

/**
 * The mesh that a workload's pods take part in. None on the node's network, where no mesh reaches them, and none in
 * gVisor, whose own network stack passes the proxy by: https://github.com/istio/istio/issues/58573.
 */
export function meshOf(context: WorkloadContext): Mesh | undefined {
  const isOnHost = context.kind === 'DaemonSet' && context.host?.network === true;
  return isOnHost || context.placement?.sandbox === true ? undefined : context.mesh;
}

/** Labels that keep a workload's pods out of the mesh of their namespace, where they take no part in it. */
export function meshLabels(context: WorkloadContext): Readonly<Record<string, string>> {
  return context.mesh === undefined || meshOf(context) !== undefined ? {} : context.mesh.outsideLabels;
}
