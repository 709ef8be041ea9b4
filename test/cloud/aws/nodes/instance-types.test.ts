import { parseInstanceType } from '../../../../lib/cloud/aws/nodes/instance-types';

describe('parseInstanceType', () => {
  test.each(['m7g.large', 'c7gn.16xlarge', 't4g.micro', 'im4gn.large', 'is4gen.xlarge', 'r8gd.metal-24xl', 'a1.large'])(
    'knows %s for ARM',
    (name) => {
      expect(parseInstanceType(name)).toEqual({ architecture: 'ARM_64', accelerated: false });
    },
  );

  test.each(['m7i.large', 'm7i-flex.large', 't3.micro', 'i4i.large', 'd3en.xlarge', 'u7i-12tb.224xlarge'])(
    'knows %s for x86',
    (name) => {
      expect(parseInstanceType(name)).toEqual({ architecture: 'x86_64', accelerated: false });
    },
  );

  test.each(['g5.xlarge', 'g5g.xlarge', 'p5.48xlarge', 'inf2.xlarge', 'trn1.2xlarge'])(
    'knows that %s has an accelerator',
    (name) => {
      expect(parseInstanceType(name)?.accelerated).toBe(true);
    },
  );

  test.each(['large', 'm7g', 'M7G.large', 'n2-standard-4', ''])('knows no type %s', (name) => {
    expect(parseInstanceType(name)).toBeUndefined();
  });
});
