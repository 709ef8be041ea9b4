import { egressFaults } from '../../lib/checks/egress-isolation';
import type { ClusterOutput } from '../../lib/checks/output';
import { servicePods } from '../../lib/checks/service-pods';
import type { ManifestFile } from '../../lib/core/manifest';
import type { ServiceModel } from '../../lib/core/model/system-model';
import { cluster, controller, meshNamespace, model, object, service } from './fixtures';

const shut = [
  meshNamespace(),
  controller('web'),
  object('NetworkPolicy', 'deny', { spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] } }),
];
const out = (to: readonly unknown[], port: number, protocol = 'TCP', app = 'web'): ManifestFile =>
  object('NetworkPolicy', `${app}-${port}`, {
    spec: {
      podSelector: { matchLabels: { app } },
      policyTypes: ['Egress'],
      egress: [{ to, ports: [{ port, protocol }] }],
    },
  });
const range = (cidr: string, ...except: readonly string[]): unknown => ({ ipBlock: { cidr, except } });
const PUBLIC = range('0.0.0.0/0', '10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16');
const network = {
  apiServerRanges: ['10.0.0.0/16'],
  cloudApiRanges: [],
  credentialEndpoint: { cidr: '169.254.170.23/32', port: 80 },
};
const check = (
  web: ServiceModel,
  files: readonly ManifestFile[] = [],
  fields: Partial<ClusterOutput> = {},
): readonly string[] => {
  const system = model(web);
  const on = cluster([...shut, ...files], fields);
  return egressFaults(system, on, servicePods(system, on.manifests)).map(([, , message]) => message);
};
const through = (to: string, from = 'web'): string =>
  `${from} to ${to} is not connected in the model, yet let through by network policies`;
const denied = (to: string): string => `web to ${to} is connected in the model, yet denied by network policies`;
const stripe = service('web', { connectsTo: [{ external: 'api.stripe.com', portNumber: 443 }] });
const identity = service('web', { permissions: [{ action: 'bucket:read', buckets: ['files'] }] });
const calling = service('web', { apiAccess: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] });

test('pods that may go nowhere, and do not, are sound', () => {
  expect(check(service('web'))).toEqual([]);
});

test('pods that no policy is about are told once', () => {
  const system = model(service('web'));
  const open = cluster([meshNamespace(), controller('web')]);

  expect(egressFaults(system, open, servicePods(system, open.manifests))).toEqual([
    ['web', 'deployment-web.yaml', 'web may open any connection: no policy is about its egress'],
    ['shop', 'main', 'an unknown pod of shop may open any connection: no policy is about its egress'],
  ]);
});

describe('addresses outside', () => {
  test('are reached on the ports of hosts that the model connects', () => {
    expect(check(stripe, [out([PUBLIC], 443)])).toEqual([]);
    expect(check(stripe)).toEqual([denied('api.stripe.com:443')]);
  });

  test('are not reached without a host, nor on another port', () => {
    expect(check(service('web'), [out([PUBLIC], 443)])).toEqual([through('a public address (8.8.8.8:443)')]);
    expect(check(stripe, [out([PUBLIC], 443), out([PUBLIC], 65535)])).toEqual([
      through('a public address (8.8.8.8:65535)'),
    ]);
    expect(check(service('web'), [out([PUBLIC], 65535, 'UDP')])).toEqual([
      through('a public address (8.8.8.8:65535/UDP)'),
    ]);
  });

  test('are not reached by pods that nobody knows', () => {
    const everyPod = object('NetworkPolicy', 'all', {
      spec: { podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [PUBLIC], ports: [{ port: 443 }] }] },
    });

    expect(check(stripe, [everyPod])).toEqual([through('a public address (8.8.8.8:443)', 'an unknown pod of shop')]);
  });
});

test('private addresses are not reached by a range that was meant for the internet', () => {
  expect(check(stripe, [out([range('0.0.0.0/0', '169.254.0.0/16')], 443)])).toEqual(
    ['10.255.255.255', '100.127.255.255', '172.31.255.255', '192.168.255.255'].map((address) =>
      through(`a private address (${address}:443)`),
    ),
  );
});

describe('a range that cannot be read', () => {
  const odd = [range('everywhere')];

  test('lets everything through that must not be', () => {
    expect(check(service('web'), [out(odd, 443)])).toContain(through('a public address (8.8.8.8:443)'));
  });

  test('lets nothing through that has to be', () => {
    expect(check(stripe, [out(odd, 443)])).toContain(denied('api.stripe.com:443'));
    expect(check(identity, [out(odd, 80)])).toContain(denied('the credential endpoint (169.254.170.23:80)'));
  });
});

