import {
  exposedHosts,
  imageName,
  modelOn,
  namespaceSecrets,
  registryImages,
  secretReaders,
  serviceIdentities,
  serviceImages,
  type ServiceModel,
  serviceNamespaces,
  serviceSecrets,
  type SystemModel,
  systemSecrets,
} from '../../../lib/core/model/system-model';
import { kubernetesSecret, secret } from '../../../lib/core/secret-ref';

const CACHE: ServiceModel = {
  name: 'cache',
  namespace: 'shop',
  version: {},
  image: { repository: 'docker.io/library/redis', tag: '8.2' },
  ports: {},
  resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
  runAs: { user: 1001 },
};
const WEB: ServiceModel = { ...CACHE, name: 'web', image: { name: 'web' } };
const EXPOSED: ServiceModel = { ...WEB, exposure: [{ host: 'www', port: 'http' }] };
const SECRETIVE: ServiceModel = {
  ...WEB,
  secretEnv: { URL: secret('store', 'url'), USER: secret('store', 'user'), KEY: secret('app') },
};
const PULL = { host: 'ghcr.io/shop', pullSecret: secret('ghcr') };
const TLS = secret('shop-tls');

function model(services: readonly ServiceModel[], changes: Partial<SystemModel> = {}): SystemModel {
  return {
    name: 'shop',
    environment: 'production',
    namespace: 'shop',
    domain: 'shop.test',
    services: Object.fromEntries(services.map((service) => [service.name, service])),
    registry: 'cluster',
    dashboards: {},
    resources: { buckets: {}, queues: {}, topics: {} },
    ...changes,
  };
}

describe('secrets of the namespace', () => {
  test.each<[string, SystemModel, readonly string[]]>([
    ['none where no service has one', model([CACHE, WEB]), []],
    ['those of services, sorted, each once', model([SECRETIVE, { ...SECRETIVE, name: 'job' }]), ['app', 'store']],
    ['the one that images are pulled with', model([SECRETIVE], { registry: PULL }), ['app', 'ghcr', 'store']],
    ['none for a registry that is open', model([WEB], { registry: { host: 'ghcr.io/shop' } }), []],
    ['not the certificate, which the gateway holds', model([EXPOSED], { tls: TLS }), []],
  ])('are %s', (_, system, names) => {
    expect(namespaceSecrets(system)).toEqual(names);
  });
});

describe('the secrets and images of a service', () => {
  const service: ServiceModel = {
    ...WEB,
    kind: 'StatefulSet',
    storage: {},
    secretEnv: { KEY: secret('app') },
    initContainers: {
      migrate: { image: { name: 'migrate' }, resources: WEB.resources, secretEnv: { URL: secret('database') } },
    },
    sidecars: { proxy: { resources: WEB.resources, secretEnv: { CERTIFICATE: kubernetesSecret('proxy', 'crt') } } },
    volumes: { keys: { mountPath: '/keys', secretFiles: { 'key.pem': secret('signing') } } },
    quorum: {
      port: 'peer',
      bootstrap: { image: { name: 'bootstrap' }, resources: WEB.resources, secretEnv: { TOKEN: secret('join') } },
    },
  };

  test('are those of all its containers and volumes', () => {
    expect(serviceSecrets(service).map((source) => ('secret' in source ? source.secret : 'made by others'))).toEqual([
      'app',
      'database',
      'made by others',
      'join',
      'signing',
    ]);
    expect(serviceImages(service)).toEqual([{ name: 'web' }, { name: 'migrate' }, { name: 'bootstrap' }]);
  });

  test('are fetched, pulled and permitted with those of the system', () => {
    const permitted = { ...service, permissions: [{ action: 'secret:read' as const, secrets: ['license'] }] };
    expect(systemSecrets(model([permitted]))).toEqual(['app', 'database', 'join', 'license', 'signing']);
    expect(registryImages(model([permitted]))).toEqual(['bootstrap', 'migrate', 'web']);
  });
});

test('kubectl is among the images of a service whose budget changes at set times', () => {
  const limit = { maxUnavailable: 1 };
  const schedule = { timeZone: 'Etc/UTC', start: '0 8 * * *', end: '0 18 * * *', limit: { maxUnavailable: 0 } };
  expect(registryImages(model([{ ...WEB, disruption: { limit } }]))).toEqual(['web']);
  expect(registryImages(model([{ ...WEB, disruption: { limit, schedule } }]))).toEqual(['kubectl', 'web']);
});

