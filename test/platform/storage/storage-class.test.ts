import type { Cluster } from '../../../lib/core/cluster';
import { StorageClasses } from '../../../lib/platform/storage/storage-class';
import { EKS, GKE, synth, type Objects } from '../../support/manifests';

function classes(cluster: Cluster): Objects {
  return synth((chart) => new StorageClasses(chart, 'classes', cluster));
}

describe('StorageClasses', () => {
  test.each([
    ['AWS', EKS],
    ['Google Cloud', GKE],
  ])('have the same names on %s', (_cloud, cluster) => {
    expect(classes(cluster).names('StorageClass')).toEqual(['fast-ssd', 'standard-ssd']);
  });

  test('are made from EBS volumes on AWS', () => {
    expect(classes(EKS).yaml('StorageClass', 'standard-ssd')).toMatchInlineSnapshot(`
      "apiVersion: storage.k8s.io/v1
      kind: StorageClass
      metadata:
        name: standard-ssd
        namespace: funlynk
      allowVolumeExpansion: true
      parameters:
        encrypted: "true"
        iops: "3000"
        kmsKeyId: arn:aws:kms:us-east-1:111122223333:alias/funlynk-production-us-east-1-volumes
        throughput: "125"
        type: gp3
      provisioner: ebs.csi.aws.com
      reclaimPolicy: Delete
      volumeBindingMode: WaitForFirstConsumer
      "
    `);
  });

  test('are made from persistent disks on Google Cloud', () => {
    expect(classes(GKE).yaml('StorageClass', 'standard-ssd')).toMatchInlineSnapshot(`
      "apiVersion: storage.k8s.io/v1
      kind: StorageClass
      metadata:
        name: standard-ssd
        namespace: funlynk
      allowVolumeExpansion: true
      parameters:
        disk-encryption-kms-key: projects/funlynk-prod/locations/europe-west1/keyRings/funlynk-production-europe-west1/cryptoKeys/volumes
        type: pd-balanced
      provisioner: pd.csi.storage.gke.io
      reclaimPolicy: Delete
      volumeBindingMode: WaitForFirstConsumer
      "
    `);
  });

  test('keep a fast disk when its claim is deleted, and no other', () => {
    expect(classes(EKS).one('StorageClass', 'fast-ssd')).toMatchObject({ reclaimPolicy: 'Retain' });
    expect(classes(EKS).one('StorageClass', 'standard-ssd')).toMatchObject({ reclaimPolicy: 'Delete' });
  });

  test.each(['fast-ssd', 'standard-ssd'])('make disks of %s where their pod is, and let them grow', (name) => {
    expect(classes(GKE).one('StorageClass', name)).toMatchObject({
      volumeBindingMode: 'WaitForFirstConsumer',
      allowVolumeExpansion: true,
    });
  });
});
