import { clusterFiles } from '../cluster-files';
import { environmentOf } from '../environments';

const staging = environmentOf('funlynk/staging');
const aws = clusterFiles(staging, 'us-east-1');
const google = clusterFiles(environmentOf('funlynk/production'), 'europe-west1');

test('the components of a cluster come in the order in which they stand on each other', () => {
  expect(aws.components).toEqual([
    '00-namespaces',
    '05-storage',
    '06-scheduling',
    '10-tenancy',
    '20-secrets',
    '30-mesh',
    '40-postgres',
    '40-redis',
    '41-backend',
    '42-admin-dashboard',
    '80-traffic',
    '90-observability',
  ]);
});

test('every file lies one folder below its cluster', () => {
  expect(aws.paths.filter((path) => path.split('/').length !== 2)).toEqual([]);
});

test('the namespaces of the system and of its gateway take part in the mesh and admit restricted pods only', () => {
  for (const name of ['funlynk', 'istio-ingress']) {
    expect(aws.file(`00-namespaces/namespace-${name}`)).toMatchObject({
      metadata: { labels: { 'istio-injection': 'enabled', 'pod-security.kubernetes.io/enforce': 'restricted' } },
    });
  }
});

test('both namespaces deny every connection that no other policy allows', () => {
  for (const path of ['10-tenancy/networkpolicy-default-deny', '10-tenancy/istio-ingress.networkpolicy-default-deny']) {
    expect(aws.file(path)).toMatchObject({ spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] } });
  }
});

test('anybody may reach the gateway, on its two ports and that of its health', () => {
  expect(aws.file('10-tenancy/istio-ingress.networkpolicy-gateway-from-anywhere')).toMatchObject({
    metadata: { namespace: 'istio-ingress' },
    spec: {
      podSelector: { matchLabels: { istio: 'ingressgateway' } },
      ingress: [{ ports: [{ port: 80 }, { port: 443 }, { port: 15021 }] }],
    },
  });
});

test('a service that is taken out of the system leaves nothing behind', () => {
  const { 'admin-dashboard': gone, ...services } = staging.model.services;
  const { paths } = clusterFiles({ ...staging, model: { ...staging.model, services } }, 'us-east-1');
  expect(gone).toBeDefined();
  expect(paths.filter((path) => path.startsWith('42-') || path.includes('-from-admin-dashboard'))).toEqual([]);
});

test('a system without a quota has no bounds', () => {
  const { quota, ...model } = staging.model;
  const { paths } = clusterFiles({ ...staging, model }, 'us-east-1');
  expect(paths.filter((path) => /resourcequota|limitrange/.test(path))).toEqual([]);
});

test('a system without dashboards has no such component', () => {
  const model = { ...staging.model, dashboards: {} };
  expect(clusterFiles({ ...staging, model }, 'us-east-1').components).not.toContain('90-observability');
});

test.each([
  ['AWS', aws, { aws: { role: 'arn:aws:iam::222233334444:role/funlynk-staging-us-east-1-secrets-funlynk' } }],
  ['Google Cloud', google, { gcpsm: { auth: { workloadIdentity: { serviceAccountRef: { name: 'secret-reader' } } } } }],
])('secrets are read from the store of %s as an identity of the namespace', (_, files, provider) => {
  expect(files.file('20-secrets/secretstore-cloud')).toMatchObject({ spec: { provider } });
});

test("the gateway's certificate is fetched into its namespace", () => {
  expect(aws.file('20-secrets/istio-ingress.externalsecret-funlynk-tls')).toMatchObject({
    metadata: { namespace: 'istio-ingress' },
    spec: { target: { name: 'funlynk-tls', template: { type: 'kubernetes.io/tls' } } },
  });
});

test("the pull secret of the system's own registry is fetched where pods pull from it, and nowhere else", () => {
  expect(aws.file('20-secrets/externalsecret-registry-credentials')).toMatchObject({
    spec: {
      target: { template: { type: 'kubernetes.io/dockerconfigjson' } },
      data: [{ secretKey: '.dockerconfigjson', remoteRef: { key: 'funlynk/staging/ghcr' } }],
    },
  });
  expect(google.paths).not.toContain('20-secrets/externalsecret-registry-credentials');
});
