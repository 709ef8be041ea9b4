import { amount, isContainerKey, podAmount } from '../../lib/checks/pod-amounts';
import { pods, type Pods } from '../../lib/checks/pods';
import type { ManifestFile } from '../../lib/core/manifest';
import { controller } from './fixtures';

const GIB = 2 ** 30;

const only = (file: ManifestFile): Pods => {
  const [found] = pods([file]);
  if (found === undefined) throw new Error('no pods');
  return found;
};
const resources = (cpu: unknown, memory: unknown): unknown => ({ requests: { cpu, memory }, limits: { cpu, memory } });
const web = (options: Parameters<typeof controller>[1]): Pods => only(controller('web', options));

test.each([
  ['requests.cpu', true],
  ['limits.memory', true],
  ['requests.nvidia.com/gpu', true],
  ['requests.ephemeral-storage', true],
  ['cpu', true],
  ['memory', true],
  ['requests.storage', false],
  ['fast-ssd.storageclass.storage.k8s.io/requests.storage', false],
  ['pods', false],
])('%s bounds what containers ask for: %s', (key, expected) => {
  expect(isContainerKey(key)).toBe(expected);
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

  test('init containers that stay, on top of all others', () => {
    const initContainers = [{ name: 'log', restartPolicy: 'Always', resources: resources('100m', '1Gi') }];

    expect(
      podAmount(web({ pod: { initContainers }, container: { resources: resources('250m', '1Gi') } }), 'limits.cpu'),
    ).toBe(350);
  });

  test.each([
    ['after one that stays, which runs on beside it', ['stays', 'passes'], 500],
    ['before one that stays, which then finds its room free', ['passes', 'stays'], 400],
  ])('an init container %s', (_, order, expected) => {
    const initContainers = order.map((name) =>
      name === 'stays'
        ? { name, restartPolicy: 'Always', resources: resources('100m', '1Gi') }
        : { name, resources: resources('400m', '1Gi') },
    );

    expect(
      podAmount(web({ pod: { initContainers }, container: { resources: resources('50m', '1Gi') } }), 'requests.cpu'),
    ).toBe(expected);
  });

  test('its GPUs, in pieces', () => {
    const gpus = { requests: { 'nvidia.com/gpu': 2 }, limits: { 'nvidia.com/gpu': 2 } };

    expect(podAmount(web({ container: { resources: gpus } }), 'requests.nvidia.com/gpu')).toBe(2);
  });

  test('its limit, where a container does not say what it is promised', () => {
    const limited = web({ container: { resources: { limits: { cpu: '300m', 'nvidia.com/gpu': '1' } } } });

    expect(podAmount(limited, 'requests.cpu')).toBe(300);
    expect(podAmount(limited, 'requests.nvidia.com/gpu')).toBe(1);
    expect(podAmount(web({ container: { resources: { requests: { cpu: '1' } } } }), 'limits.cpu')).toBe(0);
  });

  test('the same under the short form of a key', () => {
    expect(podAmount(web({ container: { resources: resources('250m', '1Gi') } }), 'cpu')).toBe(250);
    expect(podAmount(web({ container: { resources: resources('250m', '1Gi') } }), 'memory')).toBe(GIB);
  });
});
