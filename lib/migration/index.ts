import type { Finding } from '../core/finding';
import type { ManifestFile } from '../core/manifest';
import { clusterChanges, type ClusterChange } from './cluster-change';
import { immutableFieldFindings } from './immutable-fields';
import { kindChangeFindings } from './kind-changes';
import { namespaceFindings, namespaceRenames } from './namespaces';
import { renameFindings, renames } from './renames';
import { serviceFindings } from './services';
import { statefulSetFindings } from './stateful-sets';
import { storageFindings } from './storage-removed';
import { volumeClaimFindings } from './volume-claims';

/**
 * What a cluster that runs the previous manifests cannot take of the next ones, or takes and loses something, with the
 * way round. Clusters that only one of them has are not compared.
 */
export function migrationFindings(
  previous: readonly ManifestFile[],
  next: readonly ManifestFile[],
): readonly Finding[] {
  return clusterChanges(previous, next).flatMap((cluster) => [
    ...immutableFieldFindings(cluster),
    ...serviceFindings(cluster),
    ...statefulSetFindings(cluster),
    ...volumeClaimFindings(cluster),
    ...kindChangeFindings(cluster),
    ...goneFindings(cluster),
  ]);
}

/** A namespace under another name speaks for all that is in it, a workload for disks that are merely left. */
function goneFindings(cluster: ClusterChange): readonly Finding[] {
  const places = namespaceRenames(cluster);
  const moved = places.map(({ previous }) => previous.manifest.metadata.name);
  const isMoved = ({ manifest }: ManifestFile): boolean => moved.includes(manifest.metadata.namespace ?? '');
  const rest = { ...cluster, gone: cluster.gone.filter((file) => !isMoved(file)) };
  const found = renames(rest);
  const named = found.flatMap(({ previous, claims }) => [previous.manifest.metadata.name, ...claims]);
  const storage = storageFindings(rest).filter(
    ({ severity, resource }) => severity === 'error' || !named.includes(resource),
  );
  return [...namespaceFindings(cluster, places), ...renameFindings(rest, found), ...storage];
}
