import { claimAmount, isClaimKey } from '../../lib/checks/quota-claims';
import { canary, cluster, controller, NAMESPACE, object } from './fixtures';

const GIB = 2 ** 30;
const claim = (storage: string, storageClassName = 'standard-ssd'): Readonly<Record<string, unknown>> => ({
  storageClassName,
  resources: { requests: { storage } },
});
const volumes = [{ name: 'cache', ephemeral: { volumeClaimTemplate: { spec: claim('1Gi', 'fast-ssd') } } }];
const files = [
  object('PersistentVolumeClaim', 'shared', { spec: claim('100Gi', 'shared') }),
  controller('db', { kind: 'StatefulSet', spec: { replicas: 3, volumeClaimTemplates: [{ spec: claim('10Gi') }] } }),
  controller('web', { spec: { replicas: 2, strategy: { rollingUpdate: { maxSurge: 1 } } }, pod: { volumes } }),
  object('PersistentVolumeClaim', 'other', { spec: claim('500Gi') }, { namespace: 'elsewhere' }),
];

test.each([
  ['requests.storage', true],
  ['persistentvolumeclaims', true],
  ['fast-ssd.storageclass.storage.k8s.io/requests.storage', true],
  ['fast-ssd.storageclass.storage.k8s.io/persistentvolumeclaims', true],
  ['requests.ephemeral-storage', false],
  ['requests.cpu', false],
])('%s bounds claims: %s', (key, expected) => {
  expect(isClaimKey(key)).toBe(expected);
});

test.each([
  ['persistentvolumeclaims', 1 + 3 + 3],
  ['requests.storage', (100 + 30 + 3) * GIB],
  ['standard-ssd.storageclass.storage.k8s.io/requests.storage', 30 * GIB],
  ['fast-ssd.storageclass.storage.k8s.io/persistentvolumeclaims', 3],
  ['shared.storageclass.storage.k8s.io/persistentvolumeclaims', 1],
])('%s counts claims of a namespace, those of replicas, and one for each pod in a rollout', (key, expected) => {
  expect(claimAmount(cluster(files), NAMESPACE, key)).toBe(expected);
});

test('pods that Flagger makes have disks of their own', () => {
  expect(claimAmount(cluster([...files, canary('web')]), NAMESPACE, 'persistentvolumeclaims')).toBe(1 + 3 + 6);
});
