import { ofKind, orphanFaults, secretsRead, type Grant } from '../../lib/checks/identity-scope';
import type { Manifest, ManifestFile } from '../../lib/core/manifest';
import { cluster, clusterObject, object } from './fixtures';

describe('secrets that are read through a store', () => {
  const store: Manifest = object('SecretStore', 'cloud').manifest;
  const secret = (name: string, spec: Readonly<Record<string, unknown>>, namespace = 'shop'): ManifestFile =>
    object('ExternalSecret', name, { spec: { secretStoreRef: { name: 'cloud' }, ...spec } }, { namespace });
  const data = [{ remoteRef: { key: 'b' } }, { remoteRef: { key: 'a' } }, { remoteRef: { key: 'b' } }];

  test.each([
    ['each once, sorted', secret('it', { data }), ['a', 'b']],
    ['whole secrets', secret('it', { dataFrom: [{ extract: { key: 'c' } }] }), ['c']],
    ['not those of another store', secret('it', { data, secretStoreRef: { name: 'other' } }), []],
    [
      'not those of a store of the cluster',
      secret('it', { data, secretStoreRef: { kind: 'ClusterSecretStore', name: 'cloud' } }),
      [],
    ],
    ['not those of another namespace', secret('it', { data }, 'x'), []],
  ])('%s', (_, file, expected) => {
    expect(secretsRead(cluster([file]), store)).toEqual(expected);
  });
});

describe('grants to service accounts', () => {
  const grant: Grant = { namespace: 'shop', serviceAccount: 'web', identity: 'role' };
  const namespace = clusterObject('Namespace', 'shop');

  test('to one that is written are sound', () => {
    const accounts = [object('ServiceAccount', 'api'), object('ServiceAccount', 'web')];

    expect(orphanFaults(cluster([namespace, ...accounts]), [grant])).toEqual([]);
  });

  test('to one of a namespace that is not ours are none of our business', () => {
    expect(orphanFaults(cluster([namespace]), [{ ...grant, namespace: 'kube-system' }])).toEqual([]);
  });

  test('to one that is missing are told of its namespace', () => {
    const others = [object('ServiceAccount', 'web', {}, { namespace: 'x' }), object('ServiceAccount', 'api')];

    expect(orphanFaults(cluster([namespace, ...others]), [grant])).toEqual([
      { manifest: namespace.manifest, message: 'role is given to service account shop/web, which is not written' },
    ]);
  });
});

test('objects are found by kind', () => {
  expect(
    ofKind(cluster([object('Service', 'a'), object('Pod', 'b')]), 'Pod').map(({ metadata }) => metadata.name),
  ).toEqual(['b']);
});
