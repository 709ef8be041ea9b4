import { ClusterIndex } from '../../lib/checks/cluster-index';
import { sourceReferences } from '../../lib/checks/pod-sources';
import { pods } from '../../lib/checks/pods';
import { controller, object } from './fixtures';

const index = new ClusterIndex({
  manifests: [
    object('ConfigMap', 'settings', { data: { 'app.json': '{}' }, binaryData: { icon: 'AA==' } }),
    object('ExternalSecret', 'login', { spec: { data: [{ secretKey: 'user' }] } }),
    object('ConfigMap', 'foreign', { data: {} }, { namespace: 'elsewhere' }),
  ],
});

const check = (options: Parameters<typeof controller>[1]): readonly string[] =>
  pods([controller('web', options)]).flatMap((pod) => sourceReferences(index, pod));
const NO_CONFIG = 'uses ConfigMap missing, which is not written';
const NO_SECRET = 'uses Secret missing, which nothing makes';

test('a pod without sources needs none', () => {
  expect(check({})).toEqual([]);
});

describe('volumes', () => {
  test.each([
    ['a ConfigMap', { configMap: { name: 'settings' } }, []],
    ['a ConfigMap that is not written', { configMap: { name: 'missing' } }, [NO_CONFIG]],
    [
      'a ConfigMap of another namespace',
      { configMap: { name: 'foreign' } },
      ['uses ConfigMap foreign, which is not written'],
    ],
    ['one that may be missing', { configMap: { name: 'missing', optional: true } }, []],
    ['items of it', { configMap: { name: 'settings', items: [{ key: 'app.json' }, { key: 'icon' }] } }, []],
    [
      'an item that it lacks',
      { configMap: { name: 'settings', items: [{ key: 'other' }] } },
      ['uses key other of ConfigMap settings, which is not written'],
    ],
    ['a Secret', { secret: { secretName: 'login' } }, []],
    ['a Secret that nothing makes', { secret: { secretName: 'missing' } }, [NO_SECRET]],
    [
      'an item that a Secret lacks',
      { secret: { secretName: 'login', items: [{ key: 'password' }] } },
      ['uses key password of Secret login, which nothing makes'],
    ],
    [
      'projected sources',
      { projected: { sources: [{ configMap: { name: 'missing' } }, { secret: { name: 'missing' } }] } },
      [NO_CONFIG, NO_SECRET],
    ],
  ])('%s', (_, volume, expected) => {
    expect(check({ pod: { volumes: [{ name: 'v', ...volume }] } })).toEqual(expected);
  });

  test.each([
    ['app.json', []],
    ['other.json', ['uses key other.json of ConfigMap settings, which is not written']],
  ])('the single file %s', (subPath, expected) => {
    const volumes = [{ name: 'v', configMap: { name: 'settings' } }];

    expect(check({ pod: { volumes }, container: { volumeMounts: [{ name: 'v', subPath }] } })).toEqual(expected);
  });
});

describe('variables', () => {
  const key = (kind: string, name: string, from: string): unknown => ({
    name: 'X',
    valueFrom: { [kind]: { name, key: from } },
  });

  test.each([
    ['a key of a ConfigMap', [key('configMapKeyRef', 'settings', 'app.json')], []],
    [
      'a key that it lacks',
      [key('configMapKeyRef', 'settings', 'x')],
      ['uses key x of ConfigMap settings, which is not written'],
    ],
    [
      'a key of no ConfigMap',
      [key('configMapKeyRef', 'missing', 'x')],
      ['uses key x of ConfigMap missing, which is not written'],
    ],
    ['a key of a Secret', [key('secretKeyRef', 'login', 'user')], []],
    [
      'a key that a Secret lacks',
      [key('secretKeyRef', 'login', 'x')],
      ['uses key x of Secret login, which nothing makes'],
    ],
    [
      'a key that may be missing',
      [{ name: 'X', valueFrom: { secretKeyRef: { name: 'login', key: 'x', optional: true } } }],
      [],
    ],
    ['a literal', [{ name: 'X', value: 'y' }], []],
  ])('%s', (_, env, expected) => {
    expect(check({ container: { env } })).toEqual(expected);
  });

  test.each([
    ['a whole ConfigMap', { configMapRef: { name: 'settings' } }, []],
    ['a whole ConfigMap that is not written', { configMapRef: { name: 'missing' } }, [NO_CONFIG]],
    ['a whole Secret', { secretRef: { name: 'login' } }, []],
    ['a whole Secret that nothing makes', { secretRef: { name: 'missing' } }, [NO_SECRET]],
  ])('%s', (_, from, expected) => {
    expect(check({ container: { envFrom: [from] } })).toEqual(expected);
  });

  test('init containers need theirs too', () => {
    const initContainers = [{ name: 'first', envFrom: [{ secretRef: { name: 'missing' } }] }];

    expect(check({ pod: { initContainers } })).toEqual([NO_SECRET]);
  });
});

test.each([
  ['login', []],
  ['missing', [NO_SECRET]],
])('pulls with the credentials %s', (name, expected) => {
  expect(check({ pod: { imagePullSecrets: [{ name }] } })).toEqual(expected);
});
