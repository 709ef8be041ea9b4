import { gpuCount } from '../../../../lib/cloud/aws/nodes/gpu-count';

test.each([
  ['m7g.large', 0],
  ['inf2.xlarge', 0],
  ['g4ad.xlarge', 0],
  ['nonsense', 0],
  ['g6.xlarge', 1],
  ['g4dn.12xlarge', 4],
  ['g5.24xlarge', 4],
  ['g6e.48xlarge', 8],
  ['p3.2xlarge', 1],
  ['p3.8xlarge', 4],
  ['p4d.24xlarge', 8],
  ['p5.48xlarge', 8],
])('%s has %d GPUs of NVIDIA', (instanceType, count) => {
  expect(gpuCount(instanceType)).toBe(count);
});