describe('a service with a namespace of its own', () => {
  const agent: ServiceModel = { ...WEB, name: 'agent', namespace: 'shop-agent', secretEnv: { KEY: secret('agent') } };

  test('is one of the namespaces of the system', () => {
    expect(serviceNamespaces(model([WEB, agent]))).toEqual(['shop', 'shop-agent']);
  });

  test('has a reader of its own secrets there, which others cannot read', () => {
    const system = model([SECRETIVE, agent]);
    expect(namespaceSecrets(system)).toEqual(['app', 'store']);
    expect(namespaceSecrets(system, 'shop-agent')).toEqual(['agent']);
    expect(secretReaders(system).map(({ namespace }) => namespace)).toEqual(['shop', 'shop-agent']);
  });
});

test('services that do something in the cloud have an identity each, for their own account', () => {
  const permissions = [{ action: 'queue:consume' as const, queues: ['orders'] }];
  expect(serviceIdentities(model([CACHE, { ...WEB, permissions }]))).toEqual([
    { name: 'shop-web', namespace: 'shop', serviceAccount: 'web', permissions },
  ]);
});

test('on a cluster that differs a service has another number of pods', () => {
  const system = model([{ ...WEB, replicas: 2, replicasOn: { west: { min: 3, max: 9 } } }, CACHE]);
  expect(modelOn(system, 'west').services['web']).toHaveProperty('replicas', { min: 3, max: 9 });
  expect(modelOn(system, 'east').services['web']).toHaveProperty('replicas', 2);
  expect(modelOn(system, 'west').services['cache']).toBe(system.services['cache']);
});

describe('secrets of the system', () => {
  test.each<[string, SystemModel, readonly string[]]>([
    ['those of its namespace', model([SECRETIVE]), ['app', 'store']],
    [
      'the certificate as well, where a service is exposed',
      model([SECRETIVE, { ...EXPOSED, name: 'www' }], { tls: TLS }),
      ['app', 'shop-tls', 'store'],
    ],
    ['no certificate where no service is exposed', model([{ ...WEB, exposure: [] }], { tls: TLS }), []],
    ['no certificate where there is none', model([EXPOSED]), []],
    [
      'a secret once that is a certificate and read by a service',
      model([{ ...EXPOSED, secretEnv: { CERTIFICATE: TLS } }], { tls: TLS }),
      ['shop-tls'],
    ],
  ])('are %s', (_, system, names) => {
    expect(systemSecrets(system)).toEqual(names);
  });
});

describe('readers of secrets', () => {
  test('are one for each namespace, allowed the secrets of that namespace and no other', () => {
    const system = model([{ ...EXPOSED, secretEnv: { KEY: secret('app') } }], { tls: TLS });

    expect(secretReaders(system)).toEqual([
      {
        name: 'shop-secret-reader',
        namespace: 'shop',
        serviceAccount: 'secret-reader',
        permissions: [{ action: 'secret:read', secrets: ['app'] }],
      },
      {
        name: 'istio-ingress-secret-reader',
        namespace: 'istio-ingress',
        serviceAccount: 'secret-reader',
        permissions: [{ action: 'secret:read', secrets: ['shop-tls'] }],
      },
    ]);
  });

  test.each<[string, SystemModel, readonly string[]]>([
    ['nowhere where there is no secret', model([EXPOSED]), []],
    ['in the namespace only, where nothing is exposed', model([SECRETIVE], { tls: TLS }), ['shop']],
    ['at the gateway only, where services have no secret', model([EXPOSED], { tls: TLS }), ['istio-ingress']],
  ])('are %s', (_, system, namespaces) => {
    expect(secretReaders(system).map(({ namespace }) => namespace)).toEqual(namespaces);
  });
});

describe('images of the registry made for the environment', () => {
  test('are those that are built and those of third parties, sorted, each once', () => {
    expect(registryImages(model([WEB, CACHE, { ...WEB, name: 'worker' }]))).toEqual(['library/redis', 'web']);
  });

  test('are none where pods pull from the registry of the system', () => {
    expect(registryImages(model([WEB], { registry: PULL }))).toEqual([]);
  });
});

test.each([
  [{ name: 'web' }, 'web'],
  [{ name: 'redis' }, 'redis'],
  [{ repository: 'docker.io/library/redis', tag: '8.2' }, 'library/redis'],
  [{ repository: 'redis', tag: '8.2' }, 'library/redis'],
  [{ repository: 'bitnami/redis', tag: '8.2' }, 'bitnami/redis'],
  [{ repository: 'registry.test:5000/bitnami/redis', tag: '8.2' }, 'bitnami/redis'],
])('the image %j lies in a registry under the name %s', (image, name) => {
  expect(imageName(image)).toBe(name);
});

test('hosts are those of all exposures under the domain, sorted, each once', () => {
  const exposed = (name: string, ...hosts: readonly string[]): ServiceModel => ({
    ...WEB,
    name,
    exposure: hosts.map((host) => ({ host, port: 'http' })),
  });
  const system = model([exposed('web', 'www', 'admin'), exposed('api', 'admin')]);
  expect(exposedHosts(system)).toEqual([`admin.${system.domain}`, `www.${system.domain}`]);
});
