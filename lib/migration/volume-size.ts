import type { ManifestFile } from '../core/manifest';
import { quantityBytes } from '../core/quantity';
import { at, textAt } from './at';

/** Size that a claim's `spec` asks for, as Kubernetes writes it. */
export function sizeOf(spec: unknown): string | undefined {
  const size = at(spec, 'resources', 'requests', 'storage');
  return typeof size === 'number' ? String(size) : textAt({ size }, 'size');
}

/** How one size compares with another; `1Gi` is the same as `1024Mi`. */
export function compareSizes(previous: string | undefined, next: string | undefined): 'same' | 'larger' | 'smaller' {
  if (previous === next) return 'same';
  const difference = bytes(next) - bytes(previous);
  if (difference === 0) return 'same';
  return difference > 0 ? 'larger' : 'smaller';
}

/**
 * Whether disks of a class can grow. One that the manifests do not bring is believed.
 * https://kubernetes.io/docs/concepts/storage/persistent-volumes/#expanding-persistent-volumes-claims
 */
export function canGrow(files: readonly ManifestFile[], className: string | undefined): boolean {
  const storageClass = storageClassNamed(files, className);
  return storageClass === undefined || at(storageClass.manifest, 'allowVolumeExpansion') === true;
}

/** What becomes of a disk when its claim is deleted; `Delete` where the manifests do not bring its class. */
export function reclaimPolicyOf(files: readonly ManifestFile[], className: string | undefined): 'Delete' | 'Retain' {
  const policy = textAt(storageClassNamed(files, className)?.manifest, 'reclaimPolicy');
  return policy === 'Retain' ? 'Retain' : 'Delete';
}

function storageClassNamed(files: readonly ManifestFile[], name: string | undefined): ManifestFile | undefined {
  return files.find(({ manifest }) => manifest.kind === 'StorageClass' && manifest.metadata.name === name);
}

function bytes(size: string | undefined): number {
  return size === undefined ? 0 : (quantityBytes(size) ?? 0);
}
