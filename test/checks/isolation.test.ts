import { checkIsolation } from '../../lib/checks/isolation';
import { clusterObject, controller, environment, model, object, said, service } from './fixtures';
import { check, gateway, mesh, network, pod, ports, sound, system } from './isolation-fixtures';

test('what is connected on both sides, and nothing else, is sound', () => {
  expect(check(sound)).toEqual([]);
});

test('a finding names both ends, the port, the guard and the cluster', () => {
  expect(check({ ...sound, apiAdmitsWeb: undefined })).toEqual([
    {
      rule: 'isolation',
      severity: 'error',
      resource: 'api',
      path: 'deployment-api.yaml',
      message: 'web to api:http is connected in the model, yet denied by mesh authorisation on main',
      remedy: 'declare connections in connectsTo, acceptsFrom and exposure only, and leave policies to them',
    },
  ]);
});

describe('what is connected is let through by both', () => {
  test.each([
    ['webToApi', 'api: web to api:http is connected in the model, yet denied by network policies on main'],
    ['apiFromWeb', 'api: web to api:http is connected in the model, yet denied by network policies on main'],
    ['apiAdmitsWeb', 'api: web to api:http is connected in the model, yet denied by mesh authorisation on main'],
    [
      'webFromGateway',
      'web: the ingress gateway to web:http is connected in the model, yet denied by network policies on main',
    ],
    [
      'webAdmitsGateway',
      'web: the ingress gateway to web:http is connected in the model, yet denied by mesh authorisation on main',
    ],
  ])('without %s', (name, message) => {
    expect(said(check({ ...sound, [name]: undefined }))).toEqual([message]);
  });

  test('not even a range of addresses makes up for a policy', () => {
    const range = network('api-from-web', 'api', { ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }], ports }] });

    expect(said(check({ ...sound, apiFromWeb: range }))).toContain(
      'api: web to api:http is connected in the model, yet denied by network policies on main',
    );
  });

  test('a port that the pods lack is looked at all the same', () => {
    const two = service('api');
    const ports = { ...two.ports, grpc: { containerPort: 9090 } };
    const caller = service('web', {
      connectsTo: ['http', 'grpc'].map((port) => ({ service: 'api', port })),
      exposure: [{ host: 'www', port: 'http' }],
    });

    expect(said(check(sound, { model: model(caller, { ...two, ports }) }))).toEqual([
      'api: web to api:grpc is connected in the model, yet denied by network policies on main',
      'api: web to api:grpc is connected in the model, yet denied by mesh authorisation on main',
    ]);
  });
});

const through = (caller: string, to: string, guard: string): string =>
  `${to.split(':')[0] ?? ''}: ${caller} to ${to} is not connected in the model, yet let through by ${guard} on main`;

