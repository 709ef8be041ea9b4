import { defineSystem } from '../../lib/core/model/system';
import { secret } from '../../lib/core/secret-ref';
import { serviceFaults } from '../../lib/environment/check-services';
import { said, smallDraft } from './small-draft';

const BASE = {
  ports: {},
  resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '1', memory: '1Gi' } },
  runAs: { user: 1001 },
};
const SHOP = defineSystem('shop', { registry: { host: 'ghcr.io/shop' } }, ({ service }) => {
  service('web', { ...BASE, image: { name: 'shop-web' }, secretEnv: { API_KEY: secret('api') } });
  service('store', {
    ...BASE,
    kind: 'StatefulSet',
    image: { repository: 'docker.io/library/postgres', tag: '17.6' },
    storage: { data: { mountPath: '/data', size: '5Gi' }, wal: { mountPath: '/wal', size: '1Gi' } },
  });
  service('report', {
    ...BASE,
    kind: 'CronJob',
    schedule: '0 2 * * *',
    image: { repository: 'docker.io/library/busybox', tag: '1.37' },
    volumes: { cache: { mountPath: '/cache', claim: { size: '1Gi' } } },
  });
});

/** Faults of `services`, where `web` has the tag that it needs. */
function faults({ web = '', store = '', report = '', profile = 'production' }): readonly string[] {
  const services = `{ web: { tag: v1, ${web} }, store: { ${store} }, report: { ${report} } }`;
  const clusters = '{ east: { nodePools: { general: {}, spot: {} } }, west: {} }';
  const text = `profile: ${profile}\nclusters: ${clusters}\nservices: ${services}`;
  return said(serviceFaults(smallDraft(text), SHOP));
}

describe('names', () => {
  test('of no service are refused with the nearest, and the service that was meant is not missed', () => {
    expect(said(serviceFaults(smallDraft('services: { wbe: {} }'), SHOP))).toEqual([
      "services.wbe (key): no such service in shop; did you mean 'web'? (report, store, web)",
    ]);
  });

  test('of no service that mean none leave the others missed', () => {
    expect(said(serviceFaults(smallDraft('services: { mail: {} }'), SHOP))).toEqual([
      'services.mail (key): no such service in shop; allowed: (report, store, web)',
      "services.web (key): must be given a tag or a digest, since the system builds its image 'shop-web' itself",
    ]);
  });
});

describe('versions', () => {
  test.each(['', 'services:', 'services: {}', 'services: { web: { replicas: 2 } }'])(
    'are needed for images that the system builds: %s',
    (text) => {
      expect(said(serviceFaults(smallDraft(`profile: production\n${text}`), SHOP))).toEqual([
        "services.web (key): must be given a tag or a digest, since the system builds its image 'shop-web' itself",
      ]);
    },
  );

  test.each(['tag: v1', 'digest: sha256:0', 'tag: a/b'])('are given by %s, right or wrong', (version) => {
    expect(serviceFaults(smallDraft(`services: { web: { ${version} } }`), SHOP)).toEqual([]);
  });

  test('are not the tag latest in production, of third parties neither', () => {
    expect(faults({ store: 'tag: latest' })).toEqual([
      "services.store.tag: must not be 'latest' in profile production; name the version that was tested",
    ]);
  });

  test('may be the tag latest in development, or beside a digest', () => {
    expect(faults({ store: 'tag: latest', profile: 'development' })).toEqual([]);
    expect(faults({ store: 'tag: latest, digest: sha256:0' })).toEqual([]);
  });
});

describe('replicas', () => {
  test('of a Deployment have bounds in order', () => {
    expect(faults({ web: 'replicas: { min: 3, max: 2 }' })).toEqual([
      'services.web.replicas.min: must be at most replicas.max (2), got 3',
    ]);
  });

  test('of a StatefulSet have no bounds, in order or not', () => {
    expect(faults({ store: 'replicas: { min: 3, max: 2 }' })).toEqual([
      'services.store.replicas (key): must be a number, got a map; the system has no autoscaler change this StatefulSet',
    ]);
  });

  test('of a CronJob are none', () => {
    expect(faults({ report: 'replicas: 2' })).toEqual([
      'services.report.replicas (key): a CronJob has no replicas; leave it out',
    ]);
  });

  test('may differ on a cluster of the environment, and on no other', () => {
    expect(faults({ web: 'clusters: { east: { replicas: 5 } }' })).toEqual([]);
    expect(faults({ web: 'clusters: { eats: { replicas: 5 }, west: { replicas: { min: 3, max: 2 } } }' })).toEqual([
      "services.web.clusters.eats (key): no such cluster; did you mean 'east'? (east, west)",
      'services.web.clusters.west.replicas.min: must be at most replicas.max (2), got 3',
    ]);
  });

  test.each([
    ['web', { web: 'replicas: { min: 2, max: 2 }' }],
    ['web', { web: 'replicas: 3' }],
    ['store', { store: 'replicas: 3' }],
  ])('of %s may be these: %j', (_, services) => {
    expect(faults(services)).toEqual([]);
  });
});

