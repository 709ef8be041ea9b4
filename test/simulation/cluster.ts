import { list, text, texts, value } from '../../lib/checks/output';
import type { Manifest } from '../../lib/core/manifest';
import type { HostRule, Network, Policy } from './network';
import type { NetworkPolicyPort, NetworkPolicySpec, Selector } from './network-policy';

/** The network that the objects of a cluster come to. */
export function networkOf(manifests: readonly Manifest[]): Network {
  const policies = manifests.flatMap((manifest): readonly Policy[] =>
    manifest.kind === 'NetworkPolicy'
      ? [{ namespace: manifest.metadata.namespace ?? 'default', spec: manifest['spec'] as NetworkPolicySpec }]
      : [],
  );
  const namespaces = manifests.flatMap(({ kind, metadata }) =>
    kind === 'Namespace' ? [[metadata.name, metadata.labels ?? {}] as const] : [],
  );
  const hostRules = manifests.flatMap((manifest) => hostRulesOf(manifest));
  return { policies, hostRules, namespaces: Object.fromEntries(namespaces) };
}

function hostRulesOf(manifest: Manifest): readonly HostRule[] {
  const { namespace = 'default' } = manifest.metadata;
  if (manifest.kind === 'FQDNNetworkPolicy') {
    return list(manifest, 'spec', 'egress').map((rule) => ({
      namespace,
      podSelector: value(manifest, 'spec', 'podSelector') as Selector,
      hosts: list(rule, 'matches').flatMap((it) => text(it, 'name') ?? text(it, 'pattern') ?? []),
      ports: list(rule, 'ports') as readonly NetworkPolicyPort[],
    }));
  }
  if (manifest.kind !== 'CiliumNetworkPolicy') return [];
  return list(manifest, 'spec', 'egress').map((rule) => ({
    namespace,
    podSelector: value(manifest, 'spec', 'endpointSelector') as Selector,
    hosts: list(rule, 'toFQDNs').flatMap((it) => text(it, 'matchName') ?? text(it, 'matchPattern') ?? []),
    ports: list(rule, 'toPorts')
      .flatMap((it) => list(it, 'ports'))
      .map((port) => ({ port: Number(value(port, 'port')), protocol: text(port, 'protocol') ?? 'TCP' })),
  }));
}

/** Who calls whom, as the mesh proves it. */
export interface Call {
  readonly principal: { readonly namespace: string; readonly serviceAccount: string };
  readonly to: { readonly namespace: string; readonly labels: Readonly<Record<string, string>> };
  readonly port: number;
}

/**
 * Whether the AuthorizationPolicies of a namespace that lets nothing through by itself let a call through, on one
 * method and path at least. It knows the forms that we write and refuses to judge others.
 */
export function mayCall(manifests: readonly Manifest[], { principal, to, port }: Call): boolean {
  const policies = manifests.filter(
    (manifest) =>
      manifest.kind === 'AuthorizationPolicy' &&
      manifest.metadata.namespace === to.namespace &&
      Object.entries(texts(manifest, 'spec', 'selector', 'matchLabels')).every(([key, it]) => to.labels[key] === it),
  );
  if (policies.length === 0) return true;
  return policies.some((policy) => {
    if ((text(policy, 'spec', 'action') ?? 'ALLOW') !== 'ALLOW')
      throw new Error(`unknown form: ${policy.metadata.name}`);
    return list(policy, 'spec', 'rules').some((rule) => {
      const principals = list(rule, 'from').flatMap((from) => list(from, 'source', 'principals'));
      const ports = list(rule, 'to').flatMap((it) => list(it, 'operation', 'ports'));
      if (value(rule, 'when') !== undefined) throw new Error(`unknown form: ${policy.metadata.name}`);
      return (
        principals.includes(`cluster.local/ns/${principal.namespace}/sa/${principal.serviceAccount}`) &&
        ports.includes(String(port))
      );
    });
  });
}
