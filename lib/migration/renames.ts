import type { Finding } from '../core/finding';
import type { Manifest, ManifestFile } from '../core/manifest';
import type { ClusterChange } from './cluster-change';
import { claimsOf, controllers } from './controllers';
import { isSameWorkload } from './same-workload';
import { report } from './statement';

/** A controller that went, and the one that took its place. */
export interface Rename {
  readonly previous: ManifestFile;
  readonly next: ManifestFile;
  /** Claims of the first that the second does not mount. */
  readonly claims: readonly string[];
}

/** Objects that bear the name of a workload, in the order in which people ask for them. */
const NAMED_AFTER = ['Service', 'ServiceAccount', 'ExternalSecret', 'Secret'];

/** Controllers that stand under another name or in another namespace than before. */
export function renames({ gone, added, previous: before, next: after }: ClusterChange): readonly Rename[] {
  const candidates = [...controllers(added)];
  return controllers(gone).flatMap((previous) => {
    const found = candidates.findIndex(
      (next) => !isSameObjectName(previous.manifest, next.manifest) && isSameWorkload(previous.manifest, next.manifest),
    );
    return candidates.splice(found, found < 0 ? 0 : 1).map((next) => {
      const mounted = claimsOf(next.manifest, after);
      const claims = claimsOf(previous.manifest, before).filter((claim) => !mounted.includes(claim));
      return { previous, next, claims };
    });
  });
}

/** Rule `renamed` for workloads: an error where they lose sight of their data. */
export function renameFindings(cluster: ClusterChange, found: readonly Rename[]): readonly Finding[] {
  return found.map(({ previous, next, claims }) => {
    const before = named(previous.manifest, next.manifest);
    const after = named(next.manifest, previous.manifest);
    const data = claims.length === 0 ? '' : `; the new pods start without the data in ${claims.join(', ')}`;
    return report(next, {
      rule: 'renamed',
      severity: claims.length === 0 ? 'warning' : 'error',
      message: `takes the place of ${before}, whose pods end at once${followers(cluster, previous.manifest)}${data}`,
      remedy:
        `keep the name, or keep both for a while: add ${after} beside ${before}, ` +
        `${claims.length === 0 ? '' : 'copy the data, '}have callers and rights in the cloud name the new one, then take the old one away`,
    });
  });
}

/** What else has the name of a workload and goes with it. */
function followers({ gone }: ClusterChange, { metadata }: Manifest): string {
  const names = NAMED_AFTER.flatMap((kind) =>
    gone
      .map(({ manifest }) => manifest)
      .filter((manifest) => manifest.kind === kind && manifest.metadata.namespace === metadata.namespace)
      .map((manifest) => manifest.metadata.name)
      .filter((name) => name === metadata.name || name.startsWith(`${metadata.name}-`))
      .map((name) => `${kind} ${name}`),
  );
  return names.length === 0 ? '' : `, and with them what is named after it (${names.join(', ')})`;
}

/** `Deployment backend`, with the namespace where that is what differs. */
function named({ kind, metadata }: Manifest, other: Manifest): string {
  const place = metadata.namespace === other.metadata.namespace ? '' : `${metadata.namespace}/`;
  return `${kind} ${place}${metadata.name}`;
}

function isSameObjectName(previous: Manifest, next: Manifest): boolean {
  return previous.metadata.name === next.metadata.name && previous.metadata.namespace === next.metadata.namespace;
}
