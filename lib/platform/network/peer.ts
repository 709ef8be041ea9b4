import { NAMESPACE_LABEL } from '../../core/labels';

/** Pods of one namespace, as a NetworkPolicy sees them. */
export interface PodPeer {
  readonly namespace: string;
  /** Labels that the pods carry; for each, one of the given values. */
  readonly labels: Readonly<Record<string, readonly string[]>>;
}

/** The cluster's DNS servers. Node-local caches answer under the same names. */
export const DNS_PEER: PodPeer = {
  namespace: 'kube-system',
  labels: { 'k8s-app': ['kube-dns', 'node-local-dns'] },
};

/**
 * Address of the node's own DNS cache, which on the node's network no label selects.
 * https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/
 */
export const NODE_LOCAL_DNS = '169.254.20.10/32';

/** Prometheus, as our monitoring add-on names it. */
export const PROMETHEUS_PEER: PodPeer & { readonly serviceAccount: string } = {
  namespace: 'monitoring',
  labels: { 'app.kubernetes.io/name': ['prometheus'] },
  serviceAccount: 'prometheus',
};

/** Selectors of a NetworkPolicy peer; the same pair on both sides of a connection. */
export interface PeerSelectors {
  readonly namespaceSelector: { readonly matchLabels: Record<string, string> };
  readonly podSelector: {
    readonly matchLabels?: Record<string, string>;
    readonly matchExpressions?: { key: string; operator: string; values: string[] }[];
  };
}

/** Selects the pods of a peer; a label with one value by equality, with several by membership. */
export function peerSelectors(peer: PodPeer): PeerSelectors {
  const entries = Object.entries(peer.labels);
  const single = entries.flatMap(([key, values]) => (values.length === 1 ? values.map((value) => [key, value]) : []));
  const several = entries.filter(([, values]) => values.length > 1);
  return {
    namespaceSelector: { matchLabels: { [NAMESPACE_LABEL]: peer.namespace } },
    podSelector: {
      ...(single.length > 0 ? { matchLabels: Object.fromEntries(single) as Record<string, string> } : {}),
      ...(several.length > 0
        ? { matchExpressions: several.map(([key, values]) => ({ key, operator: 'In', values: [...values] })) }
        : {}),
    },
  };
}
