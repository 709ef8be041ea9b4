import { TrustedRole, type TrustedRoleProps } from '../../../../lib/cloud/aws/eks/trusted-role';
import { type Output, statements, synth } from '../harness';

const props: TrustedRoleProps = {
  roleName: 'breaker',
  description: 'Tests',
  trusted: { arns: ['arn:aws:iam::111122223333:user/bob', 'arn:aws:iam::111122223333:user/ann'] },
  conditions: { Bool: { 'aws:MultiFactorAuthPresent': ['true'] } },
};

function role(more: Partial<TrustedRoleProps>): Output {
  return synth((stack) => new TrustedRole(stack, 'role', { ...props, ...more }));
}

describe('TrustedRole', () => {
  test('may be assumed by the people and roles named, in order', () => {
    expect(statements(role({}).one('aws_iam_role').assume_role_policy)).toMatchObject([
      {
        Principal: { AWS: ['arn:aws:iam::111122223333:user/ann', 'arn:aws:iam::111122223333:user/bob'] },
        Action: 'sts:AssumeRole',
        Condition: props.conditions,
      },
    ]);
  });

  test('may be assumed by those whom an identity provider vouches for', () => {
    const federated = 'arn:aws:iam::111122223333:oidc-provider/example.com';
    expect(statements(role({ trusted: { federated } }).one('aws_iam_role').assume_role_policy)).toMatchObject([
      { Principal: { Federated: federated }, Action: 'sts:AssumeRoleWithWebIdentity' },
    ]);
  });

  test('may do what it is given, by policies of AWS and by its own', () => {
    const output = role({
      managedPolicies: ['service-role/AmazonEBSCSIDriverPolicy'],
      statements: [{ sid: 'Find', actions: ['eks:DescribeCluster'], resources: ['arn:aws:eks:x'] }],
    });
    expect(output.one('aws_iam_role_policy_attachment').policy_arn).toBe(
      'arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy',
    );
    expect(statements(output.one('aws_iam_role_policy').policy)).toMatchObject([{ Sid: 'Find' }]);
  });

  test('may do nothing where nothing is given', () => {
    const output = role({});
    expect([output.all('aws_iam_role_policy'), output.all('aws_iam_role_policy_attachment')]).toEqual([{}, {}]);
  });

  test.each([undefined, 7200])('lasts as long as told: %p', (maxSessionDurationSeconds) => {
    expect(role({ maxSessionDurationSeconds }).one('aws_iam_role').max_session_duration).toBe(
      maxSessionDurationSeconds,
    );
  });
});
