import type { Manifest, ManifestFile } from '../core/manifest';
import { ciliumSpecs, withoutSources } from './cilium';
import { holdsAddress } from './ip-blocks';
import { allowsPort, type Endpoint, type TargetPort } from './network-policies';
import { isRecord, list, text, value } from './output';
import { namespaceOf } from './pods';
import { matchesSelector } from './selectors';

/** Fields of a rule of Cilium's that say whither; without any, it is whithersoever. */
const DESTINATION_FIELDS = [
  'toCIDR',
  'toCIDRSet',
  'toEndpoints',
  'toEntities',
  'toFQDNs',
  'toGroups',
  'toNodes',
  'toServices',
];

/** What Cilium calls everything, and everything outside the cluster: https://docs.cilium.io/en/stable/security/policy/language/ */
const WHOLE_WORLD = ['all', 'world', 'world-ipv4'];

/** A rule for one host outside, by its name or a pattern. */
export interface NamedHost {
  readonly host: string;
  readonly ports: readonly unknown[];
}

/** Rules of egress of the CiliumNetworkPolicies that are about some pods; undefined where none is. */
export function ciliumEgress(files: readonly ManifestFile[], pods: Endpoint): readonly unknown[] | undefined {
  const specs = own(files, 'CiliumNetworkPolicy', pods)
    .flatMap(ciliumSpecs)
    .filter((spec) => matchesSelector(withoutSources(value(spec, 'endpointSelector')), pods.labels))
    .filter((spec) => isRecord(spec) && 'egress' in spec && value(spec, 'enableDefaultDeny', 'egress') !== false);
  return specs.length === 0 ? undefined : specs.flatMap((spec) => list(spec, 'egress'));
}

/** Rules of egress of GKE's FQDNNetworkPolicies that are about some pods; undefined where none is. */
export function gkeEgress(files: readonly ManifestFile[], pods: Endpoint): readonly unknown[] | undefined {
  const policies = own(files, 'FQDNNetworkPolicy', pods).filter((policy) =>
    matchesSelector(value(policy, 'spec', 'podSelector') ?? {}, pods.labels),
  );
  return policies.length === 0 ? undefined : policies.flatMap((policy) => list(policy, 'spec', 'egress'));
}

/** Hosts that policies name for some pods: what is let through is a port of a name, not of an address. */
export function namedHosts(files: readonly ManifestFile[], pods: Endpoint): readonly NamedHost[] {
  const cilium = (ciliumEgress(files, pods) ?? []).flatMap((rule) =>
    list(rule, 'toFQDNs').map((name) => ({
      host: text(name, 'matchName') ?? text(name, 'matchPattern') ?? '',
      ports: ciliumPorts(rule),
    })),
  );
  const gke = (gkeEgress(files, pods) ?? []).flatMap((rule) =>
    list(rule, 'matches').map((match) => ({
      host: text(match, 'name') ?? text(match, 'pattern') ?? '',
      ports: list(rule, 'ports'),
    })),
  );
  return [...cilium, ...gke];
}

/** Whether a rule of Cilium's lets an address through on a port; what may be a Service or a group is in doubt. */
export function ciliumAllows(
  rule: unknown,
  { address, inDoubt, ...port }: TargetPort & { readonly address: string; readonly inDoubt: boolean },
): boolean {
  if (!allowsPort(ciliumPorts(rule), port)) return false;
  if (!DESTINATION_FIELDS.some((field) => list(rule, field).length > 0)) return true;
  return (
    list(rule, 'toCIDR').some((cidr) => holdsAddress({ cidr }, address, inDoubt)) ||
    list(rule, 'toCIDRSet').some((block) => holdsAddress(block, address, inDoubt)) ||
    list(rule, 'toEntities').some((entity) => WHOLE_WORLD.includes(String(entity))) ||
    (inDoubt && ['toGroups', 'toServices'].some((field) => list(rule, field).length > 0))
  );
}

/** Whether a rule of Cilium's lets one of its entities through on a port. */
export function ciliumAllowsEntity(rule: unknown, entity: string, port: TargetPort): boolean {
  return list(rule, 'toEntities').includes(entity) && allowsPort(ciliumPorts(rule), port);
}

/** Ports of a rule of Cilium's as NetworkPolicies write them; 0 and ANY are every port and protocol. */
function ciliumPorts(rule: unknown): readonly unknown[] {
  return list(rule, 'toPorts').flatMap((it) =>
    list(it, 'ports').flatMap((port) => {
      const number = Number(text(port, 'port') ?? 0);
      const protocol = text(port, 'protocol') ?? 'ANY';
      const numbers = {
        ...(number === 0 ? {} : { port: number }),
        ...(value(port, 'endPort') === undefined ? {} : { endPort: value(port, 'endPort') }),
      };
      return (protocol === 'ANY' ? ['TCP', 'UDP'] : [protocol]).map((each) => ({ ...numbers, protocol: each }));
    }),
  );
}

function own(files: readonly ManifestFile[], kind: string, { namespace }: Endpoint): readonly Manifest[] {
  return files
    .map(({ manifest }) => manifest)
    .filter((manifest) => manifest.kind === kind && namespaceOf(manifest) === namespace);
}
