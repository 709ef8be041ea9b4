import { decidingFor, fits, isOpen, reachesAddress, reachesEntity, reachesHost } from '../../lib/checks/egress';
import type { ManifestFile } from '../../lib/core/manifest';
import { clusterObject, object } from './fixtures';

const web = { namespace: 'shop', labels: { app: 'web' } };
const target = { address: '8.8.8.8', port: 443, protocol: 'TCP' } as const;
const network = (egress: readonly unknown[]): ManifestFile =>
  object('NetworkPolicy', 'it', { spec: { podSelector: {}, policyTypes: ['Egress'], egress } });
const cilium = (egress: readonly unknown[]): ManifestFile =>
  object('CiliumNetworkPolicy', 'it', { spec: { endpointSelector: {}, egress } });
const gke = (egress: readonly unknown[]): ManifestFile =>
  object('FQDNNetworkPolicy', 'it', { spec: { podSelector: {}, egress } });
const anywhere = { to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } }], ports: [{ port: 443 }] };

test.each([
  ['no policy', [], true],
  ['a NetworkPolicy', [network([])], false],
  ['a policy of Cilium', [cilium([])], false],
  ['a policy of GKE', [gke([])], false],
])('with %s, pods may open anything: or not', (_, files, expected) => {
  expect(isOpen(files, web)).toBe(expected);
  expect(reachesAddress(files, web, target, false)).toBe(expected);
});

describe('an address is reached', () => {
  test.each([
    ['by a range that holds it', [network([anywhere])], target, true],
    ['not by what the range leaves out', [network([anywhere])], { ...target, address: '10.0.0.1' }, false],
    ['not on another port', [network([anywhere])], { ...target, port: 80 }, false],
    ['not by another protocol', [network([anywhere])], { ...target, protocol: 'UDP' as const }, false],
    ['by a rule without peers', [network([{ ports: [{ port: 443 }] }])], target, true],
    ['not by a rule for pods', [network([{ to: [{ podSelector: {} }] }])], target, false],
    ['by Cilium', [network([]), cilium([{ toEntities: ['world'] }])], target, true],
    ['not by the name of a host', [gke([{ matches: [{ pattern: '*' }], ports: [{ port: 443 }] }])], target, false],
  ])('%s', (_, files, to, expected) => {
    expect(reachesAddress(files, web, to, false)).toBe(expected);
  });

  test('by a range that cannot be read, where that is the worse', () => {
    const odd = [network([{ to: [{ ipBlock: { cidr: 'odd' } }] }])];

    expect(reachesAddress(odd, web, target, true)).toBe(true);
    expect(reachesAddress(odd, web, target, false)).toBe(false);
  });
});

test('a host is reached by its name and port', () => {
  const files = [gke([{ matches: [{ name: 'a.example' }], ports: [{ port: 443, protocol: 'TCP' }] }])];

  expect(reachesHost(files, web, { host: 'a.example', port: 443 })).toBe(true);
  expect(reachesHost(files, web, { host: 'a.example', port: 80 })).toBe(false);
  expect(reachesHost(files, web, { host: 'b.example', port: 443 })).toBe(false);
});

test('an entity is reached by its name and port', () => {
  const files = [cilium([{ toEntities: ['host'], toPorts: [{ ports: [{ port: '80', protocol: 'TCP' }] }] }])];

  expect(reachesEntity(files, web, 'host', 80)).toBe(true);
  expect(reachesEntity(files, web, 'host', 443)).toBe(false);
  expect(reachesEntity([network([])], web, 'host', 80)).toBe(false);
});

test.each([
  ['a.example', 'a.example', true],
  ['*.example', 'a.example', true],
  ['*.example', '*.example', true],
  ['*.example', 'a.b.example', false],
  ['*.example', 'example', false],
  ['a.example', 'aXexample', false],
  ['*.a.example', 'b.aXexample', false],
  ['api-*.example', 'api-1.example', true],
])('%s stands for %s: %s', (pattern, host, expected) => {
  expect(fits(pattern, host)).toBe(expected);
});

test('what decides on pods is what is about them, and the labels of namespaces', () => {
  const app = (name: string): Readonly<Record<string, unknown>> => ({ matchLabels: { app: name } });
  const about = [
    clusterObject('Namespace', 'elsewhere'),
    network([]),
    cilium([]),
    gke([]),
    object('CiliumNetworkPolicy', 'own', { specs: [{ endpointSelector: { matchLabels: { 'k8s:app': 'web' } } }] }),
  ];
  const others = [
    object('NetworkPolicy', 'api', { spec: { podSelector: app('api') } }),
    object('CiliumNetworkPolicy', 'api', { spec: { endpointSelector: app('api') } }),
    object('FQDNNetworkPolicy', 'api', { spec: { podSelector: app('api') } }),
    object('NetworkPolicy', 'other', { spec: { podSelector: {} } }, { namespace: 'elsewhere' }),
    object('AuthorizationPolicy', 'web', { spec: {} }),
  ];

  expect(decidingFor([...about, ...others], web)).toEqual(about);
});
