import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import { Construct } from 'constructs';
import { STORAGE_CLASSES, type Cluster } from '../../core/cluster';

/** The storage classes that every cluster offers under the same names, made from its own cloud's disks. */
export class StorageClasses extends Construct {
  constructor(scope: Construct, id: string, cluster: Cluster) {
    super(scope, id);
    for (const name of STORAGE_CLASSES) {
      const spec = cluster.storageClasses[name];
      if (spec === undefined) continue;
      const { provisioner, parameters, reclaimPolicy } = spec;
      new k8s.KubeStorageClass(this, name, {
        metadata: { name },
        provisioner,
        parameters: { ...parameters },
        reclaimPolicy,
        allowVolumeExpansion: true,
        // The disk is made in the zone that the pod is scheduled to.
        volumeBindingMode: 'WaitForFirstConsumer',
      });
    }
  }
}
