import { list, value } from '../../../lib/checks/output';
import { funlynk } from '../../../stacks/funlynk/system';
import { clusterFiles } from '../cluster-files';
import { environmentOf } from '../environments';

const files = clusterFiles(environmentOf('funlynk/staging'), 'us-east-1');
const HOSTS = ['admin.staging.funlynk.com', 'api.staging.funlynk.com'];

test('Funlynk is an API and a dashboard over PostgreSQL and Redis', () => {
  const connections = Object.entries(funlynk.services).map(([name, { connectsTo = [] }]) => [
    name,
    connectsTo.flatMap((connection) => ('service' in connection ? [connection.service] : [])),
  ]);
  expect(Object.fromEntries(connections)).toEqual({
    postgres: [],
    redis: [],
    backend: ['postgres', 'redis'],
    'admin-dashboard': ['backend'],
  });
});

test('its namespace is promised 4 CPUs and 8Gi, and uses 8 CPUs, 16Gi and so many objects at most', () => {
  expect(files.file('10-tenancy/resourcequota-funlynk-quota')).toMatchObject({
    metadata: { name: 'funlynk-quota', namespace: 'funlynk' },
    spec: {
      hard: {
        'requests.cpu': '4',
        'requests.memory': '8Gi',
        'limits.cpu': '8',
        'limits.memory': '16Gi',
        persistentvolumeclaims: '10',
        services: '10',
        secrets: '20',
        configmaps: '20',
      },
    },
  });
});

test('its registry is on GitHub, with a pull secret', () => {
  expect(funlynk.registry).toEqual({
    host: 'ghcr.io/funlynk',
    pullSecret: { secret: 'ghcr', property: 'dockerconfigjson' },
  });
});

test('its namespace speaks mutual TLS only', () => {
  expect(files.file('30-mesh/peerauthentication-default')).toMatchObject({
    metadata: { namespace: 'funlynk' },
    spec: { mtls: { mode: 'STRICT' } },
  });
});

test('its mesh allows nothing that no policy names', () => {
  expect(files.file('30-mesh/authorizationpolicy-allow-nothing')).toMatchObject({ spec: {} });
});

describe('its gateway', () => {
  const [plain, secure] = list(files.file('80-traffic/gateway-funlynk-gateway'), 'spec', 'servers');

  test('sends plain requests for either host to TLS', () => {
    expect(plain).toEqual({
      port: { number: 80, name: 'http', protocol: 'HTTP' },
      hosts: HOSTS,
      tls: { httpsRedirect: true },
    });
  });

  test('answers for either host with the certificate of the system, over TLS 1.2 at least', () => {
    expect(secure).toEqual({
      port: { number: 443, name: 'https', protocol: 'HTTPS' },
      hosts: HOSTS,
      tls: { mode: 'SIMPLE', credentialName: 'funlynk-tls', minProtocolVersion: 'TLSV1_2' },
    });
  });
});

describe('its routes', () => {
  const route = (host: string): unknown =>
    value(files.file(`80-traffic/virtualservice-${host}-staging-funlynk-com`), 'spec', 'http');
  const api = {
    timeout: '30s',
    retries: { attempts: 3, perTryTimeout: '10s' },
    route: [{ destination: { host: 'backend.funlynk.svc.cluster.local', port: { number: 80 } } }],
  };

  test("lead the API's host to the API, for 30 s in all and three more tries of 10 s", () => {
    expect(route('api')).toMatchObject([{ match: [{ uri: { prefix: '/' } }], ...api }]);
  });

  test("lead what is below /api/ on the dashboard's host there, too, before the rest goes to the dashboard", () => {
    expect(route('admin')).toMatchObject([
      { match: [{ uri: { prefix: '/api/' } }], ...api },
      {
        match: [{ uri: { prefix: '/' } }],
        route: [{ destination: { host: 'admin-dashboard.funlynk.svc.cluster.local', port: { number: 80 } } }],
      },
    ]);
  });
});
