import { allowedByNetwork, networkJudge, policiesOf, type Flow } from '../../lib/checks/network-policies';
import type { ManifestFile } from '../../lib/core/manifest';
import { clusterObject, object } from './fixtures';

const flow: Flow = {
  from: { namespace: 'shop', labels: { app: 'web' } },
  to: { namespace: 'shop', labels: { app: 'api' } },
  port: 8080,
  portName: 'http',
  protocol: 'TCP',
  inDoubt: false,
};
const policy = (spec: Readonly<Record<string, unknown>>, namespace = 'shop'): ManifestFile =>
  object('NetworkPolicy', 'policy', { spec: { podSelector: {}, ...spec } }, { namespace });
const ingress = (rule: Readonly<Record<string, unknown>>): ManifestFile => policy({ ingress: [rule] });
const denyAll = policy({ policyTypes: ['Ingress', 'Egress'] });
const fromWeb = { from: [{ podSelector: { matchLabels: { app: 'web' } } }] };

describe('which policies count', () => {
  test.each([
    ['without a policy everything is allowed', [], true],
    ['a policy without rules denies', [denyAll], false],
    ['a policy of another namespace has no say', [policy({ policyTypes: ['Ingress'] }, 'elsewhere')], true],
    ['a policy about other pods has no say', [policy({ podSelector: { matchLabels: { app: 'db' } } })], true],
    ['a policy about no pods in particular is about all', [object('NetworkPolicy', 'p', { spec: {} })], false],
    [
      'what one policy allows no other denies',
      [denyAll, ingress({}), policy({ egress: [{}], policyTypes: ['Egress'] })],
      true,
    ],
  ])('%s', (_, files, expected) => {
    expect(allowedByNetwork(files, flow)).toBe(expected);
  });
});

describe('directions', () => {
  test.each([
    ['a policy without types is about ingress', { ingress: [{}] }, true],
    ['and denies where it has no rule', {}, false],
    ['with egress rules it is about egress too', { ingress: [{}], egress: [{ ports: [{ port: 1 }] }] }, false],
    ['an empty list of egress rules does not count as having any', { ingress: [{}], egress: [] }, true],
    ['a type without rules denies that direction', { policyTypes: ['Egress'] }, false],
    ['a type that is left out is not denied', { policyTypes: ['Egress'], egress: [{}] }, true],
    ['both sides have to agree', { policyTypes: ['Ingress', 'Egress'], ingress: [{}] }, false],
  ])('%s', (_, spec, expected) => {
    expect(allowedByNetwork([policy(spec)], flow)).toBe(expected);
  });
});

describe('ports', () => {
  test.each([
    ['no port means every port', [], true],
    ['the number', [{ port: 8080 }], true],
    ['another number', [{ port: 80 }], false],
    ['the name', [{ port: 'http' }], true],
    ['another name', [{ port: 'metrics' }], false],
    ['a range that holds it', [{ port: 8000, endPort: 9000 }], true],
    ['a range that ends with it', [{ port: 8000, endPort: 8080 }], true],
    ['one of several', [{ port: 80 }, { port: 8080 }], true],
    ['a range that ends before it', [{ port: 8000, endPort: 8079 }], false],
    ['every port of TCP', [{ protocol: 'TCP' }], true],
    ['the number, of UDP', [{ port: 8080, protocol: 'UDP' }], false],
  ])('%s', (_, ports, expected) => {
    expect(allowedByNetwork([ingress({ ports })], flow)).toBe(expected);
  });
});

describe('peers', () => {
  const namespaces = (selector: unknown): unknown => ({ namespaceSelector: selector });
  const elsewhere = { ...flow, from: { ...flow.from, namespace: 'elsewhere' } };
  const label = clusterObject('Namespace', 'elsewhere', {}, { team: 'shop' });

  test.each([
    ['no peer means everybody', [], true],
    ['pods by their labels', fromWeb.from, true],
    [
      'pods by an expression',
      [{ podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['web'] }] } }],
      true,
    ],
    ['other pods', [{ podSelector: { matchLabels: { app: 'db' } } }], false],
    ['one of several', [{ podSelector: { matchLabels: { app: 'db' } } }, ...fromWeb.from], true],
    ['every namespace', [namespaces({})], true],
    ['its namespace by name', [namespaces({ matchLabels: { 'kubernetes.io/metadata.name': 'shop' } })], true],
    ['another namespace by name', [namespaces({ matchLabels: { 'kubernetes.io/metadata.name': 'elsewhere' } })], false],
  ])('%s', (_, from, expected) => {
    expect(allowedByNetwork([ingress({ from })], flow)).toBe(expected);
  });

  test('a peer without a namespace is one of the policy’s own', () => {
    expect(allowedByNetwork([ingress(fromWeb)], elsewhere)).toBe(false);
  });

  test('pods of another namespace have to match both selectors', () => {
    const both = (app: string): ManifestFile =>
      ingress({ from: [{ namespaceSelector: {}, podSelector: { matchLabels: { app } } }] });

    expect(allowedByNetwork([both('web')], elsewhere)).toBe(true);
    expect(allowedByNetwork([both('db')], elsewhere)).toBe(false);
  });

  test('a namespace has the labels that we write on it', () => {
    const byTeam = ingress({ from: [namespaces({ matchLabels: { team: 'shop' } })] });

    const other = clusterObject('Namespace', 'other');

    expect(allowedByNetwork([byTeam, other, label], elsewhere)).toBe(true);
    expect(allowedByNetwork([byTeam], elsewhere)).toBe(false);
  });
});

describe('address ranges', () => {
  const range = (ipBlock: unknown): ManifestFile => ingress({ from: [{ ipBlock }] });

  test('whether a range of pods lets pods through is in doubt', () => {
    expect(allowedByNetwork([range({ cidr: '10.0.0.0/8' })], { ...flow, inDoubt: true })).toBe(true);
    expect(allowedByNetwork([range({ cidr: '10.0.0.0/8' })], { ...flow, inDoubt: false })).toBe(false);
  });

  test('a range outside lets no pods through', () => {
    expect(allowedByNetwork([range({ cidr: '8.8.8.0/24' })], { ...flow, inDoubt: true })).toBe(false);
  });
});

test('a port of UDP needs a rule for UDP', () => {
  const udp: Flow = { ...flow, protocol: 'UDP' };

  expect(allowedByNetwork([ingress({ ports: [{ port: 8080, protocol: 'UDP' }] })], udp)).toBe(true);
  expect(allowedByNetwork([ingress({ ports: [{ port: 8080 }] })], udp)).toBe(false);
});

test('the caller’s side is judged alone where nobody knows the other', () => {
  const closed = policy({ policyTypes: ['Ingress'] });

  expect(networkJudge([closed]).allowsOut(flow)).toBe(true);
  expect(networkJudge([denyAll]).allowsOut(flow)).toBe(false);
});

test('policies decide by pods, namespace and direction', () => {
  expect(policiesOf([denyAll], 'Egress', flow.from)).toEqual([denyAll.manifest]);
  expect(policiesOf([ingress({})], 'Egress', flow.from)).toEqual([]);
  expect(policiesOf([denyAll], 'Egress', { ...flow.from, namespace: 'elsewhere' })).toEqual([]);
});
