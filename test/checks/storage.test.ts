import type { ClusterOutput, EnvironmentOutput } from '../../lib/checks/output';
import { checkStorage } from '../../lib/checks/storage';
import { defineSystem } from '../../lib/core/model/system';
import { clusterObject, controller, environment, object, said } from './fixtures';

const { services: _services, ...definition } = defineSystem('shop', { registry: { host: 'ghcr.io/shop' } }, () => {});

/** A cluster with one class, and one StatefulSet that claims of it. */
function output(parameters: Readonly<Record<string, string>>, size: string): EnvironmentOutput {
  const cluster: ClusterOutput = {
    name: 'main',
    cloud: 'aws',
    immutableRegistries: [],
    stack: 'shop-test-main',
    manifests: [
      {
        path: 'shop/test/main/05-storage/storageclass-other.yaml',
        manifest: { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'other' } },
      },
      {
        path: 'shop/test/main/05-storage/storageclass-fast.yaml',
        manifest: { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast' }, parameters },
      },
      {
        path: 'shop/test/main/40-db/statefulset-db.yaml',
        manifest: {
          apiVersion: 'apps/v1',
          kind: 'StatefulSet',
          metadata: { name: 'db', namespace: 'shop' },
          spec: {
            volumeClaimTemplates: [{ spec: { storageClassName: 'fast', resources: { requests: { storage: size } } } }],
          },
        },
      },
    ],
  };
  const model = { ...definition, environment: 'test', namespace: 'shop', domain: 'shop.test', services: {} };
  return { model, profile: 'production', clusters: [cluster], stacks: [] };
}

const small = { storageClassName: 'fast', resources: { requests: { storage: '20Gi' } } };

describe('the rule storage-size', () => {
  test('wants a gibibyte for every 500 IOPS that a class asks of gp3', () => {
    expect(checkStorage(output({ type: 'gp3', iops: '16000' }, '20Gi'))).toEqual([
      {
        rule: 'storage-size',
        severity: 'error',
        resource: 'db',
        path: 'shop/test/main/40-db/statefulset-db.yaml',
        message: 'claims 20Gi of fast, whose 16000 IOPS AWS gives to 32Gi and more',
        remedy: 'claim 32Gi, or use another class',
      },
    ]);
  });

  test('is content with the smallest size that has them', () => {
    expect(checkStorage(output({ type: 'gp3', iops: '16000' }, '32Gi'))).toEqual([]);
  });

  test('lets any size have the 3000 IOPS that every gp3 volume has', () => {
    expect(checkStorage(output({ type: 'gp3', iops: '3000' }, '1Gi'))).toEqual([]);
  });

  test('has nothing to say of disks whose speed is fixed', () => {
    expect(checkStorage(output({ type: 'pd-ssd' }, '1Gi'))).toEqual([]);
  });

  test.each([
    ['a claim of its own', object('PersistentVolumeClaim', 'data', { spec: small }), 'data'],
    [
      'a disk that vanishes with its pod',
      controller('web', { pod: { volumes: [{ name: 'tmp', ephemeral: { volumeClaimTemplate: { spec: small } } }] } }),
      'web',
    ],
  ])('holds for %s too', (_, file, resource) => {
    const fast = clusterObject('StorageClass', 'fast', { parameters: { iops: '16000' } });

    expect(said(checkStorage(environment([fast, file])))).toEqual([
      `${resource}: claims 20Gi of fast, whose 16000 IOPS AWS gives to 32Gi and more`,
    ]);
  });
});