describe('resources', () => {
  test.each([
    ['limits: { cpu: 99m }', "limits.cpu: must be at least requests.cpu (100m), got '99m'"],
    ['requests: { cpu: "1.1" }', "requests.cpu: must be at most limits.cpu (1), got '1.1'"],
    ['limits: { memory: 63Mi }', "limits.memory: must be at least requests.memory (64Mi), got '63Mi'"],
    ['requests: { memory: 1025Mi }', "requests.memory: must be at most limits.memory (1Gi), got '1025Mi'"],
    ['requests: { cpu: "2" }, limits: { cpu: 1500m }', "limits.cpu: must be at least requests.cpu (2), got '1500m'"],
  ])('%s are refused', (resources, message) => {
    expect(faults({ web: `resources: { ${resources} }` })).toEqual([`services.web.resources.${message}`]);
  });

  test.each([
    'limits: { cpu: 100m, memory: 64Mi }',
    'requests: { cpu: 1000m, memory: 1024Mi }',
    'requests: { cpu: "2" }, limits: { cpu: "2" }',
    'limits: { memory: 1GB }',
  ])('%s are nothing to complain of', (resources) => {
    expect(faults({ web: `resources: { ${resources} }` })).toEqual([]);
  });
});

describe('storage', () => {
  test.each([
    [{ web: 'storage: { data: {} }' }, 'services.web.storage (key): this service has no disks; leave it out'],
    [{ web: 'storage: 5Gi' }, 'services.web.storage (key): this service has no disks; leave it out'],
    [
      { report: 'storage: { cash: {} }' },
      "services.report.storage.cash (key): no such volume; did you mean 'cache'? (cache)",
    ],
    [
      { store: 'storage: { date: {} }' },
      "services.store.storage.date (key): no such volume; did you mean 'data'? (data, wal)",
    ],
  ])('%j is refused', (services, message) => {
    expect(faults(services)).toEqual([message]);
  });

  test('of any service may change the disks that its pods share', () => {
    expect(faults({ report: 'storage: { cache: { size: 2Gi } }' })).toEqual([]);
  });

  test('of a StatefulSet may change any of its volumes', () => {
    expect(faults({ store: 'storage: { wal: { size: 2Gi } }' })).toEqual([]);
  });
});

describe('environment variables', () => {
  test('that hold a secret of the service are refused', () => {
    expect(faults({ web: 'env: { API_KEY: abc, LOG_LEVEL: debug }' })).toEqual([
      'services.web.env.API_KEY (key): holds a secret of the system; change it in the secret store',
    ]);
  });

  test('may have the name of a secret of another service, or one that every object of JavaScript has', () => {
    expect(faults({ store: 'env: { API_KEY: abc }', web: 'env: { toString: abc }' })).toEqual([]);
  });
});

describe('pools', () => {
  test('are pools of every cluster that has any', () => {
    expect(faults({ web: 'pools: [spot, general]' })).toEqual([]);
    expect(faults({ web: 'pools: [general, spots]' })).toEqual([
      "services.web.pools[1]: no such node pool on cluster east; did you mean 'spot'? (general, spot)",
    ]);
  });
});

describe('suspending', () => {
  test('is for a CronJob', () => {
    expect(faults({ report: 'suspend: true' })).toEqual([]);
    expect(faults({ web: 'suspend: true' })).toEqual([
      'services.web.suspend (key): only a CronJob is suspended, and this service is a Deployment',
    ]);
  });
});

describe('rollouts', () => {
  test('are of a Deployment', () => {
    expect(faults({ web: 'rollout: Recreate' })).toEqual([]);
    expect(faults({ store: 'rollout: Recreate' })).toEqual([
      'services.store.rollout (key): only a Deployment has a rollout, and this service is a StatefulSet',
    ]);
  });
});
