import { EksCapability, type EksCapabilityProps } from '../../../../lib/cloud/aws/eks/eks-capability';
import { build, CLUSTER, type Output, statements, synth } from '../harness';

const argoCd = {
  idcInstanceArn: 'arn:aws:sso:::instance/ssoins-0123456789abcdef',
  rbac: { admin: [{ id: '906751fb-ae42-4d71-9d0f-4d6c8f1a2b3c', type: 'SSO_GROUP' }] },
} as const;

function capability(props: EksCapabilityProps): Output {
  return synth((stack) => new EksCapability(stack, 'made', props));
}

describe('EksCapability', () => {
  const output = capability({ cluster: CLUSTER, type: 'ARGOCD', argoCd });

  test('is Argo CD as asked, and leaves what it made when it goes', () => {
    expect(output.one('aws_eks_capability')).toMatchSnapshot();
  });

  test('acts in a role of its own, which EKS alone may assume, and which may do nothing in AWS', () => {
    expect(output.one('aws_iam_role').name).toBe('funlynk-production-us-east-1-capability-argocd');
    expect(statements(output.one('aws_iam_role').assume_role_policy)).toEqual([
      {
        Sid: 'Capability',
        Effect: 'Allow',
        Principal: { Service: 'capabilities.eks.amazonaws.com' },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
      },
    ]);
    expect(output.all('aws_iam_role_policy')).toEqual({});
  });

  test.each(['ACK', 'KRO'] as const)('is %s without a configuration', (type) => {
    const plain = capability({ cluster: CLUSTER, type });
    expect(plain.one('aws_eks_capability')).toMatchObject({ type, capability_name: type.toLowerCase() });
    expect(plain.one('aws_eks_capability')).not.toHaveProperty('configuration');
  });

  test('waits for what it may do in AWS', () => {
    const ack = capability({
      cluster: CLUSTER,
      type: 'ACK',
      name: 'buckets',
      statements: [{ sid: 'Make', actions: ['s3:CreateBucket'], resources: ['arn:aws:s3:::funlynk-a'] }],
    });
    expect(statements(ack.one('aws_iam_role_policy').policy)).toMatchObject([{ Sid: 'Make' }]);
    expect(ack.one('aws_eks_capability')).toMatchObject({
      capability_name: 'buckets',
      depends_on: [expect.stringMatching(/^aws_iam_role_policy\.made_Role/) as string],
    });
  });

  test('may deploy everything on its own cluster, once EKS has let it in', () => {
    const association = output.one('aws_eks_access_policy_association');
    expect(association).toMatchObject({
      policy_arn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
      access_scope: { type: 'cluster' },
      depends_on: [expect.stringMatching(/^aws_eks_capability\.made_/) as string],
    });
  });

  test('may deploy no more than it is told', () => {
    const policies = { AmazonEKSEditPolicy: ['web'] };
    const narrow = capability({ cluster: CLUSTER, type: 'ARGOCD', argoCd: { ...argoCd, policies } });
    expect(narrow.one('aws_eks_access_policy_association').access_scope).toEqual({
      type: 'namespace',
      namespaces: ['web'],
    });
    const none = capability({ cluster: CLUSTER, type: 'KRO' });
    expect(none.all('aws_eks_access_policy_association')).toEqual({});
    const kro = capability({ cluster: CLUSTER, type: 'KRO', policies });
    expect(kro.one('aws_eks_access_policy_association').policy_arn).toContain('AmazonEKSEditPolicy');
  });

  test('refuses a policy that holds nowhere', () => {
    const bad = { cluster: CLUSTER, type: 'KRO', policies: { AmazonEKSEditPolicy: [] } } as const;
    expect(build((stack) => new EksCapability(stack, 'made', bad))).toThrow(
      "stack/made: 'policies.AmazonEKSEditPolicy' must name one namespace at least, got []; or be cluster",
    );
  });

  test('refuses a name and a configuration that cannot work, together', () => {
    const bad = { cluster: CLUSTER, type: 'ARGOCD', name: 'argo cd', argoCd: { ...argoCd, rbac: {} } } as const;
    expect(build((stack) => new EksCapability(stack, 'made', bad))).toThrow(
      "stack/made: 'name' must be letters, digits, dashes and underscores, 100 at most, got 'argo cd'\n" +
        "stack/made: 'argoCd.rbac' must name one user or group at least",
    );
  });
});
