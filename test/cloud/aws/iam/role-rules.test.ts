import { Token } from 'cdktf';
import type { IamRoleProps } from '../../../../lib/cloud/aws/iam/iam-role';
import { boundaryRefusal, policySizeRefusals, roleRefusals } from '../../../../lib/cloud/aws/iam/role-rules';

const props: IamRoleProps = {
  roleName: 'platform',
  description: 'Tests',
  trust: { sid: 'Nodes', principal: { service: 'ec2.amazonaws.com' }, actions: ['sts:AssumeRole'] },
};
const refused = (more: Partial<IamRoleProps>) =>
  roleRefusals({ ...props, ...more }).flatMap((refusal) => (refusal === undefined ? [] : [refusal.property]));

describe('roleRefusals', () => {
  test('are none for what IAM takes', () => {
    const most = { path: '/a/b/', permissionsBoundaryArn: 'arn:aws:iam::aws:policy/PowerUserAccess' };
    expect(refused({ ...most, roleName: 'A-z_0+=,.@', maxSessionDurationSeconds: 43_200 })).toEqual([]);
  });

  test('are none for what Terraform alone knows', () => {
    const token = Token.asString({ resolve: () => 'later' });
    const number = Token.asNumber({ resolve: () => 1 });
    const tokens = { roleName: token, path: token, permissionsBoundaryArn: token, maxSessionDurationSeconds: number };
    expect(refused(tokens)).toEqual([]);
  });

  test.each<[string, Partial<IamRoleProps>]>([
    ['roleName', { roleName: 'a role' }],
    ['roleName', { roleName: 'a'.repeat(65) }],
    ['description', { description: 'a'.repeat(1001) }],
    ['path', { path: 'platform' }],
    ['path', { path: `/${'a'.repeat(511)}/` }],
    ['permissionsBoundaryArn', { permissionsBoundaryArn: 'boundary' }],
    ['maxSessionDurationSeconds', { maxSessionDurationSeconds: 3599 }],
    ['maxSessionDurationSeconds', { maxSessionDurationSeconds: 43_201 }],
  ])('name %s where IAM would refuse it', (property, more) => {
    expect(refused(more)).toEqual([property]);
  });

  test('say what IAM takes', () => {
    const more = { roleName: 'a role', path: 'platform', description: 'a'.repeat(1001) };
    expect(
      roleRefusals({ ...props, ...more }).flatMap((refusal) => (refusal === undefined ? [] : [refusal.rule])),
    ).toEqual([
      'must be letters, digits and +=,.@_-, 64 at most',
      'must be at most 1000 characters',
      'must begin and end with a slash, and be 512 characters at most',
    ]);
  });
});

test('boundaryRefusal says that a boundary is an ARN', () => {
  expect(boundaryRefusal('boundary')?.rule).toBe('must be the ARN of a managed policy');
});

describe('policySizeRefusals', () => {
  test('let a policy be as long as a role holds, and no longer', () => {
    expect([policySizeRefusals('a'.repeat(10_240)).length, policySizeRefusals('a'.repeat(10_241)).length]).toEqual([
      0, 1,
    ]);
  });

  test('leave a policy to IAM whose length Terraform alone knows', () => {
    expect(policySizeRefusals(`${Token.asString({ resolve: () => 'later' })}${'a'.repeat(10_241)}`)).toEqual([]);
  });
});
