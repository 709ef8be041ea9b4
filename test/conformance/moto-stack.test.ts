import { forgiving, motoStack } from './moto-stack';

const MISSING = { aws_eks_addon: { reason: 'there are no add-ons' } };

const STACK = {
  resource: {
    aws_eks_cluster: { main: { name: 'main', lifecycle: { prevent_destroy: true, ignore_changes: ['tags'] } } },
    aws_eks_addon: { coredns: { addon_name: 'coredns' } },
    aws_iam_policy: { reader: { policy: '${aws_eks_addon.coredns.arn}' } },
    aws_iam_role_policy_attachment: { reader: { policy_arn: 'of ${aws_iam_policy.reader.arn}' } },
    aws_eks_node_group: { general: { depends_on: ['aws_eks_addon.coredns', 'aws_eks_cluster.main'] } },
  },
};

const { json, leftOut } = motoStack(STACK, MISSING);

test('what moto does not implement is left out, and what takes a value from it', () => {
  expect(leftOut).toEqual([
    { address: 'aws_eks_addon.coredns', reason: 'there are no add-ons' },
    { address: 'aws_iam_policy.reader', reason: 'takes a value from aws_eks_addon.coredns' },
    { address: 'aws_iam_role_policy_attachment.reader', reason: 'takes a value from aws_iam_policy.reader' },
  ]);
});

test('what only waits for it is applied, and no longer waits', () => {
  expect(json.resource).toMatchObject({ aws_eks_node_group: { general: { depends_on: ['aws_eks_cluster.main'] } } });
});

test('what is applied can be destroyed again', () => {
  expect(json.resource).toMatchObject({ aws_eks_cluster: { main: { lifecycle: { ignore_changes: ['tags'] } } } });
  expect(JSON.stringify(json)).not.toContain('prevent_destroy');
});

test('an argument that moto cannot be given is left out by name', () => {
  const stack = { resource: { aws_subnet: { a: { cidr_block: '10.0.0.0/24', ipv6_cidr_block: '::/64' }, b: {} } } };
  const made = motoStack(stack, {}, { aws_subnet: { attributes: ['ipv6_cidr_block'], reason: 'no IPv6' } });
  expect(made.json.resource).toEqual({ aws_subnet: { a: { cidr_block: '10.0.0.0/24' }, b: {} } });
  expect(made.leftOut).toEqual([{ address: 'aws_subnet.a.ipv6_cidr_block', reason: 'no IPv6' }]);
});

test('a resource whose name is the beginning of another is no other', () => {
  const stack = {
    resource: {
      aws_eks_addon: { a: {} },
      aws_eks_addon_other: { b: {} },
      aws_iam_policy: { p: { policy: '${aws_eks_addon_other.b.arn}' } },
    },
  };
  expect(motoStack(stack, MISSING).leftOut.map(({ address }) => address)).toEqual(['aws_eks_addon.a']);
});

test('a name in text that is no expression is no reference', () => {
  const stack = { resource: { aws_eks_addon: { a: {} }, aws_iam_policy: { p: { policy: 'see aws_eks_addon.a' } } } };
  expect(motoStack(stack, MISSING).leftOut).toHaveLength(1);
});

test('a second plan does not compare what moto forgets, nor what was ignored before', () => {
  const faults = { aws_eks_cluster: { attributes: ['access_config'], reason: 'forgotten' } };
  expect(forgiving(STACK, faults).resource).toMatchObject({
    aws_eks_cluster: { main: { lifecycle: { prevent_destroy: true, ignore_changes: ['tags', 'access_config'] } } },
    aws_eks_addon: { coredns: { addon_name: 'coredns' } },
  });
});
