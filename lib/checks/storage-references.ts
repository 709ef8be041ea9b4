import type { Manifest } from '../core/manifest';
import { claimClass, claimsOf } from './claims';
import type { ClusterIndex } from './cluster-index';
import { list, text } from './output';
import type { Pods } from './pods';

/** Classes that claims name, be it a claim of its own, a StatefulSet's or a pod's, and nobody writes. */
export function storageReferences(index: ClusterIndex, manifest: Manifest): readonly string[] {
  return claimsOf(manifest).flatMap((claim) => {
    const name = claimClass(claim);
    if (name === undefined) return ['claims storage of whatever class the cluster calls its default'];
    const found = index.find('StorageClass', '', name);
    return found === undefined ? [`claims storage of class ${name}, which is not written`] : [];
  });
}

/** Claims that pods mount and nobody writes. */
export function claimReferences(index: ClusterIndex, { namespace, spec }: Pods): readonly string[] {
  return list(spec, 'volumes')
    .flatMap((volume) => text(volume, 'persistentVolumeClaim', 'claimName') ?? [])
    .filter((name) => !index.hasClaim(namespace, name))
    .map((name) => `mounts claim ${name}, which is not written`);
}
