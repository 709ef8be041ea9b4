import { IamRole } from '../../../../lib/cloud/aws/iam/iam-role';
import { boundRoles } from '../../../../lib/cloud/aws/iam/permissions-boundary';
import { build, synth } from '../harness';

const boundary = 'arn:aws:iam::111122223333:policy/boundary';
const props = {
  description: 'Tests',
  trust: { sid: 'Nodes', principal: { service: 'ec2.amazonaws.com' }, actions: ['sts:AssumeRole'] },
};

describe('boundRoles', () => {
  test('bounds every role that has no boundary of its own, also those that come later', () => {
    const own = 'arn:aws:iam::111122223333:policy/own';
    const output = synth((stack) => {
      new IamRole(stack, 'own', { ...props, roleName: 'own', permissionsBoundaryArn: own });
      boundRoles(stack, boundary);
      new IamRole(stack, 'later', { ...props, roleName: 'later' });
    });
    expect(output.one('aws_iam_role', 'own').permissions_boundary).toBe(own);
    expect(output.one('aws_iam_role', 'later').permissions_boundary).toBe(boundary);
  });

  test('cannot take a name for a policy', () => {
    expect(build((stack) => boundRoles(stack, 'boundary'))).toThrow(
      "stack: 'permissionsBoundaryArn' must be the ARN of a managed policy, got 'boundary'",
    );
  });
});
