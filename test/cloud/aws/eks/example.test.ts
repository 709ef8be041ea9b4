import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { synth } from '../harness';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/aws/eks/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('makes a cluster with nodes of its own, and one in Auto Mode', () => {
    const output = synth(example);
    expect(Object.values(output.all('aws_eks_cluster')).map(({ name }) => name)).toEqual([
      'funlynk-batch-us-east-1',
      'funlynk-production-us-east-1',
    ]);
    expect(output.one('aws_eks_cluster', 'auto').compute_config).toMatchObject({ enabled: true });
    expect(Object.keys(output.all('aws_eks_node_group'))).toHaveLength(1);
    expect(Object.keys(output.all('aws_eks_fargate_profile'))).toHaveLength(1);
    expect(output.one('aws_iam_role', 'cluster_BreakGlass').name).toBe('funlynk-production-us-east-1-break-glass');
  });
});
