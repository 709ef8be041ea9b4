import { parse } from 'yaml';
import { environmentSchema } from '../../lib/environment/schema';
import { changed, SAMPLE } from './sample-file';

/** What the schema finds, each with its path. */
function faults(text: string): readonly string[] {
  const issues = environmentSchema.safeParse(parse(text)).error?.issues ?? [];
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

/** The sample with one more field in the file, a cluster, a pool or a service. */
const PLACES = {
  file: (field: string): string => `${field}\n${SAMPLE}`,
  aws: (field: string): string => changed('account:', `${field}\n    account:`),
  google: (field: string): string => changed('project:', `${field}\n    project:`),
  network: (field: string): string => changed('cidr: 10.40.0.0/16', `cidr: 10.40.0.0/16, ${field}`),
  pool: (field: string): string => changed('machineType: e2-standard-4', `machineType: e2-standard-4, ${field}`),
  service: (field: string): string => changed('tag: v1.2.0', `tag: v1.2.0, ${field}`),
};

test('the sample has no fault, and comes out as it went in, without defaults', () => {
  expect(environmentSchema.parse(parse(SAMPLE))).toEqual(parse(SAMPLE));
});

describe('a field that may be left out', () => {
  test.each([
    ['file', 'images: {}'],
    ['file', 'images: { registry: external }'],
    ['aws', 'zones: [us-east-1a]'],
    ['aws', 'kubernetesVersion: "1.34"'],
    ['aws', 'publicAccessCidrs: []'],
    ['aws', 'deletionProtection: false'],
    ['google', 'zone: europe-west1-b'],
    ['google', 'releaseChannel: EXTENDED'],
    ['google', 'authorizedNetworks: [203.0.113.0/24]'],
    ['google', 'administrators: ["user:a@b.c"]'],
    ['google', 'deletionProtection: true'],
    ['google', 'mode: autopilot'],
    ['google', 'zones: [europe-west1-b]'],
    [
      'google',
      'maintenance: { exclusions: { sale: { startTime: 2026-11-20T00:00:00Z, endTime: 2026-12-01T00:00:00Z, scope: NO_UPGRADES } } }',
    ],
    [
      'google',
      'nodeAutoProvisioning: { cpu: { max: 64 }, memoryGib: { min: 8, max: 256 }, gpus: { nvidia-l4: { max: 4 } } }',
    ],
    ['google', 'csiDrivers: [filestore, gcs-fuse]'],
    ['network', 'egress: google-apis, egressAllowed: { payments: { ranges: [203.0.113.0/24], ports: [443] } }'],
    ['network', 'privateGoogleApis: private, additionalPodRanges: { more: 10.60.0.0/16 }'],
    ['network', 'subnets: { proxies: { cidr: 10.61.0.0/23, purpose: REGIONAL_MANAGED_PROXY } }'],
    ['google', 'backup: { enabled: false }'],
    ['google', 'fleet: {}'],
    ['google', 'usageExport: { networkEgress: true, expirationDays: 90 }'],
    ['google', 'securityGroup: gke-security-groups@example.com'],
    ['pool', 'gpu: { type: nvidia-l4, count: 1, sharing: { strategy: TIME_SHARING, maxClientsPerGpu: 4 } }'],
    ['pool', 'upgrade: { strategy: SURGE, maxSurge: 2 }'],
    ['pool', 'upgrade: { strategy: BLUE_GREEN, poolSoakSeconds: 600 }'],
    ['pool', 'reservation: any'],
    ['pool', 'reservation: { name: gpus-2027 }'],
    ['pool', 'secureBoot: false, imageStreaming: true, tags: [partner]'],
    ['file', 'google: { remoteRepositories: [docker-hub] }'],
    ['file', 'google: { edge: { project: funlynk-edge, rateLimit: { requests: 100, intervalSeconds: 60 } } }'],
    [
      'file',
      'google: { operations: { project: funlynk-ops, budget: { billingAccount: 012345-6789AB-CDEF01, amount: 100, currency: EUR } } }',
    ],
    ['pool', 'spot: false'],
    ['pool', 'diskSizeGib: 20'],
    ['pool', 'diskSizeGib: 16384'],
    ['pool', 'labels: { example.com/team: "" }'],
    ['pool', 'taints: [{ key: gpu, value: "", effect: PREFER_NO_SCHEDULE }]'],
    ['service', 'replicas: 1000'],
    ['service', 'replicas: { min: 1, max: 1000 }'],
    ['service', 'resources: {}'],
    ['service', 'resources: { requests: { cpu: 1m }, limits: {} }'],
    ['service', 'env: { A: "" }'],
    ['service', 'storage: { data: {} }'],
    ['service', 'storage: { data: { storageClass: fast-ssd } }'],
  ] as const)('of a %s: %s', (place, field) => {
    expect(faults(PLACES[place](field))).toEqual([]);
  });

  test.each([
    ['google', 'zones: []', 'zones: must list one zone at least'],
    ['google', 'mode: gke', 'mode: Invalid option'],
    [
      'pool',
      'upgrade: { strategy: SURGE, poolSoakSeconds: 600 }',
      'upgrade: no such key; allowed: (maxSurge, maxUnavailable, strategy)',
    ],
    ['network', 'egressAllowed: { a: { ranges: [], ports: [0] } }', 'ranges: must list one range at least'],
    ['pool', 'reservation: some', 'reservation: must be any, none, or a map with the name of a reservation'],
    ['pool', 'gpu: { type: nvidia-l4, count: 17 }', 'gpu.count: must be a whole number from 1 to 16'],
    [
      'file',
      'google: { edge: { project: funlynk-edge, rateLimit: { requests: 9, intervalSeconds: 61 } } }',
      'intervalSeconds: Invalid',
    ],
    ['pool', 'diskSizeGib: 19', 'diskSizeGib: must be a whole number from 20 to 16384'],
    ['pool', 'diskSizeGib: 16385', 'diskSizeGib: must be a whole number from 20 to 16384'],
    ['pool', 'labels: { team: "a b" }', 'labels.team: must be the value of a Kubernetes label'],
    ['pool', 'taints: [{ key: gpu, effect: NO_EXECUTE }]', 'taints.0.value: must be the value of a Kubernetes label'],
    ['pool', 'taints: [{ key: gpu, value: a, effect: x, colour: red }]', 'no such key; allowed: (effect, key, value)'],
    ['service', 'resources: { requests: { disk: 1Gi } }', 'requests: no such key; allowed: (cpu, memory)'],
    ['service', 'storage: { data: { mountPath: /a } }', 'data: no such key; allowed: (size, storageClass)'],
    ['file', 'images: { host: ghcr.io }', 'images: no such key; allowed: (registry)'],
  ] as const)('of a %s is refused: %s', (place, field, message) => {
    expect(faults(PLACES[place](field)).join('\n')).toContain(message);
  });
});

describe('nodes', () => {
  const nodes = (min: number, max: number): readonly string[] =>
    faults(SAMPLE.replaceAll('{ min: 3, max: 12 }', `{ min: ${min}, max: ${max} }`));

  test.each([
    [0, 1],
    [1000, 1000],
  ])('may be %i to %i', (min, max) => {
    expect(nodes(min, max)).toEqual([]);
  });

  test('of a pool are at most 1000, and one at most is the least', () => {
    expect(nodes(1001, 0)).toEqual([
      'clusters.us-east-1.nodePools.general.nodes.min: must be a whole number from 0 to 1000',
      'clusters.us-east-1.nodePools.general.nodes.max: must be a whole number from 1 to 1000',
      'clusters.europe-west1.nodePools.general.nodes.min: must be a whole number from 0 to 1000',
      'clusters.europe-west1.nodePools.general.nodes.max: must be a whole number from 1 to 1000',
    ]);
  });
});

describe('the state', () => {
  const state = (fields: string): readonly string[] =>
    faults(changed('{ backend: s3, bucket: funlynk-production-tfstate, region: us-east-1 }', `{ ${fields} }`));

  test.each([
    'backend: s3, bucket: shop-tfstate, region: us-east-1, kmsKeyId: alias/terraform-state',
    'backend: gcs, bucket: shop_tfstate',
    'backend: local, path: .state',
  ])('may be %s', (fields) => {
    expect(state(fields)).toEqual([]);
  });

  test.each([
    ['backend: s3, bucket: shop-tfstate', 'state.region: must be an AWS region such as us-east-1'],
    ['backend: gcs, bucket: a, region: us-east-1', 'state: no such key; allowed: (backend, bucket)'],
    ['backend: local, path: " "', 'state.path: must be the path of a folder'],
  ])('may not be %s', (fields, message) => {
    expect(state(fields)).toContain(message);
  });
});

test('several unknown keys of a map are answered by a line each, with the nearest for each', () => {
  expect(faults(PLACES.service('tga: v1, replcias: 2'))).toEqual([
    "services.admin-dashboard: no such key; did you mean 'tag'? (clusters, digest, env, pools, replicas, resources, rollout, storage, suspend, tag)\n" +
      "no such key; did you mean 'replicas'? (clusters, digest, env, pools, replicas, resources, rollout, storage, suspend, tag)",
  ]);
});
