import { ClusterIndex } from '../../lib/checks/cluster-index';
import { policyReferences } from '../../lib/checks/policy-references';
import type { ManifestFile } from '../../lib/core/manifest';
import { controller, object } from './fixtures';

const pods = [
  controller('web'),
  object('ServiceAccount', 'web'),
  object('Job', 'other', { spec: { template: { spec: {} } } }, { namespace: 'jobs' }),
];

const check = (file: ManifestFile): readonly string[] =>
  policyReferences(new ClusterIndex({ manifests: [file, ...pods] }), file.manifest);
const network = (spec: unknown, namespace = 'shop'): readonly string[] =>
  check(object('NetworkPolicy', 'policy', { spec }, { namespace }));
const mesh = (spec: unknown): readonly string[] => check(object('AuthorizationPolicy', 'policy', { spec }));

const app = (name: string): unknown => ({ matchLabels: { app: name } });
const namespaces = (name: string): unknown => ({ matchLabels: { 'kubernetes.io/metadata.name': name } });

describe('whom a NetworkPolicy is about', () => {
  test.each([
    ['every pod', {}, []],
    ['pods that are written', app('web'), []],
    ['pods that are not', app('db'), ['selects no pods']],
    [
      'pods that are not, by an expression',
      { matchExpressions: [{ key: 'app', operator: 'In', values: ['db'] }] },
      ['selects no pods'],
    ],
  ])('%s', (_, podSelector, expected) => {
    expect(network({ podSelector })).toEqual(expected);
  });

  test('pods that are not, by a label and an expression', () => {
    const matchExpressions = [{ key: 'tier', operator: 'Exists' }];

    expect(network({ podSelector: { matchLabels: { app: 'db' }, matchExpressions } })).toEqual(['selects no pods']);
  });

  test('pods of a namespace of which we write none', () => {
    expect(network({ podSelector: app('db') }, 'istio-ingress')).toEqual([]);
  });
});

describe.each([
  ['ingress', 'from'],
  ['egress', 'to'],
])('peers of %s', (direction, side) => {
  test.each([
    ['pods that are written', { podSelector: app('web') }, []],
    ['pods that are not', { podSelector: app('db') }, ['names a peer in shop that is no pod there']],
    [
      'pods of a namespace by name',
      { namespaceSelector: namespaces('shop'), podSelector: app('db') },
      ['names a peer in shop that is no pod there'],
    ],
    [
      'pods of a namespace of which we write none',
      { namespaceSelector: namespaces('monitoring'), podSelector: app('db') },
      [],
    ],
    ['pods of whatever namespace', { namespaceSelector: {}, podSelector: app('db') }, []],
    ['a whole namespace', { namespaceSelector: namespaces('shop') }, []],
    ['addresses', { ipBlock: { cidr: '0.0.0.0/0' } }, []],
  ])('%s', (_, peer, expected) => {
    expect(network({ podSelector: {}, [direction]: [{ [side]: [peer] }] })).toEqual(expected);
  });
});

describe('AuthorizationPolicies', () => {
  test.each([
    ['no selector', {}, []],
    ['a selector of pods that are written', { selector: app('web') }, []],
    ['a selector of none', { selector: app('db') }, ['selects no pods']],
  ])('%s', (_, spec, expected) => {
    expect(mesh(spec)).toEqual(expected);
  });

  test.each([
    ['a service account that is written', 'cluster.local/ns/shop/sa/web', []],
    [
      'one that is not',
      'cluster.local/ns/shop/sa/db',
      ['names principal cluster.local/ns/shop/sa/db, whose service account is not written'],
    ],
    ['one of a namespace of which we write no pods', 'cluster.local/ns/monitoring/sa/prometheus', []],
    ['a pattern, which names nobody', '*', []],
  ])('%s', (_, principal, expected) => {
    expect(mesh({ rules: [{ from: [{ source: { principals: [principal] } }] }] })).toEqual(expected);
  });
});

describe('policies that name hosts', () => {
  const cilium = (spec: Readonly<Record<string, unknown>>): readonly string[] =>
    check(object('CiliumNetworkPolicy', 'policy', spec));
  const gke = (podSelector: unknown): readonly string[] =>
    check(object('FQDNNetworkPolicy', 'policy', { spec: { podSelector } }));

  test.each([
    ['pods that are written', { matchLabels: { app: 'web' } }, []],
    ['pods that are written, with a source', { matchLabels: { 'k8s:app': 'web' } }, []],
    ['every pod', {}, []],
    ['pods that are not', { matchLabels: { app: 'db' } }, ['selects no pods']],
  ])('of Cilium are about %s', (_, endpointSelector, expected) => {
    expect(cilium({ spec: { endpointSelector } })).toEqual(expected);
    expect(cilium({ specs: [{ endpointSelector }] })).toEqual(expected);
  });

  test('of GKE are about pods that are written', () => {
    expect(gke(app('web'))).toEqual([]);
    expect(gke(app('db'))).toEqual(['selects no pods']);
  });
});
