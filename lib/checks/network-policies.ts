import { NAMESPACE_LABEL } from '../core/labels';
import type { ManifestFile } from '../core/manifest';
import { list, value } from './output';
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
    .filter((manifest) => matchesSelector(value(manifest, 'spec', 'podSelector'), self.labels))
    .filter((manifest) => policyTypes(manifest).includes(direction));
  if (policies.length === 0) return true;
  const [rules, peers] = direction === 'Ingress' ? ['ingress', 'from'] : ['egress', 'to'];
  return policies.some((policy) =>
    list(policy, 'spec', rules).some(
      (rule) => allowsPort(list(rule, 'ports'), flow) && allowsPeer(list(rule, peers), other, namespaceOf(policy)),
    ),
  );
}

/** Egress counts by default only where a policy has egress rules: the API server's own default. */
function policyTypes(manifest: unknown): readonly unknown[] {
  const types = list(manifest, 'spec', 'policyTypes');
  if (types.length > 0) return types;
  return value(manifest, 'spec', 'egress') === undefined ? ['Ingress'] : ['Ingress', 'Egress'];
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

function allowsPeer(peers: readonly unknown[], other: Endpoint, namespace: string): boolean {
  if (peers.length === 0) return true;
  return peers.some((peer) => {
    // An address range says nothing of pods: whether it reaches one depends on the cluster's network.
    if (value(peer, 'ipBlock') !== undefined) return false;
    const namespaceSelector = value(peer, 'namespaceSelector');
    const sameNamespace =
      namespaceSelector === undefined
        ? other.namespace === namespace
        : matchesSelector(namespaceSelector, { [NAMESPACE_LABEL]: other.namespace });
    const podSelector = value(peer, 'podSelector');
    return sameNamespace && (podSelector === undefined || matchesSelector(podSelector, other.labels));
  });
}
