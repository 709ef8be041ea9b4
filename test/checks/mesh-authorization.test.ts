import { allowedByMesh, type MeshFlow } from '../../lib/checks/mesh-authorization';
import type { ManifestFile } from '../../lib/core/manifest';
import { clusterObject, meshNamespace, object } from './fixtures';

const flow: MeshFlow = {
  from: { namespace: 'shop', serviceAccount: 'web', labels: { app: 'web' } },
  to: { namespace: 'shop', labels: { app: 'api' } },
  port: 8080,
  inDoubt: false,
};
const inDoubt = { ...flow, inDoubt: true };
const policy = (spec: Readonly<Record<string, unknown>>, namespace = 'shop'): ManifestFile =>
  object('AuthorizationPolicy', 'policy', { spec }, { namespace });
const allow = (rule: unknown, action = 'ALLOW'): ManifestFile => policy({ action, rules: [rule] });
const from = (source: unknown): Readonly<Record<string, unknown>> => ({ from: [{ source }] });
const to = (operation: unknown): Readonly<Record<string, unknown>> => ({ to: [{ operation }] });
const allowed = (files: readonly ManifestFile[], asked = flow): boolean =>
  allowedByMesh([clusterObject('Namespace', 'elsewhere'), meshNamespace(), ...files], asked);

describe('which policies count', () => {
  test.each([
    ['without a policy everything is allowed', [], true],
    ['an empty policy allows nothing', [policy({})], false],
    ['a policy of another namespace has no say', [policy({}, 'elsewhere')], true],
    ['a policy of the root namespace has', [policy({}, 'istio-system')], false],
    ['a policy about other pods has no say', [policy({ selector: { matchLabels: { app: 'db' } } })], true],
    ['a policy about these pods has', [policy({ selector: { matchLabels: { app: 'api' } } })], false],
    ['a policy about a gateway has no say', [policy({ targetRefs: [{ kind: 'Gateway', name: 'g' }] })], true],
    ['what one policy allows no other has to', [policy({}), allow({})], true],
    ['a policy that asks somebody else decides nothing by itself', [policy({ action: 'CUSTOM', rules: [{}] })], true],
    ['nor does one that only writes down', [policy({ action: 'AUDIT', rules: [{}] })], true],
  ])('%s', (_, files, expected) => {
    expect(allowed(files)).toBe(expected);
  });
});

describe('pods without a proxy are guarded by no policy', () => {
  const labelled = (inject: string): MeshFlow => ({
    ...flow,
    to: { ...flow.to, labels: { app: 'api', 'sidecar.istio.io/inject': inject } },
  });

  test.each([
    ['a namespace that nobody writes', [], flow, true],
    ['a namespace without the label', [clusterObject('Namespace', 'shop')], flow, true],
    ['a namespace that is enabled', [meshNamespace()], flow, false],
    ['a namespace of a revision', [clusterObject('Namespace', 'shop', {}, { 'istio.io/rev': 'stable' })], flow, false],
    [
      'a namespace of a revision that is disabled',
      [clusterObject('Namespace', 'shop', {}, { 'istio.io/rev': 'stable', 'istio-injection': 'disabled' })],
      flow,
      true,
    ],
    ['a pod that opts out', [meshNamespace()], labelled('false'), true],
    ['a pod that opts in', [], labelled('true'), false],
  ])('%s', (_, files, asked, expected) => {
    expect(allowedByMesh([...files, policy({})], asked)).toBe(expected);
  });
});

