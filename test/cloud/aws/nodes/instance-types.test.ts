import { parseInstanceType } from '../../../../lib/cloud/aws/nodes/instance-types';

describe('parseInstanceType', () => {
  test.each(['m7g.large', 'c7gn.16xlarge', 'im4gn.large', 'is4gen.xlarge', 'r8gd.metal-24xl', 'a1.large'])(
    'knows %s for ARM',
    (name) => {
      expect(parseInstanceType(name)).toEqual({ architecture: 'ARM_64', accelerator: 'none', flexible: false });
    },
  );

  test.each(['m7i.large', 'i4i.large', 'd3en.xlarge', 'u7i-12tb.224xlarge', 'mac2.metal'])(
    'knows %s for x86',
    (name) => {
      expect(parseInstanceType(name)).toEqual({ architecture: 'x86_64', accelerator: 'none', flexible: false });
    },
  );

  test.each([
    ['g6.xlarge', 'nvidia', 'x86_64'],
    ['g5g.xlarge', 'nvidia', 'ARM_64'],
    ['gr6.4xlarge', 'nvidia', 'x86_64'],
    ['p5en.48xlarge', 'nvidia', 'x86_64'],
    ['p6-b200.48xlarge', 'nvidia', 'x86_64'],
    ['p6e-gb200.36xlarge', 'nvidia', 'ARM_64'],
    ['inf2.xlarge', 'neuron', 'x86_64'],
    ['trn1n.32xlarge', 'neuron', 'x86_64'],
    ['g4ad.xlarge', 'other', 'x86_64'],
    ['dl1.24xlarge', 'other', 'x86_64'],
    ['f2.6xlarge', 'other', 'x86_64'],
    ['vt1.3xlarge', 'other', 'x86_64'],
  ])('knows that %s has an accelerator: %s, on %s', (name, accelerator, architecture) => {
    expect(parseInstanceType(name)).toEqual({ architecture, accelerator, flexible: false });
  });

  test.each(['t4g.micro', 't3.micro', 'm7i-flex.large'])('knows that the speed of %s is not its own', (name) => {
    expect(parseInstanceType(name)?.flexible).toBe(true);
  });

  test.each(['large', 'm7g', 'M7G.large', 'n2-standard-4', ''])('knows no type %s', (name) => {
    expect(parseInstanceType(name)).toBeUndefined();
  });
});
