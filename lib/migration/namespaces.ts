import type { Finding } from '../core/finding';
import type { ManifestFile } from '../core/manifest';
import type { ClusterChange } from './cluster-change';
import { claimsOf, controllers } from './controllers';
import { report } from './statement';

/** A namespace that went, and the one that most of its workloads are in now. */
export interface NamespaceRename {
  readonly previous: ManifestFile;
  readonly next: ManifestFile;
}

/** Namespaces that stand under another name than before. */
export function namespaceRenames({ gone, added }: ClusterChange): readonly NamespaceRename[] {
  const places = namespaces(added);
  return namespaces(gone).flatMap((previous) => {
    const workloads = workloadsIn(gone, previous);
    const shared = (next: ManifestFile): number => {
      const there = workloadsIn(added, next);
      return workloads.filter((workload) => there.includes(workload)).length;
    };
    const next = places.find((candidate) => shared(candidate) * 2 > workloads.length);
    return next === undefined ? [] : [{ previous, next }];
  });
}

/** Rule `renamed` for namespaces. An error where there is data: the claims are deleted with their namespace. */
export function namespaceFindings(cluster: ClusterChange, found: readonly NamespaceRename[]): readonly Finding[] {
  return found.map(({ previous, next }) => {
    const old = previous.manifest.metadata.name;
    const inside = cluster.previous.filter(({ manifest }) => manifest.metadata.namespace === old);
    const ofPods = controllers(inside).flatMap(({ manifest }) => claimsOf(manifest, cluster.previous));
    const claims = [...new Set([...ofPods, ...claimsIn(inside)])];
    const data = claims.length === 0 ? '' : `, and its claims (${claims.join(', ')})`;
    return report(next, {
      rule: 'renamed',
      severity: claims.length === 0 ? 'warning' : 'error',
      message: `takes the place of Namespace ${old}, which is deleted with everything in it: DNS names, identities and secrets go${data}`,
      remedy:
        `keep the name, or keep both for a while: ${claims.length === 0 ? '' : 'copy the data, '}` +
        `move callers and rights in the cloud from ${old} to ${next.manifest.metadata.name}, then take the old one away`,
    });
  });
}

function namespaces(files: readonly ManifestFile[]): readonly ManifestFile[] {
  return files.filter(({ manifest }) => manifest.kind === 'Namespace');
}

function workloadsIn(files: readonly ManifestFile[], namespace: ManifestFile): readonly string[] {
  return controllers(files)
    .filter(({ manifest }) => manifest.metadata.namespace === namespace.manifest.metadata.name)
    .map(({ manifest }) => `${manifest.kind} ${manifest.metadata.name}`);
}

function claimsIn(files: readonly ManifestFile[]): readonly string[] {
  return files
    .filter(({ manifest }) => manifest.kind === 'PersistentVolumeClaim')
    .map(({ manifest }) => manifest.metadata.name);
}
