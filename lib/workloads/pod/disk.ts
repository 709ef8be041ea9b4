import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { StorageClassName } from '../../core/cluster';
import type { DiskSpec } from '../../core/model/volume';

const DEFAULT_CLASS: StorageClassName = 'standard-ssd';

/** Class that a disk is made from. */
export function storageClassOf({ storageClass }: DiskSpec): StorageClassName {
  return storageClass ?? DEFAULT_CLASS;
}

/** Whether pods on several nodes may have the disk at once. */
export function isShared(disk: DiskSpec): boolean {
  return storageClassOf(disk) === 'shared';
}

/** What a claim says of its disk. */
export function claimSpec(disk: DiskSpec): k8s.PersistentVolumeClaimSpec {
  return {
    accessModes: [isShared(disk) ? 'ReadWriteMany' : 'ReadWriteOnce'],
    storageClassName: storageClassOf(disk),
    resources: { requests: { storage: k8s.Quantity.fromString(disk.size) } },
  };
}
