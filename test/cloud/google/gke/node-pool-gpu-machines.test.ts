import { builtInGpus, carriesNoGpus, machinesWith } from '../../../../lib/cloud/google/gke/node-pool-gpu-machines';

describe('GPUs of machines', () => {
  test.each([
    ['g2-standard-8', { type: 'nvidia-l4', count: 1 }],
    ['g2-standard-24', { type: 'nvidia-l4', count: 2 }],
    ['a2-highgpu-4g', { type: 'nvidia-tesla-a100', count: 4 }],
    ['a2-ultragpu-1g', { type: 'nvidia-a100-80gb', count: 1 }],
    ['a3-megagpu-8g', { type: 'nvidia-h100-mega-80gb', count: 8 }],
    ['a4-highgpu-8g', { type: 'nvidia-b200', count: 8 }],
    ['g4-standard-384', { type: 'nvidia-rtx-pro-6000', count: 8 }],
    ['g2-custom-4-16384', undefined],
    ['n1-standard-8', undefined],
  ])('of %s are %j', (machineType, gpus) => {
    expect(builtInGpus(machineType)).toEqual(gpus);
  });

  test.each([
    ['nvidia-tesla-t4', 'n1 machines'],
    ['nvidia-l4', 'g2-standard machines'],
    ['nvidia-h100-80gb', 'a3-edgegpu or a3-highgpu machines'],
    ['nvidia-next', undefined],
  ])('%s comes with %s', (type, machines) => {
    expect(machinesWith(type)).toBe(machines);
  });

  test('says nothing of a series that it does not know', () => {
    expect([carriesNoGpus('e2-standard-4'), carriesNoGpus('z9-standard-4')]).toEqual([true, false]);
  });
});
