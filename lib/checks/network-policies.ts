import { NAMESPACE_LABEL } from '../core/labels';
import type { ManifestFile } from '../core/manifest';
import { list, texts, value } from './output';
import { mayHoldPods } from './pod-ranges';
import { namespaceOf } from './pods';
import { matchesSelector } from './selectors';

/** One end of a connection, as NetworkPolicies see it. */
export interface Endpoint {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** A TCP connection between pods. */
export interface Flow {
  readonly from: Endpoint;
  readonly to: Endpoint;
  /** Port of the target's container. */
  readonly port: number;
  /** Name of that port, which policies may use instead. */
  readonly portName: string;
  /** What a rule counts as that names addresses: whether they are a pod's depends on the cluster's network. */
  readonly inDoubt: boolean;
}

/**
 * Whether NetworkPolicies let a connection through: on each side, either no policy selects the pod for that
 * direction, or one that does has a rule for the other end and the port.
 */
export function allowedByNetwork(files: readonly ManifestFile[], flow: Flow): boolean {
  return (
    allowedInDirection(files, flow, 'Egress', flow.from, flow.to) &&
    allowedInDirection(files, flow, 'Ingress', flow.to, flow.from)
  );
}

function allowedInDirection(
  files: readonly ManifestFile[],
  flow: Flow,
  direction: 'Ingress' | 'Egress',
  self: Endpoint,
  other: Endpoint,
): boolean {
  const policies = files
    .map((file) => file.manifest)
    .filter((manifest) => manifest.kind === 'NetworkPolicy' && namespaceOf(manifest) === self.namespace)
    .filter((manifest) => matchesSelector(value(manifest, 'spec', 'podSelector') ?? {}, self.labels))
    .filter((manifest) => policyTypes(manifest).includes(direction));
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

function allowsPort(ports: readonly unknown[], { port, portName }: Flow): boolean {
  if (ports.length === 0) return true;
  return ports.some((rule) => {
    if ((value(rule, 'protocol') ?? 'TCP') !== 'TCP') return false;
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
