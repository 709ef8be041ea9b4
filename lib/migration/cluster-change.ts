import type { Manifest, ManifestFile } from '../core/manifest';

/** One object in two versions, and the file of the second. */
export interface ObjectChange {
  readonly path: string;
  readonly previous: Manifest;
  readonly next: Manifest;
}

/** Two versions of the manifests of one cluster. */
export interface ClusterChange {
  readonly previous: readonly ManifestFile[];
  readonly next: readonly ManifestFile[];
  /** Objects that are in both; those whose manifest is the very same value are left out. */
  readonly changed: readonly ObjectChange[];
  /** Objects that are in the first only. */
  readonly gone: readonly ManifestFile[];
  /** Objects that are in the second only. */
  readonly added: readonly ManifestFile[];
}

/** Folders above a cluster's manifests: system, environment, cluster. */
const CLUSTER_DEPTH = 3;

/** Compares the clusters that both versions have. A cluster that is new or gone as a whole is left out. */
export function clusterChanges(
  previous: readonly ManifestFile[],
  next: readonly ManifestFile[],
): readonly ClusterChange[] {
  const before = byCluster(previous);
  return [...byCluster(next)].flatMap(([cluster, files]) => {
    const old = before.get(cluster);
    return old === undefined ? [] : [clusterChange(old, files)];
  });
}

function clusterChange(previous: readonly ManifestFile[], next: readonly ManifestFile[]): ClusterChange {
  const before = byObject(previous);
  const after = byObject(next);
  return {
    previous,
    next,
    changed: [...after].flatMap(([key, { path, manifest }]) => {
      const old = before.get(key)?.manifest;
      return old === undefined || old === manifest ? [] : [{ path, previous: old, next: manifest }];
    }),
    gone: [...before].flatMap(([key, file]) => (after.has(key) ? [] : [file])),
    added: [...after].flatMap(([key, file]) => (before.has(key) ? [] : [file])),
  };
}

function byCluster(files: readonly ManifestFile[]): ReadonlyMap<string, readonly ManifestFile[]> {
  const clusters = new Map<string, ManifestFile[]>();
  for (const file of files) {
    const cluster = file.path.split('/').slice(0, CLUSTER_DEPTH).join('/');
    const known = clusters.get(cluster);
    if (known === undefined) clusters.set(cluster, [file]);
    else known.push(file);
  }
  return clusters;
}

/** By what the API server knows an object by; paths change when components are numbered anew, versions of an API too. */
function byObject(files: readonly ManifestFile[]): ReadonlyMap<string, ManifestFile> {
  return new Map(files.map((file) => [objectKey(file.manifest), file]));
}

function objectKey({ apiVersion, kind, metadata }: Manifest): string {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return JSON.stringify([group, kind, metadata.namespace, metadata.name]);
}
