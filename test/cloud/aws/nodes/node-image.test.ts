import { Token } from 'cdktf';
import {
  amiType,
  type EksNodeImageOptions,
  imageRefusals,
  nodeAmiType,
} from '../../../../lib/cloud/aws/nodes/node-image';
import { refusedText } from './refused';

describe('amiType', () => {
  test.each([
    ['BOTTLEROCKET', 'ARM_64', 'none', false, 'BOTTLEROCKET_ARM_64'],
    ['BOTTLEROCKET', 'x86_64', 'none', false, 'BOTTLEROCKET_x86_64'],
    ['BOTTLEROCKET', 'ARM_64', 'none', true, 'BOTTLEROCKET_ARM_64_FIPS'],
    ['BOTTLEROCKET', 'x86_64', 'none', true, 'BOTTLEROCKET_x86_64_FIPS'],
    ['BOTTLEROCKET', 'ARM_64', 'nvidia', false, 'BOTTLEROCKET_ARM_64_NVIDIA'],
    ['BOTTLEROCKET', 'x86_64', 'nvidia', false, 'BOTTLEROCKET_x86_64_NVIDIA'],
    ['BOTTLEROCKET', 'ARM_64', 'nvidia', true, 'BOTTLEROCKET_ARM_64_NVIDIA_FIPS'],
    ['BOTTLEROCKET', 'x86_64', 'nvidia', true, 'BOTTLEROCKET_x86_64_NVIDIA_FIPS'],
    ['BOTTLEROCKET', 'x86_64', 'neuron', false, 'BOTTLEROCKET_x86_64'],
    ['AL2023', 'ARM_64', 'none', false, 'AL2023_ARM_64_STANDARD'],
    ['AL2023', 'x86_64', 'none', false, 'AL2023_x86_64_STANDARD'],
    ['AL2023', 'ARM_64', 'nvidia', false, 'AL2023_ARM_64_NVIDIA'],
    ['AL2023', 'x86_64', 'nvidia', false, 'AL2023_x86_64_NVIDIA'],
    ['AL2023', 'x86_64', 'neuron', false, 'AL2023_x86_64_NEURON'],
    ['AL2023', 'ARM_64', 'neuron', false, undefined],
    ['AL2023', 'x86_64', 'none', true, undefined],
    ['BOTTLEROCKET', 'x86_64', 'other', false, undefined],
  ] as const)(
    'of %s on %s with accelerator %s, FIPS %s, is as EKS names it',
    (image, architecture, accelerator, fips, expected) => {
      expect(amiType({ image, architecture, accelerator, fips })).toBe(expected);
    },
  );
});

describe('nodeAmiType', () => {
  test('is that of Bottlerocket, without FIPS, unless asked otherwise', () => {
    expect(nodeAmiType({ instanceTypes: ['m7g.large'] })).toBe('BOTTLEROCKET_ARM_64');
  });

  test('follows the instance types, the image and FIPS', () => {
    expect(nodeAmiType({ instanceTypes: ['g6.xlarge'], image: 'AL2023' })).toBe('AL2023_x86_64_NVIDIA');
    expect(nodeAmiType({ instanceTypes: ['g6.xlarge'], fips: true })).toBe('BOTTLEROCKET_x86_64_NVIDIA_FIPS');
    expect(nodeAmiType({ instanceTypes: ['m7i.large'], fips: false })).toBe('BOTTLEROCKET_x86_64');
  });

  test('is left to EKS where only Terraform knows the instance types', () => {
    expect(nodeAmiType({ instanceTypes: [Token.asString({ resolve: () => 'a' })] })).toBeUndefined();
  });
});

function refused(options: EksNodeImageOptions): string {
  return refusedText(imageRefusals(options));
}

describe('imageRefusals', () => {
  test.each([
    { instanceTypes: ['m7g.large', 'm7g.xlarge'] },
    { instanceTypes: ['g6.xlarge', 'g5.xlarge'], gpu: 'nvidia' },
    { instanceTypes: ['inf2.xlarge'], gpu: 'neuron' },
    { instanceTypes: ['m7g.large'], fips: true },
    { instanceTypes: ['m7g.large'], fips: false, image: 'AL2023' },
    { instanceTypes: [Token.asString({ resolve: () => 'a' })], gpu: 'nvidia' },
  ] as const)('take %j', (options) => {
    expect(refused(options)).toBe('');
  });

  test('want an instance type', () => {
    expect(refused({ instanceTypes: [] })).toBe("nodes: 'instanceTypes' must name one type at least, got []");
  });

  test('want 20 instance types at most', () => {
    const instanceTypes = Array.from({ length: 21 }, (_, size) => `m7g.${size + 2}xlarge`);
    expect(refused({ instanceTypes })).toBe("nodes: 'instanceTypes' must name at most 20 types, got 21");
  });

  test('want each instance type once', () => {
    expect(refused({ instanceTypes: ['m7g.large', 'm7g.large'] })).toBe(
      "nodes: 'instanceTypes' must name each once, got 'm7g.large'",
    );
  });

  test('want what is an instance type', () => {
    expect(refused({ instanceTypes: ['e2-standard-4'] })).toBe(
      "nodes: 'instanceTypes' must be EC2 instance types such as m7g.large, got 'e2-standard-4'",
    );
  });

  test('want drivers for what the machines have', () => {
    expect(refused({ instanceTypes: ['g4ad.xlarge'] })).toBe(
      "nodes: 'instanceTypes' must have no accelerator whose drivers the images lack, got 'g4ad.xlarge'; " +
        'choose types with GPUs of NVIDIA (g6, p5), or with Neuron (inf2, trn1)',
    );
  });

  test('want one architecture', () => {
    expect(refused({ instanceTypes: ['m7g.large', 'm7i.large'] })).toBe(
      `nodes: 'instanceTypes' must all be of one architecture, got ["m7g.large","m7i.large"]; ` +
        'make one node group for ARM (m7g, c7g) and one for x86 (m7i, c7i)',
    );
  });

  test('want one kind of accelerator', () => {
    expect(refused({ instanceTypes: ['m7i.large', 'g6.xlarge'] })).toBe(
      `nodes: 'instanceTypes' must all have the same kind of accelerator, or none, got ["m7i.large","g6.xlarge"]; ` +
        'make one node group for each',
    );
  });

  test('want the accelerator that the machines have, where one is named', () => {
    expect(refused({ instanceTypes: ['m7i.large'], gpu: 'nvidia' })).toBe(
      "nodes: 'gpu' must be what m7i.large has, got 'nvidia'; leave it out",
    );
  });

  test('want Bottlerocket for FIPS', () => {
    expect(refused({ instanceTypes: ['m7i.large'], image: 'AL2023', fips: true })).toBe(
      "nodes: 'fips' must be false on AL2023, which EKS has no such images of, got true; choose BOTTLEROCKET",
    );
  });
});
