import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { policyDocument } from '../../../../lib/cloud/aws/iam/policy-document';
import { Karpenter, type KarpenterProps, karpenterStatements } from '../../../../lib/cloud/aws/karpenter/karpenter';
import { build, CLUSTER, type Output, statements, synth } from '../harness';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/a';
const props: KarpenterProps = { cluster: CLUSTER, volumesKeyArn: KEY };

/** What the policies within one role may have together: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const INLINE_POLICY_CHARACTERS = 10_240;

const seen: { queueName?: string; nodeRoleName?: string } = {};
const output = synth((stack) => {
  const network = new SnsTopic(stack, 'network', {});
  const { queueName, nodeRoleName } = new Karpenter(stack, 'karpenter', { ...props, dependsOn: [network] });
  Object.assign(seen, { queueName, nodeRoleName });
});

function made(more: Partial<KarpenterProps>): Output {
  return synth((stack) => new Karpenter(stack, 'karpenter', { ...props, ...more }));
}

function refused(more: Partial<KarpenterProps>): () => void {
  return build((stack) => new Karpenter(stack, 'karpenter', { ...props, ...more }));
}

describe('Karpenter', () => {
  test('acts as a role of its own', () => {
    const association = output.one('aws_eks_pod_identity_association');
    expect([association.namespace, association.service_account]).toEqual(['kube-system', 'karpenter']);
    expect(output.one('aws_iam_role', 'karpenter_Controller').name).toBe('funlynk-production-us-east-1-karpenter');
  });

  test('runs where it is told', () => {
    const more = made({ namespace: 'karpenter', serviceAccount: 'controller' });
    expect(more.one('aws_eks_pod_identity_association')).toMatchObject({
      namespace: 'karpenter',
      service_account: 'controller',
    });
  });

  test('may do what its parts say', () => {
    const sids = statements(output.one('aws_iam_role_policy').policy).map(({ Sid }) => Sid);
    expect(sids).toMatchSnapshot();
    expect(new Set(sids).size).toBe(sids.length);
  });

  test('may do no more than IAM has room for, whatever the name of the cluster', () => {
    const cluster = { ...CLUSTER, region: 'ap-southeast-1', clusterName: 'x'.repeat(100) };
    const volumesKeyArn = 'arn:aws:kms:ap-southeast-1:111122223333:key/01234567-89ab-cdef-0123-456789abcdef';
    const policy = policyDocument('test', karpenterStatements({ cluster, volumesKeyArn, kmsKeyArn: volumesKeyArn }));
    expect(policy.length).toBeLessThan(INLINE_POLICY_CHARACTERS);
  });

  test('hands its machines the role that it makes for them', () => {
    const pass = statements(output.one('aws_iam_role_policy').policy).find(({ Sid }) => Sid === 'HandOverNodeRole');
    expect(pass?.Resource).toEqual([`arn:aws:iam::111122223333:role/${seen.nodeRoleName ?? ''}`]);
    expect(output.one('aws_iam_role', 'karpenter_NodeRole').name).toBe(seen.nodeRoleName);
  });

  test("encrypts its machines' volumes with the volumes key", () => {
    const keys = statements(output.one('aws_iam_role_policy').policy).filter(({ Resource }) =>
      JSON.stringify(Resource).includes(':key/'),
    );
    expect(keys.map(({ Sid, Resource }) => [Sid, Resource])).toEqual([
      ['EncryptVolumes', [KEY]],
      ['AttachVolumes', [KEY]],
    ]);
  });

  test('gives its machines what they need to join, and nothing of the network add-on', () => {
    const policies = Object.values(output.all('aws_iam_role_policy_attachment')).map(({ policy_arn }) => policy_arn);
    expect(policies).toEqual([
      'arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly',
      'arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy',
      'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore',
    ]);
  });

  test('gives its machines what else the owner wants', () => {
    const more = made({ nodeManagedPolicies: ['CloudWatchAgentServerPolicy'] });
    expect(Object.keys(more.all('aws_iam_role_policy_attachment'))).toContainEqual(
      expect.stringContaining('CloudWatchAgentServerPolicy'),
    );
  });

  test('lets its machines in, once they can work', () => {
    const entry = output.one('aws_eks_access_entry');
    expect(entry.type).toBe('EC2_LINUX');
    expect(JSON.stringify(entry.depends_on)).toContain('aws_sns_topic.network');
    expect(JSON.stringify(entry.depends_on)).toContain('AmazonEKSWorkerNodePolicy');
  });

  test("finds the cluster's security group by its tag", () => {
    expect(output.one('aws_ec2_tag')).toEqual({
      resource_id: CLUSTER.clusterSecurityGroupId,
      key: 'karpenter.sh/discovery',
      value: 'funlynk-production-us-east-1',
    });
  });

  test('learns of the machines that AWS takes away', () => {
    expect(seen.queueName).toBe('funlynk-production-us-east-1-karpenter');
    expect(output.one('aws_sqs_queue').name).toBe(seen.queueName);
  });

  test.each([
    [true, 1],
    [false, 0],
  ])('with interruptionQueue %s has %s queue', (interruptionQueue, count) => {
    const more = made({ interruptionQueue });
    expect(Object.keys(more.all('aws_sqs_queue'))).toHaveLength(count);
    expect(more.text.includes('sqs:ReceiveMessage')).toBe(interruptionQueue);
  });

  test('is not for Auto Mode, and has no key for a queue that is not there: all faults at once', () => {
    const cluster = { ...CLUSTER, mode: 'auto' } as const;
    expect(refused({ cluster, interruptionQueue: false, kmsKeyArn: KEY })).toThrow(
      [
        "stack/karpenter: 'cluster' must not be one with EKS Auto Mode, where AWS runs Karpenter, got 'funlynk-production-us-east-1'; leave Karpenter out, or choose a standard cluster",
        `stack/karpenter: 'kmsKeyArn' must not be there without a queue to encrypt, got '${KEY}'; leave it out, or switch interruptionQueue on`,
      ].join('\n'),
    );
  });

  test('cannot give every pod the rights of an add-on', () => {
    expect(refused({ nodeManagedPolicies: ['AmazonEKS_CNI_Policy'] })).toThrow(
      "stack/karpenter: 'nodeManagedPolicies' must not give every pod of a machine the rights of an add-on, got 'AmazonEKS_CNI_Policy'; leave it out: the add-on has an identity of its own",
    );
  });

  test('cannot give its machines a policy twice', () => {
    expect(refused({ nodeManagedPolicies: ['AmazonSSMManagedInstanceCore'] })).toThrow(
      "stack/karpenter: 'nodeManagedPolicies' must name each policy once, and none that is there, got 'AmazonSSMManagedInstanceCore'",
    );
  });

  test('cannot give its machines more policies than a role has room for', () => {
    const nodeManagedPolicies = [...'abcdefgh'];
    expect(refused({ nodeManagedPolicies })).toThrow(
      "'nodeManagedPolicies' must be at most 7, which is what a role has room for",
    );
    expect(refused({ nodeManagedPolicies: nodeManagedPolicies.slice(1) })).not.toThrow();
  });
});
