import { clusterChanges } from '../../lib/migration/cluster-change';
import { filesOf, object } from './versions';

const names = (files: readonly { readonly manifest: { readonly metadata: { readonly name: string } } }[]): string[] =>
  files.map(({ manifest }) => manifest.metadata.name);

describe('two versions of a cluster', () => {
  test('tell what is gone, what is new, and what is another', () => {
    const kept = object('ConfigMap', 'kept');
    const previous = filesOf([kept, object('ConfigMap', 'old'), object('ConfigMap', 'same', { data: { a: '1' } })]);
    const next = filesOf([kept, object('ConfigMap', 'new'), object('ConfigMap', 'same', { data: { a: '2' } })]);
    const [change] = clusterChanges(previous, next);
    expect(names(change?.gone ?? [])).toEqual(['old']);
    expect(names(change?.added ?? [])).toEqual(['new']);
    expect(change?.changed.map((one) => [one.path, one.previous['data'], one.next['data']])).toEqual([
      ['funlynk/production/us-east-1/40-it/configmap-same.yaml', { a: '1' }, { a: '2' }],
    ]);
  });

  test('know an object in another file, and by another version of its API', () => {
    const previous = filesOf([{ ...object('ScaledObject', 'api'), apiVersion: 'keda.sh/v1beta1' }]);
    const next = filesOf([object('ScaledObject', 'api')]).map((file) => ({
      ...file,
      path: file.path.replace('40', '41'),
    }));
    const [change] = clusterChanges(previous, next);
    expect(change).toMatchObject({ gone: [], added: [] });
    expect(change?.changed).toHaveLength(1);
  });

  test('tell objects of one name apart by kind, group and namespace', () => {
    const previous = filesOf([
      object('Service', 'api'),
      { ...object('Service', 'api'), apiVersion: 'serving.knative.dev/v1' },
      object('Service', 'api', {}, 'other'),
    ]);
    const [change] = clusterChanges(previous, filesOf([object('Service', 'api')]));
    expect(change?.gone).toHaveLength(2);
  });

  test('are compared cluster by cluster, and only where both have it', () => {
    const previous = [...filesOf([object('Namespace', 'a')], 'one'), ...filesOf([object('Namespace', 'a')], 'two')];
    const next = [...filesOf([object('Namespace', 'b')], 'two'), ...filesOf([object('Namespace', 'b')], 'three')];
    const changes = clusterChanges(previous, next);
    expect(changes.map(({ gone, added }) => [names(gone), names(added)])).toEqual([[['a'], ['b']]]);
  });
});
