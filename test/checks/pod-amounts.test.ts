import { amount, largestNumber, POD_AMOUNTS, podAmount, surge } from '../../lib/checks/pod-amounts';
import { pods, type Pods } from '../../lib/checks/pods';
import type { ManifestFile } from '../../lib/core/manifest';
import { autoscaler, controller, object } from './fixtures';

const GIB = 2 ** 30;

const only = (file: ManifestFile): Pods => {
  const [found] = pods([file]);
  if (found === undefined) throw new Error('no pods');
  return found;
};
const resources = (cpu: unknown, memory: unknown): unknown => ({ requests: { cpu, memory }, limits: { cpu, memory } });
const web = (options: Parameters<typeof controller>[1]): Pods => only(controller('web', options));

test('amounts are read under each key of a quota', () => {
  expect(POD_AMOUNTS).toEqual(['requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory']);
});

test('an amount is in millicores or bytes, and 0 where there is none', () => {
  expect(amount('limits.cpu', '1.5')).toBe(1500);
  expect(amount('limits.memory', '1Gi')).toBe(GIB);
  expect(amount('limits.memory')).toBe(0);
});

describe('what one pod counts for', () => {
  test('its containers', () => {
    expect(podAmount(web({ container: { resources: resources('250m', '1Gi') } }), 'requests.cpu')).toBe(250);
    expect(podAmount(web({ container: { resources: resources('250m', '1Gi') } }), 'limits.memory')).toBe(GIB);
  });

  test('a number as well as a text', () => {
    expect(podAmount(web({ container: { resources: resources(2, '1Gi') } }), 'requests.cpu')).toBe(2000);
  });

  test('the proxy that the mesh puts in', () => {
    const annotations = { 'sidecar.istio.io/proxyCPU': '10m', 'sidecar.istio.io/proxyMemoryLimit': '1Gi' };

    expect(podAmount(web({ annotations }), 'requests.cpu')).toBe(10);
    expect(podAmount(web({ annotations }), 'limits.memory')).toBe(GIB);
    expect(podAmount(web({ annotations }), 'limits.cpu')).toBe(0);
  });

  test('the largest of its init containers, where that is more than all that stay', () => {
    const initContainers = ['100m', '400m'].map((cpu, index) => ({
      name: `i${index}`,
      resources: resources(cpu, '1Gi'),
    }));

    expect(
      podAmount(web({ pod: { initContainers }, container: { resources: resources('250m', '1Gi') } }), 'limits.cpu'),
    ).toBe(400);
    expect(
      podAmount(web({ pod: { initContainers }, container: { resources: resources('500m', '1Gi') } }), 'limits.cpu'),
    ).toBe(500);
  });

  test('init containers that stay', () => {
    const initContainers = [{ name: 'log', restartPolicy: 'Always', resources: resources('100m', '1Gi') }];

    expect(
      podAmount(web({ pod: { initContainers }, container: { resources: resources('250m', '1Gi') } }), 'limits.cpu'),
    ).toBe(350);
  });
});

describe('how many pods there are at most', () => {
  const number = (file: ManifestFile, ...others: readonly ManifestFile[]): number =>
    largestNumber({ manifests: [file, ...others] }, only(file));

  test.each([
    ['one where nothing is said', controller('web', { spec: { replicas: undefined } }), [], 1],
    ['the replicas', controller('web', { spec: { replicas: 3 } }), [], 3],
    ['the upper bound of the autoscaler', controller('web'), [autoscaler('web', { maxReplicas: 9 })], 9],
    [
      'not the bound of another namespace',
      controller('web'),
      [autoscaler('web', { maxReplicas: 9 }, { namespace: 'x' })],
      1,
    ],
    [
      'the parallelism of a job',
      controller('web', { kind: 'Job', spec: { replicas: undefined, parallelism: 4 } }),
      [],
      4,
    ],
    [
      'the parallelism of a scheduled job',
      object('CronJob', 'web', { spec: { jobTemplate: { spec: { parallelism: 4, template: { spec: {} } } } } }),
      [],
      4,
    ],
  ])('%s', (_, file, others, expected) => {
    expect(number(file, ...others)).toBe(expected);
  });
});

describe('pods that a rollout adds', () => {
  const rolling = (maxSurge: unknown): unknown => ({ strategy: { rollingUpdate: { maxSurge } } });

  test.each([
    ['a quarter where nothing is said', 'Deployment', {}, 3],
    ['a number', 'Deployment', rolling(1), 1],
    ['a share, rounded up', 'Deployment', rolling('10%'), 1],
    ['none', 'Deployment', rolling(0), 0],
    ['none where the old pods go first', 'Deployment', { strategy: { type: 'Recreate' } }, 0],
    ['none of a StatefulSet', 'StatefulSet', {}, 0],
  ])('%s', (_, kind, spec, expected) => {
    expect(surge(web({ kind, spec: { ...Object.fromEntries(Object.entries(spec ?? {})) } }), 10)).toBe(expected);
  });
});
