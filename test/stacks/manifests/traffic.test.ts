import type { Exposure } from '../../../lib/core/model/exposure';
import type { BlueGreen, Canary } from '../../../lib/core/model/rollout';
import type { ServiceModel, SystemModel } from '../../../lib/core/model/system-model';
import { exposes, sharedRoutes, tlsSecretName } from '../../../stacks/manifests/traffic';
import { clusterFiles, type ClusterFiles } from '../cluster-files';
import { environmentOf } from '../environments';

const staging = environmentOf('funlynk/staging');

function withModel(changes: Partial<SystemModel>): ClusterFiles {
  return clusterFiles({ ...staging, model: { ...staging.model, ...changes } }, 'us-east-1');
}

/** The system's services, none of them exposed, but for one that is exposed so. */
function servicesWith(exposure: readonly Exposure[]): SystemModel['services'] {
  return Object.fromEntries(
    Object.entries(staging.model.services).map(([name, service]) => [
      name,
      { ...service, exposure: name === 'backend' ? exposure : [] },
    ]),
  );
}

test('a system is exposed where one of its services is', () => {
  expect(exposes(staging.model)).toBe(true);
  expect(exposes({ ...staging.model, services: servicesWith([]) })).toBe(false);
});

test('the certificate has the name of the system', () => {
  expect(tlsSecretName(staging.model)).toBe('funlynk-tls');
});

test('a system that is not exposed has no gateway, no certificate and no namespace for one', () => {
  const { paths, components } = withModel({ services: servicesWith([]) });
  expect(components).not.toContain('80-traffic');
  expect(paths.filter((path) => /istio-ingress|tls/.test(path))).toEqual([]);
});

test('a route leads to the port of the Kubernetes Service, on a host of the domain of the environment', () => {
  const files = withModel({ services: servicesWith([{ host: 'api', port: 'http' }]) });
  expect(files.file('80-traffic/virtualservice-api-staging-funlynk-com')).toMatchObject({
    spec: {
      hosts: ['api.staging.funlynk.com'],
      http: [{ route: [{ destination: { host: 'backend.funlynk.svc.cluster.local', port: { number: 80 } } }] }],
    },
  });
});

test('an exposed system without a certificate is refused', () => {
  const { tls, ...model } = staging.model;
  expect(() => clusterFiles({ ...staging, model }, 'us-east-1')).toThrow(
    "funlynk-staging: 'tls' is needed for the hosts of exposed services, got undefined",
  );
});

test('an exposure of a port that the service does not have is refused', () => {
  expect(() => withModel({ services: servicesWith([{ host: 'api', port: 'htp' }]) })).toThrow(/'htp'/);
});

describe('an exposed service whose new versions are watched', () => {
  const analysis = { metrics: { errors: { kind: 'prometheus', query: 'sum(errors)', max: 5 } } } as const;
  const canary: Canary = { strategy: 'Canary', steps: [{ weight: 10, pauseSeconds: 60 }], analysis };

  /** The system with only the backend exposed, and its rollout changed. */
  function withRollout(rollout: Canary | BlueGreen): SystemModel {
    const services = servicesWith([
      { host: 'api', port: 'http' },
      { host: 'api', port: 'http', path: '/v2' },
    ]);
    const { backend } = services;
    if (backend === undefined || backend.kind !== undefined) throw new Error('the backend is no Deployment');
    return {
      ...staging.model,
      services: { ...services, backend: { ...backend, replicas: { min: 2, max: 3 }, rollout } },
    };
  }

  const shared = (model: SystemModel): unknown =>
    Object.values(model.services).flatMap((service: ServiceModel) => sharedRoutes(model, service));

  test('shares the requests of its routes with the canary', () => {
    const { file } = withModel(withRollout(canary));
    const destinations = [
      { destination: { host: 'backend.funlynk.svc.cluster.local' }, weight: 100 },
      { destination: { host: 'backend-canary.funlynk.svc.cluster.local' }, weight: 0 },
    ];
    expect(file('80-traffic/virtualservice-api-staging-funlynk-com')).toMatchObject({
      spec: {
        http: [
          { name: 'backend', route: destinations },
          { name: 'backend-2', route: destinations },
        ],
      },
    });
  });

  test('tells its Rollout the names of those routes', () => {
    expect(shared(withRollout(canary))).toEqual([
      { name: 'api-staging-funlynk-com', routes: ['backend', 'backend-2'] },
    ]);
    const { paths, file } = withModel(withRollout(canary));
    const path = paths.find((it) => it.endsWith('/rollout-backend')) ?? '';
    expect(file(path)).toHaveProperty('spec.strategy.canary.trafficRouting.istio.virtualServices', [
      { name: 'backend', routes: ['http'] },
      { name: 'api-staging-funlynk-com', routes: ['backend', 'backend-2'] },
    ]);
  });

  test('leaves its routes to Flagger where that carries the rollout out', () => {
    const model = withRollout({ ...canary, engine: 'flagger' });
    expect(withModel(model).file('80-traffic/virtualservice-api-staging-funlynk-com')).toHaveProperty(
      'spec.http.0.delegate',
      { name: 'backend', namespace: 'funlynk' },
    );
    expect(shared(model)).toEqual([]);
  });

  test('shares nothing where all traffic moves at once', () => {
    expect(shared(withRollout({ strategy: 'BlueGreen', analysis }))).toEqual([]);
    expect(shared(staging.model)).toEqual([]);
  });
});
