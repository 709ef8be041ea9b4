import type { Rollout } from '../../lib/core/model/rollout';
import { defineSystem, type ServiceDefinition } from '../../lib/core/model/system';
import { modelOn, type ServiceModel, type SystemModel } from '../../lib/core/model/system-model';
import { replicasOf } from '../../lib/core/model/workload-spec';
import { composeModel } from '../../lib/environment/compose';
import type { Environment, ServiceOverrides } from '../../lib/environment/environment';
import { loadEnvironment } from '../../lib/environment/load';
import { reading, SAMPLE, SAMPLE_PATH } from './sample-file';
import { sampleSystem } from './sample-system';

const sample = loadEnvironment(SAMPLE_PATH, { funlynk: sampleSystem }, reading(SAMPLE));

/** The least of a service, of whatever kind. */
const BASE = {
  image: { name: 'tool' },
  resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '1', memory: '128Mi' } },
  runAs: { user: 1001 },
};

/** A service of a system of its own, with what an environment changes about it. */
function composeOne(
  definition: ServiceDefinition,
  overrides: ServiceOverrides = {},
  changes: Partial<Environment> = {},
): ServiceModel | undefined {
  const system = defineSystem('shop', { registry: { host: 'ghcr.io/shop' } }, ({ service }) => {
    service('tool', definition);
  });
  return composeModel(system, { ...sample, services: { tool: overrides }, ...changes }).services['tool'];
}

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
    resources: { buckets: {}, queues: {}, topics: {} },
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

  test('may differ on one cluster', () => {
    const model = compose({ backend: { replicas: 4, clusters: { 'us-east-1': { replicas: { min: 8, max: 20 } } } } });

    expect(modelOn(model, 'us-east-1').services['backend']).toHaveProperty('replicas', { min: 8, max: 20 });
    expect(modelOn(model, 'europe-west1').services['backend']).toHaveProperty('replicas', 4);
  });

  test('are none of an agent on every node, and of jobs', () => {
    const kinds: readonly ServiceDefinition[] = [
      { ...BASE, kind: 'DaemonSet' },
      { ...BASE, kind: 'Job' },
      { ...BASE, kind: 'CronJob', schedule: '0 2 * * *' },
    ];
    for (const kind of kinds) {
      expect(composeOne(kind, {}, { profile: 'development' })).not.toHaveProperty('replicas');
    }
  });
});

describe('the namespace', () => {
  test("is the system's", () => {
    expect(compose({}).services['backend']?.namespace).toBe('funlynk');
  });

  test('is one of its own for an agent that gets something of the nodes', () => {
    const agent: ServiceDefinition = { ...BASE, kind: 'DaemonSet' };
    expect(composeOne(agent)?.namespace).toBe('shop');
    expect(composeOne({ ...agent, host: { reason: 'routes packets of the node', network: true } })?.namespace).toBe(
      'shop-tool',
    );
  });
});

describe('a progressive rollout', () => {
  const rollout: Rollout = {
    strategy: 'Canary',
    steps: [{ weight: 10, pauseSeconds: 60 }],
    analysis: { metrics: { success: { kind: 'success-rate', minPercent: 99 } } },
  };

  test('is what the system says in production', () => {
    expect(composeOne({ ...BASE, rollout })).toHaveProperty('rollout', rollout);
  });

  test('is a plain one in development, where a single pod has no traffic to share out', () => {
    const changed = composeOne({ ...BASE, rollout }, {}, { profile: 'development' });
    expect(changed).toHaveProperty('rollout', { strategy: 'RollingUpdate' });
    const recreated = composeOne({ ...BASE, rollout: { strategy: 'Recreate' } }, {}, { profile: 'development' });
    expect(recreated).toHaveProperty('rollout', { strategy: 'Recreate' });
  });

  test('is what the environment says instead', () => {
    expect(composeOne({ ...BASE, rollout }, { rollout: 'Recreate' })).toHaveProperty('rollout', {
      strategy: 'Recreate',
    });
  });
});

describe('merging', () => {
  test('replaces the size of a disk that pods share', () => {
    const definition: ServiceDefinition = {
      ...BASE,
      volumes: {
        files: { mountPath: '/files', claim: { size: '1Ti', storageClass: 'shared' } },
        temporary: { mountPath: '/work', emptyDir: { sizeLimit: '1Gi' } },
      },
    };
    expect(composeOne(definition, { storage: { files: { storageClass: 'standard-ssd' } } })).toHaveProperty('volumes', {
      files: { mountPath: '/files', claim: { size: '1Ti', storageClass: 'standard-ssd' } },
      temporary: { mountPath: '/work', emptyDir: { sizeLimit: '1Gi' } },
    });
  });

  test('replaces the GPUs, and the pools that pods run on', () => {
    const definition: ServiceDefinition = {
      ...BASE,
      resources: { ...BASE.resources, gpu: { count: 1 } },
      placement: { pools: ['gpu'], sandbox: true },
    };
    const composed = composeOne(definition, { resources: { gpu: { count: 0 } }, pools: ['spot', 'general'] });
    expect(composed).toMatchObject({
      resources: { gpu: { count: 0 } },
      placement: { pools: ['spot', 'general'], sandbox: true },
    });
  });

  test('has runs of a CronJob left out', () => {
    const job: ServiceDefinition = { ...BASE, kind: 'CronJob', schedule: '0 2 * * *' };
    expect(composeOne(job, { suspend: true })).toHaveProperty('suspend', true);
    expect(composeOne(job)).not.toHaveProperty('suspend');
  });

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
