import { amiType } from '../../../../lib/cloud/aws/nodes/node-image';

describe('amiType', () => {
  test.each([
    ['BOTTLEROCKET', 'ARM_64', 'BOTTLEROCKET_ARM_64'],
    ['BOTTLEROCKET', 'x86_64', 'BOTTLEROCKET_x86_64'],
    ['AL2023', 'ARM_64', 'AL2023_ARM_64_STANDARD'],
    ['AL2023', 'x86_64', 'AL2023_x86_64_STANDARD'],
  ] as const)('names %s on %s as EKS does', (image, architecture, expected) => {
    expect(amiType(image, architecture)).toBe(expected);
  });
});
