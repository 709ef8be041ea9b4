import {
  type BreakGlassOptions,
  breakGlassRefusals,
  EksBreakGlassRole,
} from '../../../../lib/cloud/aws/eks/eks-break-glass-role';
import { build, CLUSTER, type Output, statements, synth } from '../harness';
import { refused } from './refused';

const ann = 'arn:aws:iam::111122223333:user/ann';
const duty = 'arn:aws:iam::444455556666:role/on-duty';

function role(options: BreakGlassOptions): Output {
  return synth((stack) => new EksBreakGlassRole(stack, 'glass', { ...options, cluster: CLUSTER }));
}

const output = role({ trustedArns: [duty, ann, ann] });

describe('EksBreakGlassRole', () => {
  test('trusts those named, each once, with a second factor alone', () => {
    expect(statements(output.one('aws_iam_role').assume_role_policy)).toEqual([
      {
        Sid: 'Trust',
        Effect: 'Allow',
        Principal: { AWS: [ann, duty] },
        Action: 'sts:AssumeRole',
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': ['true'] } },
      },
    ]);
  });

  test('is named after the cluster, and lasts an hour', () => {
    expect(output.one('aws_iam_role')).toMatchObject({
      name: 'funlynk-production-us-east-1-break-glass',
      max_session_duration: 3600,
    });
  });

  test('lasts as long as told', () => {
    const longer = role({ trustedArns: [ann], maxSessionDurationSeconds: 7200 });
    expect(longer.one('aws_iam_role').max_session_duration).toBe(7200);
  });

  test('may find its cluster in AWS, and nothing else', () => {
    expect(statements(output.one('aws_iam_role_policy').policy)).toEqual([
      {
        Sid: 'FindCluster',
        Effect: 'Allow',
        Action: ['eks:DescribeCluster'],
        Resource: ['arn:aws:eks:us-east-1:111122223333:cluster/funlynk-production-us-east-1'],
      },
    ]);
  });

  test('may do everything on the cluster', () => {
    expect(output.one('aws_eks_access_policy_association').policy_arn).toContain('AmazonEKSClusterAdminPolicy');
    expect(output.one('aws_eks_access_entry').principal_arn).toMatch(/aws_iam_role\.glass_Role_\w+\.arn/);
  });

  test('refuses what cannot work, with its own path', () => {
    const bad = { trustedArns: [], cluster: CLUSTER };
    expect(build((stack) => new EksBreakGlassRole(stack, 'glass', bad))).toThrow(
      "stack/glass: 'trustedArns' must name",
    );
  });
});

describe('breakGlassRefusals', () => {
  function faults(options: BreakGlassOptions): string[] {
    return refused(breakGlassRefusals('breakGlassRole.', options));
  }

  test('have nothing against users and roles', () => {
    expect(faults({ trustedArns: [ann, duty], maxSessionDurationSeconds: 43_200 })).toEqual([]);
  });

  test('refuse a role that nobody could use', () => {
    expect(faults({ trustedArns: [] })).toEqual([
      "'breakGlassRole.trustedArns' must name one role or user at least, got []",
    ]);
  });

  test('refuse a whole account', () => {
    expect(faults({ trustedArns: ['arn:aws:iam::111122223333:root'] })).toEqual([
      "'breakGlassRole.trustedArns' must be the ARN of a role or user such as " +
        "arn:aws:iam::111122223333:role/platform, got 'arn:aws:iam::111122223333:root'",
    ]);
  });

  test.each([3599, 43_201, 3600.5])('refuse sessions of %p seconds', (maxSessionDurationSeconds) => {
    expect(faults({ trustedArns: [ann], maxSessionDurationSeconds })).toEqual([
      `'breakGlassRole.maxSessionDurationSeconds' must be a whole number from 3600 to 43200, got ${maxSessionDurationSeconds}`,
    ]);
  });
});
