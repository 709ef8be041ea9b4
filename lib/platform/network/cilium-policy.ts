import { type Construct } from 'constructs';
import {
  CiliumNetworkPolicy,
  type CiliumNetworkPolicySpecEgress,
  CiliumNetworkPolicySpecEgressToEndpointsMatchExpressionsOperator as Operator,
  CiliumNetworkPolicySpecEgressToEntities,
  CiliumNetworkPolicySpecEgressToPortsPortsProtocol as Protocol,
} from '../../../imports/cilium-cilium.io';
import type { AllowProps } from './network-policy';
import { DNS_PEER } from './peer';

/** Label of Cilium's own that tells the namespace of a pod. */
const POD_NAMESPACE_LABEL = 'k8s:io.kubernetes.pod.namespace';
const DNS_PORT = 53;

/**
 * What Cilium knows by itself, and no range of addresses matches: the node that a pod runs on, and the API server.
 * https://docs.cilium.io/en/stable/security/policy/language/#entities-based
 */
export type CiliumEntity = 'host' | 'kube-apiserver';

const ENTITIES = {
  host: CiliumNetworkPolicySpecEgressToEntities.HOST,
  'kube-apiserver': CiliumNetworkPolicySpecEgressToEntities.KUBE_HYPHEN_APISERVER,
} as const;

/** Lets the selected pods reach one of Cilium's entities. */
export function allowEgressToEntity(
  scope: Construct,
  id: string,
  props: AllowProps & { readonly entity: CiliumEntity },
): void {
  policy(scope, id, props, [{ toEntities: [ENTITIES[props.entity]], toPorts: [{ ports: ports(props) }] }]);
}

/**
 * Lets the selected pods reach hosts by their names. Cilium learns the addresses from answers that pass its DNS proxy,
 * so the same policy sends the pods' questions through it; it takes none away.
 * https://docs.cilium.io/en/stable/security/policy/language/#dns-based
 */
export function allowEgressToCiliumHosts(
  scope: Construct,
  id: string,
  props: AllowProps & { readonly hosts: readonly string[] },
): void {
  const names = props.hosts.map((host) => (host.startsWith('*') ? { matchPattern: host } : { matchName: host }));
  policy(scope, id, props, [{ toFqdNs: names, toPorts: [{ ports: ports(props) }] }, DNS_THROUGH_PROXY]);
}

const DNS_THROUGH_PROXY: CiliumNetworkPolicySpecEgress = {
  toEndpoints: [
    {
      matchLabels: { [POD_NAMESPACE_LABEL]: DNS_PEER.namespace },
      matchExpressions: Object.entries(DNS_PEER.labels).map(([key, values]) => ({
        key: `k8s:${key}`,
        operator: Operator.IN,
        values: [...values],
      })),
    },
  ],
  toPorts: [{ ports: [{ port: String(DNS_PORT), protocol: Protocol.ANY }], rules: { dns: [{ matchPattern: '*' }] } }],
};

function policy(scope: Construct, id: string, props: AllowProps, egress: CiliumNetworkPolicySpecEgress[]): void {
  new CiliumNetworkPolicy(scope, id, {
    metadata: { name: props.name, namespace: props.namespace },
    spec: { endpointSelector: { matchLabels: { ...props.selector } }, egress },
  });
}

function ports(props: AllowProps): { port: string; protocol: Protocol }[] {
  return props.ports.map(({ port, protocol }) => ({
    port: String(port),
    protocol: protocol === 'UDP' ? Protocol.UDP : Protocol.TCP,
  }));
}
