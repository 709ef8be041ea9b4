import { ClusterIndex } from '../../lib/checks/cluster-index';
import { canary, clusterObject, controller, NAMESPACE, object } from './fixtures';

const secret = object('ExternalSecret', 'database', {
  spec: {
    target: { name: 'database-login', template: { data: { url: '{{ .user }}' } } },
    data: [{ secretKey: 'user' }],
  },
});
const index = new ClusterIndex({
  manifests: [
    clusterObject('StorageClass', 'fast'),
    controller('web'),
    object('Service', 'web'),
    object('Service', 'other', {}, { namespace: 'elsewhere' }),
    secret,
    object('ExternalSecret', 'plain'),
  ],
});

test('finds an object by kind, namespace and name', () => {
  expect(index.find('Service', NAMESPACE, 'web')?.metadata.name).toBe('web');
  expect(index.find('StorageClass', '', 'fast')?.kind).toBe('StorageClass');
  expect(index.find('Service', NAMESPACE, 'other')).toBeUndefined();
});

test('lists the objects of a kind in one namespace', () => {
  expect(index.all('Service', NAMESPACE).map(({ metadata }) => metadata.name)).toEqual(['web']);
});

test('selects pods of one namespace', () => {
  expect(index.selected(NAMESPACE, { matchLabels: { app: 'web' } })).toHaveLength(1);
  expect(index.selected('elsewhere', { matchLabels: { app: 'web' } })).toEqual([]);
});

test('knows the secrets that are made, by the name of their target, and their keys', () => {
  expect(index.hasSecret(NAMESPACE, 'database-login')).toBe(true);
  expect(index.hasSecret(NAMESPACE, 'database')).toBe(false);
  expect(index.hasSecret('elsewhere', 'database-login')).toBe(false);
  expect(index.hasSecret(NAMESPACE, 'plain')).toBe(true);
});

test('knows the keys of a secret, fetched ones and templated ones', () => {
  expect(index.hasSecret(NAMESPACE, 'database-login', 'user')).toBe(true);
  expect(index.hasSecret(NAMESPACE, 'database-login', 'url')).toBe(true);
  expect(index.hasSecret(NAMESPACE, 'database-login', 'password')).toBe(false);
});

test('knows whether we write any pods of a namespace', () => {
  expect(index.hasPods(NAMESPACE)).toBe(true);
  expect(index.hasPods('elsewhere')).toBe(false);
});

describe('what others make', () => {
  const told = new ClusterIndex(
    { manifests: [object('PersistentVolumeClaim', 'own'), clusterObject('RuntimeClass', 'kata')] },
    { secretKeys: ['shop/operator/user'], claims: ['shop/old'], runtimeClasses: ['gvisor'] },
  );

  test('is known by key, and by the secret that has it', () => {
    expect(told.hasSecret(NAMESPACE, 'operator')).toBe(true);
    expect(told.hasSecret(NAMESPACE, 'operator', 'user')).toBe(true);
    expect(told.hasSecret(NAMESPACE, 'operator', 'password')).toBe(false);
    expect(told.hasSecret(NAMESPACE, 'oper')).toBe(false);
    expect(told.hasSecret('elsewhere', 'operator', 'user')).toBe(false);
  });

  test.each([
    [NAMESPACE, 'own', true],
    [NAMESPACE, 'old', true],
    ['elsewhere', 'old', false],
    [NAMESPACE, 'gone', false],
  ])('claims: %s/%s %s', (namespace, name, expected) => {
    expect(told.hasClaim(namespace, name)).toBe(expected);
  });

  test.each([
    ['kata', true],
    ['gvisor', true],
    ['wasm', false],
  ])('runtimes: %s %s', (name, expected) => {
    expect(told.hasRuntimeClass(name)).toBe(expected);
  });
});

test('knows the Services and the pods that Flagger makes', () => {
  const flagged = new ClusterIndex({ manifests: [controller('web'), canary('web')] });

  expect(flagged.find('Service', NAMESPACE, 'web-canary')?.kind).toBe('Service');
  expect(flagged.selected(NAMESPACE, { matchLabels: { app: 'web-primary' } })).toHaveLength(1);
});
