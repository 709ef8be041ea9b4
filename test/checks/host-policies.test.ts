import { ciliumAllows, ciliumAllowsEntity, ciliumEgress, gkeEgress, namedHosts } from '../../lib/checks/host-policies';
import type { ManifestFile } from '../../lib/core/manifest';
import { object } from './fixtures';

const web = { namespace: 'shop', labels: { app: 'web' } };
const app = (name: string): unknown => ({ matchLabels: { app: name } });
const cilium = (spec: Readonly<Record<string, unknown>>, namespace = 'shop'): ManifestFile =>
  object('CiliumNetworkPolicy', 'it', { spec: { endpointSelector: app('web'), ...spec } }, { namespace });
const gke = (spec: Readonly<Record<string, unknown>>, namespace = 'shop'): ManifestFile =>
  object('FQDNNetworkPolicy', 'it', { spec: { podSelector: app('web'), ...spec } }, { namespace });

describe('policies of Cilium', () => {
  test.each([
    ['about the pods', cilium({ egress: [{}] }), [{}]],
    ['that shut all', cilium({ egress: [] }), []],
    ['with a source before the label', cilium({ endpointSelector: app('web'), egress: [{}] }), [{}]],
    ['about other pods', cilium({ endpointSelector: app('api'), egress: [{}] }), undefined],
    ['of another namespace', cilium({ egress: [{}] }, 'elsewhere'), undefined],
    ['without rules of egress', cilium({ ingress: [{}] }), undefined],
    ['that shut nothing', cilium({ egress: [{}], enableDefaultDeny: { egress: false } }), undefined],
  ])('%s', (_, file, expected) => {
    expect(ciliumEgress([file], web)).toEqual(expected);
  });
});

describe('policies of GKE', () => {
  test.each([
    ['about the pods', gke({ egress: [{}] }), [{}]],
    ['about other pods', gke({ podSelector: app('api'), egress: [{}] }), undefined],
    ['of another namespace', gke({ egress: [{}] }, 'elsewhere'), undefined],
  ])('%s', (_, file, expected) => {
    expect(gkeEgress([file], web)).toEqual(expected);
  });
});

test('hosts are named with their ports, by either', () => {
  const toPorts = [{ ports: [{ port: '443', protocol: 'TCP' }] }];
  const files = [
    cilium({ egress: [{ toFQDNs: [{ matchName: 'a.example' }, { matchPattern: '*.b.example' }], toPorts }] }),
    gke({ egress: [{ matches: [{ name: 'c.example' }, { pattern: '*.d.example' }], ports: [{ port: 443 }] }] }),
  ];

  expect(namedHosts(files, web)).toEqual([
    { host: 'a.example', ports: [{ port: 443, protocol: 'TCP' }] },
    { host: '*.b.example', ports: [{ port: 443, protocol: 'TCP' }] },
    { host: 'c.example', ports: [{ port: 443 }] },
    { host: '*.d.example', ports: [{ port: 443 }] },
  ]);
});

describe('a rule of Cilium’s', () => {
  const target = { address: '8.8.8.8', port: 443, portName: '', protocol: 'TCP', inDoubt: false } as const;
  const ports = (...entries: readonly unknown[]): Readonly<Record<string, unknown>> => ({
    toPorts: [{ ports: entries }],
  });

  test.each([
    ['whithersoever', {}, true],
    ['by a range', { toCIDR: ['8.8.8.0/24'] }, true],
    ['by another range', { toCIDR: ['10.0.0.0/8'] }, false],
    ['by a range with exceptions', { toCIDRSet: [{ cidr: '0.0.0.0/0', except: ['8.8.8.0/24'] }] }, false],
    ['to the world', { toEntities: ['world'] }, true],
    ['to everything', { toEntities: ['all'] }, true],
    ['to the node', { toEntities: ['host'] }, false],
    ['to pods', { toEndpoints: [{}] }, false],
    ['to hosts by name', { toFQDNs: [{ matchPattern: '*' }] }, false],
    ['on the port', ports({ port: '443', protocol: 'TCP' }), true],
    ['on the port of any protocol', ports({ port: '443' }), true],
    ['on every port', ports({ port: '0', protocol: 'TCP' }), true],
    ['on a range of ports', ports({ port: '1', endPort: 1000, protocol: 'TCP' }), true],
    ['on another port', ports({ port: '80', protocol: 'TCP' }), false],
    ['on the port of another protocol', ports({ port: '443', protocol: 'UDP' }), false],
  ])('%s lets an address through, or not', (_, rule, expected) => {
    expect(ciliumAllows(rule, target)).toBe(expected);
  });

  test.each(['toServices', 'toGroups'])('%s is in doubt', (field) => {
    expect(ciliumAllows({ [field]: [{}] }, { ...target, inDoubt: true })).toBe(true);
    expect(ciliumAllows({ [field]: [{}] }, target)).toBe(false);
  });

  test('lets an entity through by its name and port', () => {
    const rule = { toEntities: ['kube-apiserver'], ...ports({ port: '443', protocol: 'TCP' }) };

    expect(ciliumAllowsEntity(rule, 'kube-apiserver', target)).toBe(true);
    expect(ciliumAllowsEntity(rule, 'host', target)).toBe(false);
    expect(ciliumAllowsEntity(rule, 'kube-apiserver', { ...target, port: 80 })).toBe(false);
  });
});
