import { AWS, faultsBeside, faultsWith } from './production-fixtures';

const PRIVATE = 'production-private: the API server is open to the internet';
const ENCRYPTED = 'production-encrypted: Kubernetes secrets are not encrypted with a key of our own';
const DISKS = 'production-encrypted: disks of nodes are not encrypted with a key of our own';
const AUDIT = 'production-audit-logged: the audit log is off';
const PROTECTED = 'production-deletion-protected: the cluster can be destroyed by a plan';

const endpoint = (isPublic: boolean | undefined, ...ranges: readonly string[]): unknown => ({
  endpoint_private_access: true,
  ...(isPublic === undefined ? {} : { endpoint_public_access: isPublic }),
  public_access_cidrs: ranges,
});

test.each([
  ['named ranges', 'aws_eks_cluster', ['vpc_config'], endpoint(true, '203.0.113.0/24'), []],
  [
    'an endpoint for everybody',
    'aws_eks_cluster',
    ['vpc_config'],
    endpoint(true, '203.0.113.0/24', '0.0.0.0/0'),
    [PRIVATE],
  ],
  ['an endpoint for half of everybody', 'aws_eks_cluster', ['vpc_config'], endpoint(true, '0.0.0.0/1'), [PRIVATE]],
  ['an endpoint for nobody in particular', 'aws_eks_cluster', ['vpc_config'], endpoint(true), [PRIVATE]],
  ['an endpoint that is public by default', 'aws_eks_cluster', ['vpc_config'], endpoint(undefined), [PRIVATE]],
  ['no private endpoint', 'aws_eks_cluster', ['vpc_config', 'endpoint_private_access'], false, [PRIVATE]],
  ['no encryption', 'aws_eks_cluster', ['encryption_config'], undefined, [ENCRYPTED]],
  ['encryption of something else', 'aws_eks_cluster', ['encryption_config', 'resources'], ['x'], [ENCRYPTED]],
  ['encryption without a key', 'aws_eks_cluster', ['encryption_config', 'provider'], {}, [ENCRYPTED]],
  ['no logs', 'aws_eks_cluster', ['enabled_cluster_log_types'], undefined, [AUDIT]],
  ['other logs', 'aws_eks_cluster', ['enabled_cluster_log_types'], ['api'], [AUDIT]],
  ['no life cycle', 'aws_eks_cluster', ['lifecycle'], undefined, [PROTECTED]],
  ['a cluster that may go', 'aws_eks_cluster', ['lifecycle', 'prevent_destroy'], false, [PROTECTED]],
  ['a disk encrypted by a switch', 'aws_launch_template', ['block_device_mappings', 0, 'ebs', 'encrypted'], true, []],
  [
    'a disk that is not encrypted',
    'aws_launch_template',
    ['block_device_mappings', 0, 'ebs', 'encrypted'],
    'false',
    [DISKS],
  ],
  [
    'a disk without a key',
    'aws_launch_template',
    ['block_device_mappings', 0, 'ebs', 'kms_key_id'],
    undefined,
    [DISKS],
  ],
  ['one disk of two that is not encrypted', 'aws_launch_template', ['block_device_mappings', 1], { ebs: {} }, [DISKS]],
  ['disks as the image brings them', 'aws_launch_template', ['block_device_mappings'], [], [DISKS]],
])('%s', (_, type, path, to, expected) => {
  expect(faultsWith(AWS, type, path, to)).toEqual(expected);
});

describe('nodes', () => {
  const attached = (role: string, policy: string): readonly string[] =>
    faultsBeside(AWS, 'aws_iam_role_policy_attachment', {
      role: `\${aws_iam_role.${role}.name}`,
      policy_arn: `arn:aws:iam::aws:policy/${policy}`,
    });

  test.each(['AmazonEC2ContainerRegistryPullOnly', 'AmazonSSMManagedInstanceCore'])('have %s', (policy) => {
    expect(attached('nodes', policy)).toEqual([]);
  });

  test('bring new images into caches', () => {
    const may = (...actions: readonly string[]): readonly string[] =>
      faultsBeside(AWS, 'aws_iam_role_policy', {
        role: '${aws_iam_role.nodes.id}',
        policy: JSON.stringify({ Statement: [{ Action: actions }] }),
      });
    expect(may('ecr:BatchImportUpstreamImage', 'ecr:CreateRepository')).toEqual([]);
    expect(may('ecr:CreateRepository', 'ecr:DeleteRepository')).toHaveLength(1);
  });

  test.each(['AmazonEKS_CNI_Policy', 'AdministratorAccess'])('do not have %s', (policy) => {
    expect(attached('nodes', policy)).toEqual([
      'production-least-privilege: nodes have a policy beyond joining the cluster and pulling images',
    ]);
  });

  test('are not those who run as another role', () => {
    expect(attached('nodes-of-others', 'AdministratorAccess')).toEqual([]);
  });

  test.each([
    [
      'those of Auto Mode',
      'aws_eks_cluster',
      { ...AWS['aws_eks_cluster']?.['it'], compute_config: { node_role_arn: '${aws_iam_role.more.arn}' } },
    ],
    ['those of Karpenter', 'aws_eks_access_entry', { type: 'EC2_LINUX', principal_arn: '${aws_iam_role.more.arn}' }],
  ])('are %s, too', (_, type, block) => {
    const policy = { role: '${aws_iam_role.more.name}', policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' };

    expect(faultsBeside({ ...AWS, [type]: { it: block } }, 'aws_iam_role_policy_attachment', policy)).toEqual([
      'production-least-privilege: nodes have a policy beyond joining the cluster and pulling images',
    ]);
  });

  test('have no policy of their own', () => {
    const own = { role: '${aws_iam_role.nodes.id}', policy: '{}' };

    expect(faultsBeside(AWS, 'aws_iam_role_policy', own)).toEqual([
      'production-least-privilege: nodes have a policy of their own beside those that every node needs',
    ]);
  });
});
