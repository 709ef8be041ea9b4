import { ClusterIndex } from '../../lib/checks/cluster-index';
import { clusterObject, controller, NAMESPACE, object } from './fixtures';

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
