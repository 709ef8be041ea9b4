import type * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { HostAccess, HostPath } from '../../core/model/host-access';
import type { WorkloadContext } from '../workload-props';

/** Annotation of a pod that says why it gets what is the node's. */
export const HOST_ACCESS_ANNOTATION = 'gantry/host-access';

/** What a workload gets of its nodes, where it is an agent that gets anything. */
export function hostAccess(context: WorkloadContext): HostAccess | undefined {
  return context.kind === 'DaemonSet' ? context.host : undefined;
}

/** Whether the pods use the node's network, where no policy and no mesh reaches them. */
export function onHostNetwork(context: WorkloadContext): boolean {
  return hostAccess(context)?.network === true;
}

/** The node's namespaces that a pod shares. */
export function hostNamespaces(context: WorkloadContext): Pick<k8s.PodSpec, 'hostNetwork' | 'hostPid' | 'dnsPolicy'> {
  const { network = false, pid = false } = hostAccess(context) ?? {};
  return {
    // The node's own resolver does not know the names of the cluster.
    ...(network ? { hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' } : {}),
    ...(pid ? { hostPid: true } : {}),
  };
}

/** Folders of the node as volumes of the pod, named as in `host.paths`. */
export function hostVolumes(context: WorkloadContext): k8s.Volume[] {
  return hostPaths(context).map(([name, { path, type }]) => ({ name, hostPath: { path, type: type ?? 'Directory' } }));
}

/** Where the main container finds the node's folders. */
export function hostMounts(context: WorkloadContext): k8s.VolumeMount[] {
  return hostPaths(context).map(([name, { mountPath, readOnly }]) => ({
    name,
    mountPath,
    readOnly: readOnly ?? true,
  }));
}

/** Folders of the node by name. */
export function hostPaths(context: WorkloadContext): readonly (readonly [name: string, path: HostPath])[] {
  return Object.entries(hostAccess(context)?.paths ?? {});
}
