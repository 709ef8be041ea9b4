import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../../../support/readme-example';
import { synth } from '../harness';
import { example } from './example';

describe('the example of the README', () => {
  test('is the code that is tested here', () => {
    const readme = readFileSync(join(__dirname, '../../../../lib/cloud/aws/karpenter/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'example.ts')));
  });

  test('lets Karpenter work, and its machines in after the network add-on', () => {
    const output = synth(example);
    expect(output.one('aws_sqs_queue').name).toBe('funlynk-production-us-east-1-karpenter');
    expect(output.one('aws_iam_role', 'cluster_Karpenter_NodeRole').name).toBe(
      'funlynk-production-us-east-1-karpenter-nodes',
    );
    const entry = Object.values(output.all('aws_eks_access_entry')).find(({ type }) => type === 'EC2_LINUX');
    expect(JSON.stringify(entry?.depends_on)).toContain('aws_eks_addon.cluster_Addons_vpc-cni');
  });
});
