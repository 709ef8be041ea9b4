import { type Host, mayConnect, type Network, type Policy } from './network';
import type { NetworkPolicyPeer, NetworkPolicySpec } from './network-policy';

function pod(name: string, namespace = 'shop', address = '10.0.0.1'): Host {
  return { name, address, pod: { namespace, labels: { app: name }, portNames: { http: 8080 } } };
}

const API = pod('api');
const WEB = pod('web', 'shop', '10.0.0.2');
const STRANGER = pod('web', 'elsewhere', '10.0.0.3');
const OUTSIDE: Host = { name: 'outside', address: '93.184.216.34' };
const HTTP = { number: 8080, protocol: 'TCP' } as const;

const DENY: NetworkPolicySpec = { podSelector: {}, policyTypes: ['Ingress', 'Egress'] };

function network(...specs: readonly NetworkPolicySpec[]): Network {
  const policies = specs.map((spec): Policy => ({ namespace: 'shop', spec }));
  return { policies, namespaces: { elsewhere: { team: 'other' } } };
}

/** Lets `api` be reached by a peer, where nothing else is. */
function ingress(from: readonly NetworkPolicyPeer[], ports: NetworkPolicySpec['ingress'] = undefined): Network {
  const rule = { from, ...(ports?.[0]?.ports === undefined ? {} : { ports: ports[0].ports }) };
  return network({ podSelector: { matchLabels: { app: 'api' } }, policyTypes: ['Ingress'], ingress: [rule] });
}

describe('without a policy', () => {
  test('everybody reaches everybody', () => {
    expect(mayConnect(network(), OUTSIDE, API, HTTP)).toBe(true);
    expect(mayConnect(network(), API, OUTSIDE, HTTP)).toBe(true);
  });
});

describe('a policy without rules', () => {
  test('denies both directions where it is for both', () => {
    expect(mayConnect(network(DENY), WEB, API, HTTP)).toBe(false);
    expect(mayConnect(network(DENY), API, OUTSIDE, HTTP)).toBe(false);
  });

  test('is about incoming connections where it does not say', () => {
    const { podSelector } = DENY;
    expect(mayConnect(network({ podSelector }), STRANGER, API, HTTP)).toBe(false);
    expect(mayConnect(network({ podSelector }), API, OUTSIDE, HTTP)).toBe(true);
  });

  test('holds in its own namespace alone', () => {
    expect(mayConnect(network(DENY), OUTSIDE, STRANGER, HTTP)).toBe(true);
  });

  test('with rules for outgoing connections is about both', () => {
    const policy = { podSelector: {}, egress: [{}] };
    expect(mayConnect(network(policy), API, OUTSIDE, HTTP)).toBe(true);
    expect(mayConnect(network(policy), OUTSIDE, API, HTTP)).toBe(false);
  });
});

describe('a peer', () => {
  test('by labels is a pod of the same namespace', () => {
    const allowed = ingress([{ podSelector: { matchLabels: { app: 'web' } } }]);
    expect(mayConnect(allowed, WEB, API, HTTP)).toBe(true);
    expect(mayConnect(allowed, STRANGER, API, HTTP)).toBe(false);
    expect(mayConnect(allowed, OUTSIDE, API, HTTP)).toBe(false);
  });

  test('by namespace is any pod there, and with labels those that have them', () => {
    const namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': 'elsewhere' } };
    expect(mayConnect(ingress([{ namespaceSelector }]), STRANGER, API, HTTP)).toBe(true);
    expect(mayConnect(ingress([{ namespaceSelector }]), WEB, API, HTTP)).toBe(false);
    const podSelector = { matchLabels: { app: 'api' } };
    expect(mayConnect(ingress([{ namespaceSelector, podSelector }]), STRANGER, API, HTTP)).toBe(false);
  });

  test('by address is whoever has it, but for what is left out', () => {
    const ipBlock = { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] };
    expect(mayConnect(ingress([{ ipBlock }]), OUTSIDE, API, HTTP)).toBe(true);
    expect(mayConnect(ingress([{ ipBlock }]), WEB, API, HTTP)).toBe(false);
  });

  test.each([
    [{ key: 'app', operator: 'In', values: ['web'] }, true],
    [{ key: 'app', operator: 'In', values: ['api'] }, false],
    [{ key: 'app', operator: 'NotIn', values: ['web'] }, false],
    [{ key: 'tier', operator: 'NotIn', values: ['web'] }, true],
    [{ key: 'app', operator: 'Exists' }, true],
    [{ key: 'tier', operator: 'Exists' }, false],
    [{ key: 'app', operator: 'DoesNotExist' }, false],
    [{ key: 'tier', operator: 'DoesNotExist' }, true],
  ] as const)('by the expression %j is let in: %p', (expression, expected) => {
    const allowed = ingress([{ podSelector: { matchExpressions: [expression] } }]);
    expect(mayConnect(allowed, WEB, API, HTTP)).toBe(expected);
  });
});

describe('ports', () => {
  const open = (port: number | string, endPort?: number, protocol?: string): Network =>
    ingress(
      [],
      [
        {
          ports: [
            {
              port,
              ...(endPort === undefined ? {} : { endPort }),
              ...(protocol === undefined ? {} : { protocol }),
            },
          ],
        },
      ],
    );

  test.each([
    [open(8080), true],
    [open(8081), false],
    [open('http'), true],
    [open('grpc'), false],
    [open(8000, 9000), true],
    [open(8000, 8079), false],
    [open(8080, undefined, 'UDP'), false],
  ])('%#', (allowed, expected) => {
    expect(mayConnect(allowed, WEB, API, HTTP)).toBe(expected);
  });
});

describe('a rule for hosts', () => {
  const rule = {
    namespace: 'shop',
    podSelector: { matchLabels: { app: 'api' } },
    hosts: ['api.example.com', '*.example.org'],
    ports: [{ port: 443 }],
  };
  const named = (hostName?: string): Host => ({ ...OUTSIDE, ...(hostName === undefined ? {} : { hostName }) });
  const strict: Network = { ...network(DENY), hostRules: [rule] };

  test.each([
    ['api.example.com', true],
    ['www.example.org', true],
    ['example.org', false],
    ['www.example.com', false],
    [undefined, false],
  ])('lets its pods reach %s: %p', (hostName, expected) => {
    expect(mayConnect(strict, API, named(hostName), { number: 443, protocol: 'TCP' })).toBe(expected);
  });

  test('holds for its pods and ports alone', () => {
    expect(mayConnect(strict, WEB, named('api.example.com'), { number: 443, protocol: 'TCP' })).toBe(false);
    expect(mayConnect(strict, API, named('api.example.com'), HTTP)).toBe(false);
  });
});

test('a connection needs both sides', () => {
  const from = { podSelector: { matchLabels: { app: 'web' } } };
  const to = { podSelector: { matchLabels: { app: 'api' } } };
  const out: NetworkPolicySpec = { ...from, policyTypes: ['Egress'], egress: [{ to: [to] }] };
  const into: NetworkPolicySpec = { ...to, policyTypes: ['Ingress'], ingress: [{ from: [from] }] };
  expect(mayConnect(network(DENY, out, into), WEB, API, HTTP)).toBe(true);
  expect(mayConnect(network(DENY, out), WEB, API, HTTP)).toBe(false);
  expect(mayConnect(network(DENY, into), WEB, API, HTTP)).toBe(false);
  expect(mayConnect(network(DENY, out, into), API, WEB, HTTP)).toBe(false);
});
