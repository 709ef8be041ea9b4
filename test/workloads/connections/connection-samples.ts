import { IstioMesh } from '../../../lib/platform/mesh/istio-mesh';
import type { Objects } from '../../support/manifests';

export const mesh = new IstioMesh();

/** Pods of a namespace, as a policy selects them. */
export function pods(namespace: string, matchLabels: object): object {
  return {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
    podSelector: { matchLabels },
  };
}

/** What the mesh shows to the pods of a workload, besides the control plane. */
export function visible(objects: Objects, workload: string): unknown {
  const { spec } = objects.one('Sidecar', workload) as { readonly spec?: { readonly egress: { hosts: string[] }[] } };
  return spec?.egress.flatMap(({ hosts }) => hosts.filter((host) => host !== 'istio-system/*'));
}
