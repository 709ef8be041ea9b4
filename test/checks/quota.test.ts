import { checkQuota } from '../../lib/checks/quota';
import type { Finding } from '../../lib/core/finding';
import type { ManifestFile } from '../../lib/core/manifest';
import { autoscaler, canary, controller, environment, object, said, scaledObject } from './fixtures';

const amounts = { cpu: '500m', memory: '1Gi' };
const container = { resources: { requests: amounts, limits: amounts } };
const web = controller('web', { container, spec: { strategy: { rollingUpdate: { maxSurge: 1 } } } });
const quota = (hard: Readonly<Record<string, unknown>>): ManifestFile =>
  object('ResourceQuota', 'quota', { spec: { hard } });
const check = (hard: Readonly<Record<string, unknown>>, ...others: readonly ManifestFile[]): readonly Finding[] =>
  checkQuota(environment([web, quota(hard), ...others]));

test('a quota that holds one pod and the one that a rollout adds is sound', () => {
  expect(
    check({ 'requests.cpu': '1', 'requests.memory': '2Gi', 'limits.cpu': 1, 'limits.memory': '2048Mi', pods: '2' }),
  ).toEqual([]);
});

test('a key that the quota leaves out is not bounded', () => {
  expect(check({})).toEqual([]);
});

test('a finding says the bound, what is needed and what to do', () => {
  expect(check({ 'requests.cpu': '900m' })).toEqual([
    {
      rule: 'quota',
      severity: 'error',
      resource: 'quota',
      path: 'resourcequota-quota.yaml',
      message: 'requests.cpu is 900m, but all workloads at their largest need 1000m',
      remedy: 'raise the quota, or lower replicas.max or the resources of a service',
    },
  ]);
});

test.each([
  ['requests.memory', '2Gi', '10240Mi'],
  ['limits.cpu', '2', '5000m'],
  ['limits.memory', '2Gi', '10240Mi'],
  ['pods', '9', '10'],
])('%s is bounded at the autoscaler’s upper end', (key, hard, needed) => {
  expect(said(check({ [key]: hard }, autoscaler('web', { minReplicas: 1, maxReplicas: 9 })))).toEqual([
    `quota: ${key} is ${hard}, but all workloads at their largest need ${needed}`,
  ]);
});

test('what KEDA scales is bounded at its upper end as well', () => {
  expect(said(check({ pods: '9' }, scaledObject('web', { maxReplicaCount: 9 })))).toEqual([
    'quota: pods is 9, but all workloads at their largest need 10',
  ]);
});

test('Flagger’s primaries stand beside the next version, both in the middle of a rollout', () => {
  expect(said(check({ pods: '3', services: '2' }, canary('web')))).toEqual([
    'quota: pods is 3, but all workloads at their largest need 4',
    'quota: services is 2, but all workloads at their largest need 3',
  ]);
});

test('GPUs are bounded in pieces', () => {
  const gpu = controller('train', {
    container: { resources: { limits: { 'nvidia.com/gpu': 2 } } },
    kind: 'StatefulSet',
  });

  expect(said(check({ 'requests.nvidia.com/gpu': '1' }, gpu))).toEqual([
    'quota: requests.nvidia.com/gpu is 1, but all workloads at their largest need 2',
  ]);
});

test('a key that is not known bounds nothing here', () => {
  expect(check({ 'count/jobs.batch': '0' })).toEqual([]);
});

test('a quota of another namespace bounds the pods of that one', () => {
  const agent = object('DaemonSet', 'agent', { spec: { template: { spec: {} } } }, { namespace: 'shop-agent' });
  const bound = object('ResourceQuota', 'agent-quota', { spec: { hard: { pods: '0' } } }, { namespace: 'shop-agent' });

  expect(said(check({ pods: '2' }, agent, bound))).toEqual([
    'agent-quota: pods is 0, but all workloads at their largest need 1',
  ]);
});

test('workloads of another namespace do not count', () => {
  const other = object('Deployment', 'other', { spec: { replicas: 50, template: { spec: {} } } }, { namespace: 'x' });

  expect(check({ pods: '2' }, other)).toEqual([]);
});

describe('objects are counted', () => {
  const claims = controller('db', {
    kind: 'StatefulSet',
    spec: { replicas: 3, volumeClaimTemplates: [{ metadata: { name: 'data' } }, { metadata: { name: 'log' } }] },
  });

  test.each([
    ['services', '2', '3', ['a', 'b', 'c'].map((name) => object('Service', name))],
    ['secrets', '1', '2', ['a', 'b'].map((name) => object('ExternalSecret', name))],
    ['persistentvolumeclaims', '6', '7', [claims, object('PersistentVolumeClaim', 'shared')]],
  ])('%s', (key, hard, needed, files) => {
    expect(said(check({ [key]: hard }, ...files))).toEqual([
      `quota: ${key} is ${hard}, but all workloads at their largest need ${needed}`,
    ]);
    expect(check({ [key]: needed }, ...files)).toEqual([]);
  });

  test('config maps, with the two that every namespace is given', () => {
    expect(said(check({ configmaps: '2' }, object('ConfigMap', 'a')))).toEqual([
      'quota: configmaps is 2, but all workloads at their largest need 3',
    ]);
  });

  test('objects of another namespace are not', () => {
    expect(check({ services: '0' }, object('Service', 'a', {}, { namespace: 'x' }))).toEqual([]);
  });
});
