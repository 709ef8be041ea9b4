import type { Manifest, ManifestFile } from '../core/manifest';
import { ciliumSpecs, withoutSources } from './cilium';
import { ciliumAllows, ciliumAllowsEntity, ciliumEgress, gkeEgress, namedHosts } from './host-policies';
import { holdsAddress } from './ip-blocks';
import { allowsPort, policiesOf, type Endpoint, type TargetPort } from './network-policies';
import { list, value } from './output';
import { namespaceOf } from './pods';
import { matchesSelector } from './selectors';

/** One port of an address outside the cluster, or of one that is no pod's. */
export interface AddressTarget {
  readonly address: string;
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP';
}

/** What of some files may decide on what some pods open: the policies about them, and the labels of namespaces. */
export function decidingFor(files: readonly ManifestFile[], pods: Endpoint): readonly ManifestFile[] {
  return files.filter(({ manifest }) => manifest.kind === 'Namespace' || isAbout(manifest, pods));
}

function isAbout(manifest: Manifest, { namespace, labels }: Endpoint): boolean {
  if (namespaceOf(manifest) !== namespace) return false;
  switch (manifest.kind) {
    case 'CiliumNetworkPolicy':
      return ciliumSpecs(manifest).some((spec) =>
        matchesSelector(withoutSources(value(spec, 'endpointSelector')), labels),
      );
    case 'FQDNNetworkPolicy':
    case 'NetworkPolicy':
      return matchesSelector(value(manifest, 'spec', 'podSelector') ?? {}, labels);
    default:
      return false;
  }
}

/** Whether no policy is about what some pods open, so that they may open anything. */
export function isOpen(files: readonly ManifestFile[], pods: Endpoint): boolean {
  return (
    policiesOf(files, 'Egress', pods).length === 0 &&
    ciliumEgress(files, pods) === undefined &&
    gkeEgress(files, pods) === undefined
  );
}

/**
 * Whether policies let some pods reach an address: NetworkPolicies, Cilium's and GKE's add up. A rule that names hosts
 * lets no address through by itself.
 */
export function reachesAddress(
  files: readonly ManifestFile[],
  pods: Endpoint,
  target: AddressTarget,
  inDoubt: boolean,
): boolean {
  if (isOpen(files, pods)) return true;
  const port = targetPort(target);
  return (
    policiesOf(files, 'Egress', pods)
      .flatMap((policy) => list(policy, 'spec', 'egress'))
      .some((rule) => allowsPort(list(rule, 'ports'), port) && allowsAddress(list(rule, 'to'), target, inDoubt)) ||
    (ciliumEgress(files, pods) ?? []).some((rule) => ciliumAllows(rule, { ...port, address: target.address, inDoubt }))
  );
}

/** Whether a policy of Cilium's lets some pods reach what it knows by another name than an address. */
export function reachesEntity(files: readonly ManifestFile[], pods: Endpoint, entity: string, port: number): boolean {
  const target = targetPort({ port, protocol: 'TCP' });
  return (ciliumEgress(files, pods) ?? []).some((rule) => ciliumAllowsEntity(rule, entity, target));
}

/** Whether a policy lets some pods reach a host by its name; a pattern is a host of the same pattern, or one that fits. */
export function reachesHost(
  files: readonly ManifestFile[],
  pods: Endpoint,
  { host, port }: { readonly host: string; readonly port: number },
): boolean {
  const target = targetPort({ port, protocol: 'TCP' });
  return namedHosts(files, pods).some((named) => fits(named.host, host) && allowsPort(named.ports, target));
}

/** Whether a pattern of a host stands for a host: `*` is whatever has no dot in it. */
export function fits(pattern: string, host: string): boolean {
  if (pattern === host) return true;
  const parts = pattern.split('*').map((part) => part.replaceAll('.', '\\.'));
  return parts.length > 1 && new RegExp(`^${parts.join('[^.]*')}$`).test(host);
}

function allowsAddress(peers: readonly unknown[], { address }: AddressTarget, inDoubt: boolean): boolean {
  if (peers.length === 0) return true;
  return peers.some((peer) => {
    const ipBlock = value(peer, 'ipBlock');
    return ipBlock !== undefined && holdsAddress(ipBlock, address, inDoubt);
  });
}

function targetPort({ port, protocol }: Pick<AddressTarget, 'port' | 'protocol'>): TargetPort {
  return { port, portName: '', protocol };
}
