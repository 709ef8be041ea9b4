import { ClusterIndex } from '../../lib/checks/cluster-index';
import { pods } from '../../lib/checks/pods';
import { claimReferences, storageReferences } from '../../lib/checks/storage-references';
import type { ManifestFile } from '../../lib/core/manifest';
import { clusterObject, controller, object } from './fixtures';

const index = new ClusterIndex({
  manifests: [clusterObject('StorageClass', 'fast'), object('PersistentVolumeClaim', 'shared')],
});
const statefulSet = (spec: unknown): ManifestFile =>
  object('StatefulSet', 'db', { spec: { volumeClaimTemplates: [{ spec }] } });
const claim = (spec: unknown): ManifestFile => object('PersistentVolumeClaim', 'data', { spec });

const ephemeral = (spec: unknown): ManifestFile =>
  controller('web', { pod: { volumes: [{ name: 'cache', ephemeral: { volumeClaimTemplate: { spec } } }] } });

describe.each([
  ['a StatefulSet', statefulSet],
  ['a pod whose disk vanishes with it', ephemeral],
  ['a claim of its own', claim],
])('%s', (_, make) => {
  test.each([
    ['names a class that is written', { storageClassName: 'fast' }, []],
    ['names one that is not', { storageClassName: 'slow' }, ['claims storage of class slow, which is not written']],
    ['names none', {}, ['claims storage of whatever class the cluster calls its default']],
  ])('%s', (__, spec, expected) => {
    expect(storageReferences(index, make(spec).manifest)).toEqual(expected);
  });
});

test('other objects claim nothing', () => {
  expect(storageReferences(index, object('Deployment', 'web', { spec: {} }).manifest)).toEqual([]);
});

test('a claim that was there before is the model’s to know', () => {
  const others = { secretKeys: [], claims: ['shop/old'], runtimeClasses: [] };
  const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'old' } }];
  const told = new ClusterIndex({ manifests: [] }, others);

  expect(pods([controller('web', { pod: { volumes } })]).flatMap((pod) => claimReferences(told, pod))).toEqual([]);
});

test.each([
  ['shared', []],
  ['other', ['mounts claim other, which is not written']],
])('a pod mounts the claim %s', (claimName, expected) => {
  const volumes = [
    { name: 'data', persistentVolumeClaim: { claimName } },
    { name: 'tmp', emptyDir: {} },
  ];

  expect(pods([controller('web', { pod: { volumes } })]).flatMap((pod) => claimReferences(index, pod))).toEqual(
    expected,
  );
});
