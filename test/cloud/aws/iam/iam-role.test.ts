import { IamRole } from '../../../../lib/cloud/aws/iam/iam-role';
import { build, statements, synth } from '../harness';

const props = {
  roleName: 'platform',
  description: 'Tests',
  trust: { sid: 'Nodes', principal: { service: 'ec2.amazonaws.com' }, actions: ['sts:AssumeRole'] },
};
const read = { sid: 'Read', actions: ['s3:GetObject'], resources: ['arn:aws:s3:::bucket/key'] };

describe('IamRole', () => {
  test('is trusted as told, and may do nothing by itself', () => {
    const output = synth((stack) => new IamRole(stack, 'role', props));
    expect(output.one('aws_iam_role')).toMatchInlineSnapshot(`
      {
        "assume_role_policy": "{"Version":"2012-10-17","Statement":[{"Sid":"Nodes","Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":["sts:AssumeRole"]}]}",
        "description": "Tests",
        "name": "platform",
      }
    `);
    expect([output.all('aws_iam_role_policy'), output.all('aws_iam_role_policy_attachment')]).toEqual([{}, {}]);
  });

  test('attaches policies that AWS keeps, by name and path', () => {
    const managedPolicies = ['AmazonEKSClusterPolicy', 'service-role/AmazonEBSCSIDriverPolicy'];
    const output = synth((stack) => new IamRole(stack, 'role', { ...props, managedPolicies }));
    expect(Object.values(output.all('aws_iam_role_policy_attachment')).map((block) => block.policy_arn)).toEqual([
      'arn:aws:iam::aws:policy/AmazonEKSClusterPolicy',
      'arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy',
    ]);
  });

  test('may do what its statements say', () => {
    const output = synth((stack) => new IamRole(stack, 'role', { ...props, statements: [read] }));
    expect(statements(output.one('aws_iam_role_policy').policy)[0]).toMatchObject({ Action: read.actions });
  });

  test('offers every permission to wait for', () => {
    const managedPolicies = ['AmazonEKSClusterPolicy'];
    let grants = 0;
    synth((stack) => {
      grants = new IamRole(stack, 'role', { ...props, managedPolicies, statements: [read] }).grants.length;
    });
    expect(grants).toBe(2);
  });

  test('cannot hold a wildcard without a reason, and says where', () => {
    const statement = { ...read, actions: ['s3:*'] };
    expect(build((stack) => new IamRole(stack, 'role', { ...props, statements: [statement] }))).toThrow(
      "stack/role: 'Read' must not hold a wildcard",
    );
  });

  test('may be trusted by several, at a path, for longer, and within a boundary', () => {
    const permissionsBoundaryArn = 'arn:aws:iam::111122223333:policy/boundary';
    const lambda = { sid: 'Lambda', principal: { service: 'lambda.amazonaws.com' }, actions: ['sts:AssumeRole'] };
    const more = { path: '/platform/', maxSessionDurationSeconds: 7200, permissionsBoundaryArn };
    const role = synth((stack) => new IamRole(stack, 'role', { ...props, ...more, trust: [props.trust, lambda] })).one(
      'aws_iam_role',
    );
    expect(statements(role.assume_role_policy).map(({ Sid }) => Sid)).toEqual(['Nodes', 'Lambda']);
    expect([role.path, role.max_session_duration, role.permissions_boundary]).toEqual([
      '/platform/',
      7200,
      permissionsBoundaryArn,
    ]);
  });

  test('cannot be trusted by nobody', () => {
    expect(build((stack) => new IamRole(stack, 'role', { ...props, trust: [] }))).toThrow(
      "stack/role: 'trust' must name somebody who may assume the role, got []",
    );
  });

  test('cannot hold more than fits in a role', () => {
    const resources = Array.from(
      { length: 200 },
      (_, index) => `arn:aws:s3:::a-bucket-with-a-rather-long-name/${index}`,
    );
    expect(build((stack) => new IamRole(stack, 'role', { ...props, statements: [{ ...read, resources }] }))).toThrow(
      /'statements' must come to at most 10240 characters, which is all that a role holds, got \d+; name fewer resources/,
    );
  });
});
