import type { SystemModel } from '../../lib/core/model/system-model';
import { replicasOf } from '../../lib/core/model/workload-spec';
import { composeModel } from '../../lib/environment/compose';
import type { Environment, ServiceOverrides } from '../../lib/environment/environment';
import { loadEnvironment } from '../../lib/environment/load';
import { reading, SAMPLE, SAMPLE_PATH } from './sample-file';
import { sampleSystem } from './sample-system';

const sample = loadEnvironment(SAMPLE_PATH, { funlynk: sampleSystem }, reading(SAMPLE));

function compose(
  services: Readonly<Record<string, ServiceOverrides>>,
  changes: Partial<Environment> = {},
): SystemModel {
  return composeModel(sampleSystem, { ...sample, services, ...changes });
}

test('the model carries the names, the domain and what belongs to the system as a whole', () => {
  const { services, ...model } = compose({});

  expect(Object.keys(services)).toEqual(['postgres', 'redis', 'backend', 'admin-dashboard']);
  expect(model).toEqual({
    name: 'funlynk',
    environment: 'production',
    namespace: 'funlynk',
    domain: 'funlynk.com',
    registry: 'cluster',
    tls: { secret: 'funlynk-tls' },
    dashboards: {},
  });
});

test("an environment with an external registry pulls from the system's own", () => {
  expect(compose({}, { images: { registry: 'external' } }).registry).toEqual({
    host: 'ghcr.io/funlynk',
    pullSecret: { secret: 'ghcr' },
  });
});

describe('versions', () => {
  const digest = `sha256:${'b'.repeat(64)}`;

  test('an image of the system has the tag and the digest that the environment names', () => {
    expect(compose({ backend: { tag: 'v1', digest } }).services['backend']?.version).toEqual({ tag: 'v1', digest });
  });

  test('an image of a third party has its own', () => {
    expect(compose({}).services['postgres']?.version).toEqual({
      tag: '17.6-alpine',
      digest: `sha256:${'a'.repeat(64)}`,
    });
    expect(compose({}).services['redis']?.version).toEqual({ tag: '8.2-alpine' });
  });

  test('another tag for an image of a third party drops the digest that belonged to the old one', () => {
    expect(compose({ postgres: { tag: '17.7-alpine' } }).services['postgres']?.version).toEqual({ tag: '17.7-alpine' });
    expect(compose({ postgres: { digest } }).services['postgres']?.version).toEqual({ digest });
  });
});

describe('replicas', () => {
  test('are those of the system in production', () => {
    expect(compose({}).services['backend']).toHaveProperty('replicas', { min: 3, max: 10 });
    expect(compose({}).services['postgres']).not.toHaveProperty('replicas');
  });

  test('are one in development', () => {
    const { services } = compose({}, { profile: 'development' });

    expect(Object.values(services).map(replicasOf)).toEqual([1, 1, 1, 1]);
  });

  test('are those of the environment wherever it names them', () => {
    expect(compose({ backend: { replicas: 4 } }).services['backend']).toHaveProperty('replicas', 4);
    const { services } = compose({ backend: { replicas: 4 } }, { profile: 'development' });
    expect(services['backend']).toHaveProperty('replicas', 4);
  });
});

describe('merging', () => {
  test('adds environment variables and replaces those of the same name', () => {
    expect(compose({ backend: { env: { LOG_LEVEL: 'debug', BANNER: '' } } }).services['backend']?.env).toEqual({
      NODE_ENV: 'production',
      LOG_LEVEL: 'debug',
      BANNER: '',
    });
  });

  test('replaces single amounts of CPU and memory', () => {
    const overrides = { requests: { cpu: '300m' }, limits: { memory: '1Gi' } };

    expect(compose({ backend: { resources: overrides } }).services['backend']?.resources).toEqual({
      requests: { cpu: '300m', memory: '256Mi' },
      limits: { cpu: '500m', memory: '1Gi' },
    });
  });

  test('replaces the size of a volume and keeps where it is mounted', () => {
    expect(compose({ postgres: { storage: { data: { size: '50Gi' } } } }).services['postgres']).toMatchObject({
      storage: { data: { mountPath: '/var/lib/postgresql', size: '50Gi' } },
    });
  });

  test('leaves the definition as it was', () => {
    const before = structuredClone(sampleSystem);
    compose({ backend: { env: { A: 'b' }, resources: { limits: { cpu: '1' } } } });

    expect(sampleSystem).toEqual(before);
  });
});
