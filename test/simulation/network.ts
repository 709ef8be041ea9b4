import { isWithin } from './address';
import type { NetworkPolicyPeer, NetworkPolicyPort, NetworkPolicySpec, Selector } from './network-policy';

/** Somebody on the network: a pod, or a machine outside the cluster, which has no labels. */
export interface Host {
  readonly name: string;
  readonly address: string;
  /**
   * Name that its address was looked up by.
   *
   * @default - nobody knows it by a name
   */
  readonly hostName?: string;
  /** @default - it is no pod */
  readonly pod?: {
    readonly namespace: string;
    readonly labels: Readonly<Record<string, string>>;
    /** Names of its ports, which policies may use. */
    readonly portNames: Readonly<Record<string, number>>;
  };
}

/** A port of a host. */
export interface Port {
  readonly number: number;
  readonly protocol: 'TCP' | 'UDP';
}

/** A NetworkPolicy where it stands. */
export interface Policy {
  readonly namespace: string;
  readonly spec: NetworkPolicySpec;
}

/** Hosts outside that some pods may reach by their names, as policies of Cilium and of GKE allow. */
export interface HostRule {
  readonly namespace: string;
  readonly podSelector: Selector;
  /** Names; one that begins with `*.` stands for those below it. */
  readonly hosts: readonly string[];
  readonly ports: readonly NetworkPolicyPort[];
}

/** What the network of a cluster enforces. */
export interface Network {
  readonly policies: readonly Policy[];
  /** @default [] */
  readonly hostRules?: readonly HostRule[];
  /** Labels of namespaces by name. */
  readonly namespaces: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * Whether one host may open a connection to a port of another, as Kubernetes documents its NetworkPolicies:
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/. Written apart from `lib/checks`, which
 * has a reading of its own, so that a mistake has to be made twice. An `ipBlock` is held against the address of
 * whoever it is, a pod too.
 */
export function mayConnect(network: Network, from: Host, to: Host, port: Port): boolean {
  const mayLeave = permits(network, 'Egress', from, to, to, port) || isNamed(network, from, to, port);
  return mayLeave && permits(network, 'Ingress', to, from, to, port);
}

function permits(
  network: Network,
  direction: 'Egress' | 'Ingress',
  self: Host,
  other: Host,
  target: Host,
  port: Port,
): boolean {
  if (self.pod === undefined) return true;
  const selecting = policiesOf(network, self, direction);
  if (selecting.length === 0) return true;
  return selecting.some(({ namespace, spec }) =>
    (direction === 'Egress' ? (spec.egress ?? []) : (spec.ingress ?? [])).some((rule) => {
      const peers = ('to' in rule ? rule.to : undefined) ?? ('from' in rule ? rule.from : undefined) ?? [];
      return (
        isAmong(rule.ports ?? [], target, port) && (peers.length === 0 || peers.some((it) => isPeer(it, namespace)))
      );
    }),
  );

  function isPeer(peer: NetworkPolicyPeer, policyNamespace: string): boolean {
    if (peer.ipBlock !== undefined) {
      const { cidr, except = [] } = peer.ipBlock;
      return isWithin(other.address, cidr) && !except.some((range) => isWithin(other.address, range));
    }
    if (other.pod === undefined) return false;
    const { namespace, labels } = other.pod;
    const isInNamespace =
      peer.namespaceSelector === undefined
        ? namespace === policyNamespace
        : selects(peer.namespaceSelector, {
            ...network.namespaces[namespace],
            'kubernetes.io/metadata.name': namespace,
          });
    return isInNamespace && (peer.podSelector === undefined || selects(peer.podSelector, labels));
  }
}

/** Policies that select a host, by network, host and direction: the same are asked for again and again. */
const SELECTING = new WeakMap<Network, Map<Host, Partial<Record<string, readonly Policy[]>>>>();

function policiesOf(network: Network, host: Host, direction: 'Egress' | 'Ingress'): readonly Policy[] {
  const hosts = SELECTING.get(network) ?? new Map<Host, Partial<Record<string, readonly Policy[]>>>();
  SELECTING.set(network, hosts);
  const known = hosts.get(host) ?? {};
  const found =
    known[direction] ??
    network.policies.filter(
      ({ namespace, spec }) =>
        namespace === host.pod?.namespace &&
        selects(spec.podSelector, host.pod.labels) &&
        typesOf(spec).includes(direction),
    );
  hosts.set(host, { ...known, [direction]: found });
  return found;
}

/** Policies add up: what one of them names is let through, whatever others say. */
function isNamed({ hostRules = [] }: Network, { pod }: Host, to: Host, port: Port): boolean {
  if (pod === undefined || to.hostName === undefined) return false;
  const { hostName } = to;
  return hostRules.some(
    ({ namespace, podSelector, hosts, ports }) =>
      namespace === pod.namespace &&
      selects(podSelector, pod.labels) &&
      hosts.some((host) => (host.startsWith('*.') ? hostName.endsWith(host.slice(1)) : host === hostName)) &&
      isAmong(ports, to, port),
  );
}

function typesOf({ policyTypes, egress }: NetworkPolicySpec): readonly string[] {
  return policyTypes ?? (egress === undefined ? ['Ingress'] : ['Ingress', 'Egress']);
}

/** Ports are those of the target in both directions; no list means all of them. */
function isAmong(ports: readonly NetworkPolicyPort[], target: Host, { number, protocol }: Port): boolean {
  if (ports.length === 0) return true;
  return ports.some((allowed) => {
    if ((allowed.protocol ?? 'TCP') !== protocol) return false;
    if (allowed.port === undefined) return true;
    if (typeof allowed.port === 'string') return target.pod?.portNames[allowed.port] === number;
    return number >= allowed.port && number <= (allowed.endPort ?? allowed.port);
  });
}

function selects(selector: Selector, labels: Readonly<Record<string, string>>): boolean {
  const { matchLabels = {}, matchExpressions = [] } = selector;
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values = [] }) => {
      const value = labels[key];
      switch (operator) {
        case 'In':
          return value !== undefined && values.includes(value);
        case 'NotIn':
          return value === undefined || !values.includes(value);
        case 'Exists':
          return value !== undefined;
        case 'DoesNotExist':
          return value === undefined;
      }
    })
  );
}
