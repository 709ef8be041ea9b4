import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import { type Construct } from 'constructs';
import { peerSelectors, type PodPeer } from './peer';

/** A port that a policy lets through. */
export interface AllowedPort {
  readonly port: number;
  /** @default 'TCP' */
  readonly protocol?: 'TCP' | 'UDP';
}

/** One direction of one connection. */
export interface AllowProps {
  readonly name: string;
  readonly namespace: string;
  /** Labels of the pods that the policy is about; empty means every pod of the namespace. */
  readonly selector: Readonly<Record<string, string>>;
  readonly ports: readonly AllowedPort[];
}

/** Lets the selected pods be reached by a peer, or by anybody where no peer is given. */
export function allowIngress(scope: Construct, id: string, props: AllowProps & { readonly from?: PodPeer }): void {
  new k8s.KubeNetworkPolicy(scope, id, {
    metadata: { name: props.name, namespace: props.namespace },
    spec: {
      podSelector: selector(props),
      policyTypes: ['Ingress'],
      ingress: [{ ...(props.from === undefined ? {} : { from: [peerSelectors(props.from)] }), ports: ports(props) }],
    },
  });
}

/** Lets the selected pods reach a peer. */
export function allowEgress(scope: Construct, id: string, props: AllowProps & { readonly to: PodPeer }): void {
  egress(scope, id, props, [peerSelectors(props.to)]);
}

/** A range of addresses, leaving out others inside it. */
export interface AddressRange {
  readonly cidr: string;
  /** @default - the whole range */
  readonly except?: readonly string[];
}

/** Lets the selected pods reach a range of addresses. */
export function allowEgressToRange(scope: Construct, id: string, props: AllowProps & AddressRange): void {
  allowEgressToRanges(scope, id, { ...props, ranges: [props] });
}

/** Lets the selected pods reach any of some ranges of addresses; writes nothing where there is none. */
export function allowEgressToRanges(
  scope: Construct,
  id: string,
  props: AllowProps & { readonly ranges: readonly AddressRange[] },
): void {
  // A rule without peers would let everything through.
  if (props.ranges.length > 0) egress(scope, id, props, props.ranges.map(ipBlock));
}

/** Denies every connection to and from the pods of a namespace that no other policy allows. */
export function denyAll(scope: Construct, id: string, namespace: string): void {
  new k8s.KubeNetworkPolicy(scope, id, {
    metadata: { name: 'default-deny', namespace },
    spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
  });
}

function egress(scope: Construct, id: string, props: AllowProps, to: k8s.NetworkPolicyPeer[]): void {
  new k8s.KubeNetworkPolicy(scope, id, {
    metadata: { name: props.name, namespace: props.namespace },
    spec: { podSelector: selector(props), policyTypes: ['Egress'], egress: [{ to, ports: ports(props) }] },
  });
}

function ipBlock({ cidr, except }: AddressRange): k8s.NetworkPolicyPeer {
  return { ipBlock: { cidr, ...(except === undefined ? {} : { except: [...except] }) } };
}

function selector(props: AllowProps): k8s.LabelSelector {
  return Object.keys(props.selector).length === 0 ? {} : { matchLabels: props.selector };
}

function ports(props: AllowProps): k8s.NetworkPolicyPort[] {
  return props.ports.map(({ port, protocol }) => ({
    port: k8s.IntOrString.fromNumber(port),
    protocol: protocol ?? 'TCP',
  }));
}
