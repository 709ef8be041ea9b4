import { NAMESPACE_LABEL } from '../core/labels';
import type { Manifest, ManifestFile } from '../core/manifest';
import { list, texts, value } from './output';
import { mayHoldPods } from './pod-ranges';
import { namespaceOf } from './pods';
import { matchesSelector } from './selectors';

/** One end of a connection, as NetworkPolicies see it. */
export interface Endpoint {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** A port at the other end of a connection. */
export interface TargetPort {
  /** Port of the target's container. */
  readonly port: number;
  /** Name of that port, which policies may use instead. */
  readonly portName: string;
  readonly protocol: 'TCP' | 'UDP';
}

/** A connection between pods. */
export interface Flow extends TargetPort {
  readonly from: Endpoint;
  readonly to: Endpoint;
  /** What a rule counts as that names addresses: whether they are a pod's depends on the cluster's network. */
  readonly inDoubt: boolean;
}

/** What NetworkPolicies say of connections. */
export interface NetworkJudge {
  /**
   * Whether a connection is let through: on each side, either no policy selects the pod for that direction, or one
   * that does has a rule for the other end and the port.
   */
  readonly allows: (flow: Flow) => boolean;
  /** Whether it is let out on the caller's side, whatever the other side says. */
  readonly allowsOut: (flow: Flow) => boolean;
}

type Direction = 'Ingress' | 'Egress';

/** Reads the NetworkPolicies of a cluster; which are about whom is found once, since every pair of pods asks for it. */
export function networkJudge(files: readonly ManifestFile[]): NetworkJudge {
  const known = {
    Ingress: new WeakMap<Endpoint, readonly Manifest[]>(),
    Egress: new WeakMap<Endpoint, readonly Manifest[]>(),
  };
  const about = (direction: Direction, pods: Endpoint): readonly Manifest[] => {
    const policies = known[direction].get(pods) ?? policiesOf(files, direction, pods);
    known[direction].set(pods, policies);
    return policies;
  };
  const allowsOut = (flow: Flow): boolean =>
    allowedInDirection(files, about('Egress', flow.from), flow, 'Egress', flow.to);
  return {
    allowsOut,
    allows: (flow) =>
      allowsOut(flow) && allowedInDirection(files, about('Ingress', flow.to), flow, 'Ingress', flow.from),
  };
}

/** Whether NetworkPolicies let a single connection through. */
export function allowedByNetwork(files: readonly ManifestFile[], flow: Flow): boolean {
  return networkJudge(files).allows(flow);
}

/** NetworkPolicies that decide on one direction of what some pods do. */
export function policiesOf(
  files: readonly ManifestFile[],
  direction: Direction,
  { namespace, labels }: Endpoint,
): readonly Manifest[] {
  return files
    .map((file) => file.manifest)
    .filter((manifest) => manifest.kind === 'NetworkPolicy' && namespaceOf(manifest) === namespace)
    .filter((manifest) => matchesSelector(value(manifest, 'spec', 'podSelector') ?? {}, labels))
    .filter((manifest) => policyTypes(manifest).includes(direction));
}

function allowedInDirection(
  files: readonly ManifestFile[],
  policies: readonly Manifest[],
  flow: Flow,
  direction: Direction,
  other: Endpoint,
): boolean {
  if (policies.length === 0) return true;
  const [rules, peers] = direction === 'Ingress' ? ['ingress', 'from'] : ['egress', 'to'];
  return policies.some((policy) =>
    list(policy, 'spec', rules).some(
      (rule) =>
        allowsPort(list(rule, 'ports'), flow) &&
        allowsPeer(files, list(rule, peers), { ...flow, other, namespace: namespaceOf(policy) }),
    ),
  );
}

/** Egress counts by default only where a policy has egress rules: the API server's own default. */
function policyTypes(manifest: unknown): readonly unknown[] {
  const types = list(manifest, 'spec', 'policyTypes');
  if (types.length > 0) return types;
  return list(manifest, 'spec', 'egress').length === 0 ? ['Ingress'] : ['Ingress', 'Egress'];
}

/** Whether a rule is about a port: one without ports is about all. */
export function allowsPort(ports: readonly unknown[], { port, portName, protocol }: TargetPort): boolean {
  if (ports.length === 0) return true;
  return ports.some((rule) => {
    if ((value(rule, 'protocol') ?? 'TCP') !== protocol) return false;
    const wanted = value(rule, 'port');
    const end = value(rule, 'endPort');
    if (typeof wanted === 'number' && typeof end === 'number') return port >= wanted && port <= end;
    return wanted === undefined || wanted === port || wanted === portName;
  });
}

function allowsPeer(
  files: readonly ManifestFile[],
  peers: readonly unknown[],
  { other, namespace, inDoubt }: { other: Endpoint; namespace: string; inDoubt: boolean },
): boolean {
  if (peers.length === 0) return true;
  return peers.some((peer) => {
    const ipBlock = value(peer, 'ipBlock');
    if (ipBlock !== undefined) return inDoubt && mayHoldPods(ipBlock);
    const namespaceSelector = value(peer, 'namespaceSelector');
    const sameNamespace =
      namespaceSelector === undefined
        ? other.namespace === namespace
        : matchesSelector(namespaceSelector, namespaceLabels(files, other.namespace));
    const podSelector = value(peer, 'podSelector');
    return sameNamespace && (podSelector === undefined || matchesSelector(podSelector, other.labels));
  });
}

/** Labels that we give a namespace, and the one that Kubernetes does. */
function namespaceLabels(files: readonly ManifestFile[], name: string): Readonly<Record<string, string>> {
  const found = files.find(({ manifest }) => manifest.kind === 'Namespace' && manifest.metadata.name === name);
  return { ...texts(found?.manifest, 'metadata', 'labels'), [NAMESPACE_LABEL]: name };
}