describe('credentials of the cloud', () => {
  const endpoint = out([range('169.254.170.23/32')], 80);

  test('are fetched by who acts there, and by nobody else', () => {
    expect(check(identity, [endpoint, out([PUBLIC], 443)])).toEqual([]);
    expect(check(identity)).toEqual([denied('the credential endpoint (169.254.170.23:80)')]);
    expect(check(service('web'), [endpoint])).toEqual([through('the credential endpoint (169.254.170.23:80)')]);
  });

  test('of the node are fetched by nobody on AWS', () => {
    expect(check(identity, [endpoint, out([range('169.254.169.254/32')], 80)])).toEqual([
      through('the credential endpoint (169.254.169.254:80)'),
    ]);
  });

  test('are on the node, to Cilium', () => {
    const host = object('CiliumNetworkPolicy', 'host', {
      spec: { endpointSelector: { matchLabels: { app: 'web' } }, egress: [{ toEntities: ['host'] }] },
    });

    expect(check(identity, [host])).toEqual([]);
  });
});

describe('the API server', () => {
  const api = (cidr: string): ManifestFile => out([range(cidr)], 443);

  test('is reached by who calls it, and by nobody else', () => {
    expect(check(calling, [api('10.0.0.0/16')], { network })).toEqual([]);
    expect(check(calling, [], { network })).toEqual([denied('a private address (10.0.255.255:443)')]);
    expect(check(service('web'), [api('10.0.0.0/16')], { network })).toEqual([
      through('a private address (10.0.255.255:443)'),
    ]);
  });

  test('is no other private address', () => {
    expect(check(calling, [api('10.0.0.0/8')], { network })).toEqual([
      through('a private address (10.255.255.255:443)'),
    ]);
  });

  test('is an entity, to Cilium', () => {
    const entity = object('CiliumNetworkPolicy', 'api', {
      spec: { endpointSelector: {}, egress: [{ toEntities: ['kube-apiserver'] }] },
    });

    expect(check(calling, [entity], { network })).toEqual([]);
  });
});

describe('hosts by name', () => {
  const named = (host: string, port = 443): ManifestFile =>
    object('FQDNNetworkPolicy', 'hosts', {
      spec: {
        podSelector: { matchLabels: { app: 'web' } },
        egress: [{ matches: [{ name: host }], ports: [{ port, protocol: 'TCP' }] }],
      },
    });

  test('are reached without any address', () => {
    expect(check(stripe, [named('api.stripe.com')])).toEqual([]);
  });

  test('are the ones of the model, on their ports', () => {
    expect(check(service('web'), [named('evil.example')])).toEqual([through('evil.example')]);
    expect(check(stripe, [named('api.stripe.com', 80)])).toEqual([
      denied('api.stripe.com:443'),
      through('api.stripe.com'),
    ]);
  });

  test('may be those of the cloud, for who acts there', () => {
    expect(check(identity, [out([range('169.254.170.23/32')], 80), named('s3.us-east-1.amazonaws.com')])).toEqual([]);
  });

  test('are undone by a policy that lets every address through', () => {
    expect(check(stripe, [named('api.stripe.com'), out([PUBLIC], 443)])).toEqual([
      'web may reach api.stripe.com by name, yet every public address on port 443',
    ]);
  });
});

describe('pods of other namespaces', () => {
  const vault = { namespace: 'vault', labels: { app: 'vault' }, serviceName: 'vault', portNumber: 8200 };
  const connected = service('web', { connectsTo: [vault] });
  const peer = (name: string, app?: string): unknown => ({
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
    ...(app === undefined ? {} : { podSelector: { matchLabels: { app } } }),
  });

  test('are reached on the port that the model connects', () => {
    expect(check(connected, [out([peer('vault', 'vault')], 8200)])).toEqual([]);
    expect(check(connected)).toEqual([denied('vault in vault:8200')]);
  });

  test('are not reached on another port, nor those beside them, nor others', () => {
    expect(check(connected, [out([peer('vault', 'vault')], 8200), out([peer('vault', 'vault')], 65535)])).toEqual([
      through('vault in vault:65535'),
    ]);
    expect(check(connected, [out([peer('vault')], 8200)])).toEqual([through('a pod beside vault in vault:8200')]);
    expect(check(service('web'), [out([peer('elsewhere')], 443)])).toEqual([through('a pod of another namespace:443')]);
  });

  test('take traces of who sends some', () => {
    const collector = {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } },
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'opentelemetry-collector' } },
    };

    expect(check(service('web', { telemetry: { traces: {} } }), [out([collector], 4317)])).toEqual([]);
    expect(check(service('web', { telemetry: { traces: {} } }))).toEqual([denied('the collector:4317')]);
    expect(check(service('web'), [out([collector], 4317)])).toEqual([through('the collector:4317')]);
  });
});
