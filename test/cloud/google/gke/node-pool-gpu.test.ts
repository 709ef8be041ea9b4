import { accelerators, gpuRefusals, type GkeGpu } from '../../../../lib/cloud/google/gke/node-pool-gpu';
import { refused } from './refused';

const L4: GkeGpu = { type: 'nvidia-l4', count: 1 };
const T4: GkeGpu = { type: 'nvidia-tesla-t4', count: 1 };
const A100: GkeGpu = { type: 'nvidia-tesla-a100', count: 1 };

describe('accelerators', () => {
  test('come with the driver that GKE was tested with', () => {
    expect(accelerators(L4)).toEqual([
      { type: 'nvidia-l4', count: 1, gpuDriverInstallationConfig: { gpuDriverVersion: 'DEFAULT' } },
    ]);
  });

  test.each([
    ['LATEST' as const, 'LATEST'],
    ['DISABLED' as const, 'INSTALLATION_DISABLED'],
  ])('come with the driver %s', (driver, written) => {
    expect(accelerators({ ...L4, driver })).toMatchObject([
      { gpuDriverInstallationConfig: { gpuDriverVersion: written } },
    ]);
  });

  test('are shared and parted as told', () => {
    const sharing = { strategy: 'TIME_SHARING' as const, maxClientsPerGpu: 8 };
    expect(accelerators({ ...A100, sharing, partitionSize: '1g.5gb' })).toMatchObject([
      {
        gpuSharingConfig: { gpuSharingStrategy: 'TIME_SHARING', maxSharedClientsPerGpu: 8 },
        gpuPartitionSize: '1g.5gb',
      },
    ]);
  });
});

describe('gpuRefusals', () => {
  test.each([
    ['g2-standard-8', L4],
    ['n1-standard-8', T4],
    ['a2-highgpu-1g', A100],
    ['z9-standard-4', L4],
    ['n1-standard-8', { type: 'nvidia-next', count: 3 }],
    ['e2-standard-4', undefined],
  ])('accept %s with %j', (machineType, gpu) => {
    expect(refused(gpuRefusals({ machineType, ...(gpu === undefined ? {} : { gpu }) }))).toEqual([]);
  });

  test.each([
    [
      'e2-standard-4',
      L4,
      "'machineType' must be of a series that carries nvidia-l4, got 'e2-standard-4'; choose g2-standard machines",
    ],
    [
      't2d-standard-4',
      T4,
      "'machineType' must be of a series that carries nvidia-tesla-t4, got 't2d-standard-4'; choose n1 machines",
    ],
    [
      'n1-standard-8',
      A100,
      "'machineType' must be of a series that carries nvidia-tesla-a100, got 'n1-standard-8'; choose a2-highgpu or a2-megagpu machines",
    ],
    [
      'n2-standard-8',
      { type: 'nvidia-next', count: 1 },
      "'machineType' must be of a series that carries nvidia-next, got 'n2-standard-8'",
    ],
    ['g2-standard-8', T4, "'gpu.type' must be nvidia-l4, which g2-standard-8 carries, got 'nvidia-tesla-t4'"],
    ['g2-standard-24', L4, "'gpu.count' must be 2, as many as g2-standard-24 carries, got 1"],
    ['n1-standard-8', { ...T4, count: 3 }, "'gpu.count' must be one of 1, 2, 4 for nvidia-tesla-t4, got 3"],
  ])('refuse %s with %j', (machineType, gpu, message) => {
    expect(refused(gpuRefusals({ machineType, gpu }))).toEqual([message]);
  });

  test('refuse a machine whose GPUs would go without a driver', () => {
    expect(refused(gpuRefusals({ machineType: 'g2-standard-8' }))).toEqual([
      "'machineType' must go with gpu, since the machine carries 1 nvidia-l4, got 'g2-standard-8'; add gpu: { type: 'nvidia-l4', count: 1 }",
    ]);
  });

  test('refuse no GPU at all', () => {
    expect(refused(gpuRefusals({ machineType: 'z9-standard-4', gpu: { ...L4, count: 0 } }))).toEqual([
      "'gpu.count' must be a whole number from 1 to 16, got 0",
    ]);
  });

  test('refuse the newest driver on Ubuntu, and no other', () => {
    const pool = { machineType: 'g2-standard-8', imageType: 'UBUNTU_CONTAINERD' } as const;
    expect(refused(gpuRefusals({ ...pool, gpu: L4 }))).toEqual([]);
    expect(refused(gpuRefusals({ ...pool, gpu: { ...L4, driver: 'LATEST' } }))).toEqual([
      "'gpu.driver' must be DEFAULT or DISABLED on Ubuntu, for which GKE has no newer one, got 'LATEST'",
    ]);
  });

  test.each([1, 49])('refuse that %i pods share a GPU', (maxClientsPerGpu) => {
    const gpu = { ...L4, sharing: { strategy: 'TIME_SHARING' as const, maxClientsPerGpu } };
    expect(refused(gpuRefusals({ machineType: 'g2-standard-8', gpu }))).toEqual([
      `'gpu.sharing.maxClientsPerGpu' must be a whole number from 2 to 48, got ${maxClientsPerGpu}`,
    ]);
  });

  test('refuse to share at once what is parted, or what gVisor uses', () => {
    const gpu = { ...A100, sharing: { strategy: 'MPS' as const, maxClientsPerGpu: 2 }, partitionSize: '1g.5gb' };
    expect(refused(gpuRefusals({ machineType: 'a2-highgpu-1g', gpu, gvisor: true }))).toEqual([
      "'gpu.sharing.strategy' must be TIME_SHARING for GPUs that are parted, got 'MPS'; or leave partitionSize out",
      "'gpu.sharing.strategy' must be TIME_SHARING for pods that run in gVisor, got 'MPS'",
    ]);
  });

  test.each([
    ['g2-standard-8', L4, '1g.5gb', 'must be left out, since a nvidia-l4 cannot be parted'],
    ['a2-highgpu-1g', A100, 'small', 'must be a size of GPU instances such as 1g.5gb'],
  ])('refuse to part %s with %j into %s', (machineType, gpu, partitionSize, rule) => {
    expect(refused(gpuRefusals({ machineType, gpu: { ...gpu, partitionSize } }))).toEqual([
      `'gpu.partitionSize' ${rule}, got '${partitionSize}'`,
    ]);
  });
});