describe('sources', () => {
  const principal = 'cluster.local/ns/shop/sa/web';

  test.each([
    ['a rule without a source is about everybody', {}, true],
    ['the principal', from({ principals: [principal] }), true],
    ['another principal', from({ principals: ['cluster.local/ns/shop/sa/db'] }), false],
    ['the same account of another namespace', from({ principals: ['cluster.local/ns/elsewhere/sa/web'] }), false],
    ['one principal of several', from({ principals: ['cluster.local/ns/shop/sa/db', principal] }), true],
    ['any principal', from({ principals: ['*'] }), true],
    ['a beginning', from({ principals: ['cluster.local/ns/shop/*'] }), true],
    ['a beginning of others', from({ principals: ['cluster.local/ns/shopping/*'] }), false],
    ['an end', from({ principals: ['*/sa/web'] }), true],
    ['an end of others', from({ principals: ['*/sa/db'] }), false],
    ['a principal that is left out', from({ notPrincipals: [principal] }), false],
    ['others that are left out', from({ notPrincipals: ['cluster.local/ns/shop/sa/db'] }), true],
    ['the namespace', from({ namespaces: ['shop'] }), true],
    ['namespaces by their beginning', from({ namespaces: ['sh*'] }), true],
    ['another namespace', from({ namespaces: ['elsewhere'] }), false],
    ['the namespace that is left out', from({ notNamespaces: ['shop'] }), false],
    ['one field that holds and one that does not', from({ principals: [principal], namespaces: ['elsewhere'] }), false],
    ['an empty list, which says nothing', from({ principals: [] }), true],
  ])('%s', (_, rule, expected) => {
    expect(allowed([allow(rule)])).toBe(expected);
  });

  test('one source of several is enough', () => {
    const rule = { from: [{ source: { namespaces: ['elsewhere'] } }, { source: { namespaces: ['shop'] } }] };

    expect(allowed([allow(rule)])).toBe(true);
  });
});

describe('operations', () => {
  test.each([
    ['the port', to({ ports: ['8080'] }), true],
    ['another port', to({ ports: ['80'] }), false],
    ['the port that is left out', to({ notPorts: ['8080'] }), false],
    ['another port that is left out', to({ notPorts: ['80'] }), true],
    ['some methods and paths, which let something through', to({ methods: ['GET'], paths: ['/metrics'] }), true],
    ['some methods of another port', to({ methods: ['GET'], ports: ['80'] }), false],
    [
      'a source that holds and an operation that does not',
      { ...from({ namespaces: ['shop'] }), ...to({ ports: ['80'] }) },
      false,
    ],
  ])('%s', (_, rule, expected) => {
    expect(allowed([allow(rule)])).toBe(expected);
  });
});

test.each([
  ['a condition on the request', { when: [{ key: 'request.auth.claims[role]', values: ['admin'] }] }],
  ['an address', from({ ipBlocks: ['10.0.0.0/8'] })],
  ['a token', from({ requestPrincipals: ['*'] })],
])('%s leaves it in doubt', (_, rule) => {
  expect(allowed([allow(rule)], inDoubt)).toBe(true);
  expect(allowed([allow(rule)], flow)).toBe(false);
});

describe('denying', () => {
  const deny = (rule: unknown): readonly ManifestFile[] => [allow({}), allow(rule, 'DENY')];

  test.each([
    ['everybody', {}, false],
    ['the principal', from({ principals: ['*/sa/web'] }), false],
    ['others', from({ principals: ['*/sa/db'] }), true],
    ['all others', from({ notPrincipals: ['*/sa/web'] }), true],
    ['the port', to({ ports: ['8080'] }), false],
    ['another port', to({ ports: ['80'] }), true],
    ['some paths, which leaves the rest', to({ paths: ['/admin'] }), true],
  ])('%s', (_, rule, expected) => {
    expect(allowed(deny(rule))).toBe(expected);
  });

  test('a DENY without rules denies nothing', () => {
    expect(allowed([policy({ action: 'DENY' })])).toBe(true);
  });

  test('a DENY under a condition is in doubt as well', () => {
    const rule = { when: [{ key: 'request.headers[x]', values: ['y'] }] };

    expect(allowed(deny(rule), inDoubt)).toBe(true);
    expect(allowed(deny(rule), flow)).toBe(false);
  });
});

test('who has no proxy proves nothing, neither a name nor a namespace', () => {
  const labels = { 'sidecar.istio.io/inject': 'false' };
  const unproven = { ...flow, from: { ...flow.from, labels } };

  expect(allowed([allow(from({ principals: ['cluster.local/ns/shop/sa/web'] }))], unproven)).toBe(false);
  expect(allowed([allow(from({ namespaces: ['shop'] }))], unproven)).toBe(false);
  expect(allowed([allow({})], unproven)).toBe(true);
});
