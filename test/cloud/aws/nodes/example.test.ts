import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { synth } from '../harness';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/aws/nodes/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes three node groups, each of its kind, and a Fargate profile', () => {
    const { all, one } = synth(example);
    expect(
      Object.values(all('aws_eks_node_group')).map((group) => [group.node_group_name_prefix, group.ami_type]),
    ).toEqual([
      ['batch-', 'BOTTLEROCKET_x86_64'],
      ['general-', 'BOTTLEROCKET_ARM_64'],
      ['gpu-', 'BOTTLEROCKET_x86_64_NVIDIA'],
    ]);
    expect(one('aws_eks_fargate_profile').fargate_profile_name).toMatch(/^jobs-[0-9a-f]{6}$/);
  });
});