describe('what is not connected is let through by neither', () => {
  const NETWORK = 'network policies';
  const MESH = 'mesh authorisation';

  test('a connection that the model does not know', () => {
    const unconnected = model(service('web', { exposure: [{ host: 'www', port: 'http' }] }), service('api'));

    expect(said(check(sound, { model: unconnected }))).toEqual([
      through('web', 'api:http', NETWORK),
      through('web', 'api:http', MESH),
    ]);
  });

  test('a port that nobody declares', () => {
    const open = network('api-from-web', 'api', { ingress: [{ from: [pod('web')] }] });
    const openTo = network('web-to-api', 'web', { policyTypes: ['Egress'], egress: [{ to: [pod('api')] }] });

    expect(said(check({ ...sound, apiFromWeb: open, webToApi: openTo }))).toEqual([
      through('web', 'api:65535', NETWORK),
      through('web', 'api:65535/UDP', NETWORK),
    ]);
  });

  test('a service that is not exposed, from the gateway', () => {
    const files = {
      ...sound,
      api2: network('api-from-gateway', 'api', { ingress: [{ from: [gateway], ports }] }),
      mesh2: mesh('api-admits-gateway', 'api', 'cluster.local/ns/istio-ingress/sa/istio-ingressgateway'),
    };

    expect(said(check(files))).toEqual([
      through('the ingress gateway', 'api:http', NETWORK),
      through('the ingress gateway', 'api:http', MESH),
    ]);
  });

  test('a service that is exposed, from pods beside the gateway', () => {
    const whole = { namespaceSelector: gateway.namespaceSelector };
    const files = { ...sound, webFromGateway: network('w', 'web', { ingress: [{ from: [whole], ports }] }) };

    expect(said(check(files))).toEqual([through('a pod beside the ingress gateway', 'web:http', NETWORK)]);
  });

  test('pods of another namespace that carry the labels of a service', () => {
    const anywhere = { namespaceSelector: {}, podSelector: { matchLabels: { app: 'web' } } };
    const files = { ...sound, apiFromWeb: network('a', 'api', { ingress: [{ from: [anywhere], ports }] }) };

    expect(said(check(files))).toEqual([through('a pod that poses as web', 'api:http', NETWORK)]);
  });

  test('service accounts of the same name in another namespace', () => {
    const files = { ...sound, apiAdmitsWeb: mesh('a', 'api', '*/sa/web') };

    expect(said(check(files))).toEqual([through('a pod that poses as web', 'api:http', MESH)]);
  });

  test('a range of addresses that may hold pods', () => {
    const files = {
      ...sound,
      range: network('a', 'web', { ingress: [{ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }], ports }] }),
    };

    expect(said(check(files))).toEqual([
      through('Prometheus', 'web:http', NETWORK),
      through('a pod of another namespace', 'web:http', NETWORK),
      through('a pod beside the ingress gateway', 'web:http', NETWORK),
      through('a pod beside Prometheus', 'web:http', NETWORK),
      through('a pod that poses as web', 'web:http', NETWORK),
      through('a pod that poses as api', 'web:http', NETWORK),
      through('a pod that poses as the ingress gateway', 'web:http', NETWORK),
      through('a pod that poses as Prometheus', 'web:http', NETWORK),
    ]);
  });

  test('anybody, where pods have no proxy', () => {
    const found = said(check({ ...sound, namespace: clusterObject('Namespace', 'shop') }));

    expect(found).toContain(through('a pod of another namespace', 'api:http', MESH));
    expect(found.some((message) => message.includes(NETWORK))).toBe(false);
  });
});

test('policies that are not read are told, lest they open what nobody sees', () => {
  expect(said(check({ ...sound, admin: clusterObject('AdminNetworkPolicy', 'all') }))).toEqual([
    'all: isolation is not judged by objects of kind AdminNetworkPolicy on main',
  ]);
});

test('what gets out and is not connected is told as well', () => {
  const open = network('out', 'web', { policyTypes: ['Egress'], egress: [{ ports: [{ port: 25 }] }] });
  const mailing = model(
    ...Object.values(system.services),
    service('mail', { connectsTo: [{ external: 'x', portNumber: 25 }] }),
  );
  const found = said(check({ ...sound, open, mail: controller('mail') }, { model: mailing }));

  expect(found).toContain(
    'web: web to a public address (8.8.8.8:25) is not connected in the model, yet let through by network policies on main',
  );
});

test('a service that is missing is not taken for one that is isolated', () => {
  const found = check({ ...sound, api: undefined });

  expect(found).toMatchObject([
    {
      resource: 'api',
      path: 'main',
      message: 'is in the model, yet no pods of it are written for main',
      remedy: 'render the service, or take it out of the system',
    },
  ]);
});

test('pods of other namespaces are none of the system’s services', () => {
  const other = object('Deployment', 'other', { spec: { template: { spec: {} } } }, { namespace: 'monitoring' });

  expect(check({ ...sound, other })).toEqual([]);
});

test('every cluster is looked at by itself', () => {
  const [cluster] = environment(Object.values(sound)).clusters;
  if (cluster === undefined) throw new Error('no cluster');
  const clusters = [cluster, { ...cluster, name: 'second', manifests: [] }];

  expect(said(checkIsolation(environment([], { model: system, clusters })))).toEqual([
    'web: is in the model, yet no pods of it are written for second',
    'api: is in the model, yet no pods of it are written for second',
  ]);
});
