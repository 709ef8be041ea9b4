import { EksAdministrator } from '../../../../lib/cloud/aws/eks/eks-administrator';
import { CLUSTER, synth } from '../harness';

const roleArn = 'arn:aws:iam::111122223333:role/platform';
const output = synth((stack) => new EksAdministrator(stack, 'administrator', { cluster: CLUSTER, roleArn }));

describe('EksAdministrator', () => {
  test('lets the role in', () => {
    expect(output.one('aws_eks_access_entry')).toMatchObject({ principal_arn: roleArn, type: 'STANDARD' });
  });

  test('may do everything on the whole cluster', () => {
    expect(output.one('aws_eks_access_policy_association')).toMatchInlineSnapshot(`
      {
        "access_scope": {
          "type": "cluster",
        },
        "cluster_name": "funlynk-production-us-east-1",
        "policy_arn": "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
        "principal_arn": "\${aws_eks_access_entry.administrator_5F26B112.principal_arn}",
      }
    `);
  });
});
