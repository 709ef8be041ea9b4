import { addonIdentity } from '../../../../lib/cloud/aws/add-ons/addon-identities';
import type { AddonName } from '../../../../lib/cloud/aws/add-ons/addon-names';
import type { EksAddonOptions } from '../../../../lib/cloud/aws/add-ons/eks-addon-options';
import type { IpFamily } from '../../../../lib/cloud/aws/network/cluster-network';
import { CLUSTER, type Output, statements, synth } from '../harness';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/a';
const FILES = 'arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-0123456789abcdef0';

function identities(addons: readonly AddonName[], options: EksAddonOptions = {}, ipFamily: IpFamily = 'ipv4'): Output {
  return synth((stack) => {
    for (const addon of addons)
      addonIdentity(stack, addon, { cluster: CLUSTER, ipFamily, volumesKeyArn: KEY, options });
  });
}

const usual = identities([
  'amazon-cloudwatch-observability',
  'aws-ebs-csi-driver',
  'aws-efs-csi-driver',
  'aws-mountpoint-s3-csi-driver',
  'coredns',
  'eks-node-monitoring-agent',
  'eks-pod-identity-agent',
  'kube-proxy',
  'metrics-server',
  'snapshot-controller',
  'vpc-cni',
]);

function policies(output: Output, identity: string): readonly unknown[] {
  return Object.entries(output.all('aws_iam_role_policy_attachment'))
    .filter(([id]) => id.startsWith(identity))
    .map(([, attachment]) => attachment.policy_arn);
}

describe('addonIdentity', () => {
  test('is there for the service accounts that call AWS, and for no others', () => {
    const accounts = Object.values(usual.all('aws_eks_pod_identity_association'));
    expect(accounts.map(({ namespace, service_account }) => [namespace, service_account])).toEqual([
      ['amazon-cloudwatch', 'cloudwatch-agent'],
      ['kube-system', 'ebs-csi-controller-sa'],
      ['kube-system', 'efs-csi-controller-sa'],
      ['kube-system', 'aws-node'],
    ]);
  });

  test('has the policies that AWS keeps for the add-ons', () => {
    expect(policies(usual, '')).toEqual([
      'arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy',
      'arn:aws:iam::aws:policy/AmazonEBSCSIDriverPolicyV2',
      'arn:aws:iam::aws:policy/service-role/AmazonEFSCSIDriverPolicy',
      'arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy',
    ]);
  });

  test('lets the volume driver use the volumes key and no other', () => {
    const policy = usual.one('aws_iam_role_policy', 'ebs-csi').policy;
    expect(statements(policy).map((statement) => statement.Resource)).toEqual([[KEY], [KEY]]);
  });

  test.each([
    [true, 'AmazonEBSCSIDriverEKSClusterScopedPolicy'],
    [false, 'AmazonEBSCSIDriverPolicyV2'],
  ])('with ebsClusterScoped %s gives the volume driver %s', (ebsClusterScoped, policy) => {
    const output = identities(['aws-ebs-csi-driver'], { ebsClusterScoped });
    expect(policies(output, 'ebs-csi')).toEqual([`arn:aws:iam::aws:policy/${policy}`]);
  });

  test('has statements of its own where the file systems are named', () => {
    const output = identities(['aws-efs-csi-driver'], { efsFileSystemArns: [FILES] });
    expect(policies(output, 'efs-csi')).toEqual([]);
    expect(statements(output.one('aws_iam_role_policy', 'efs-csi').policy)).toHaveLength(5);
  });

  test('has statements of its own for IPv6, which AWS keeps no policy for', () => {
    const output = identities(['vpc-cni'], {}, 'ipv6');
    expect(policies(output, 'vpc-cni')).toEqual([]);
    expect(statements(output.one('aws_iam_role_policy', 'vpc-cni').policy)).toHaveLength(3);
  });
});
