import { list, text, value, type TerraformBlock, type TerraformStack } from './output';
import { isEverybody, type Requirement } from './requirement';

/**
 * Policies of AWS that nodes need; the network add-on has an identity of its own. Those of Auto Mode join with less, and
 * Session Manager stands in for SSH.
 */
const NODE_POLICIES = [
  'AmazonEKSWorkerNodePolicy',
  'AmazonEKSWorkerNodeMinimalPolicy',
  'AmazonEC2ContainerRegistryPullOnly',
  'AmazonSSMManagedInstanceCore',
];

/** What the first pull of an image through a cache takes. */
const CACHE_ACTIONS = ['ecr:BatchImportUpstreamImage', 'ecr:CreateRepository'];

const NODE_REMEDY = 'give the permission to a workload through addPodIdentity';

/** What EKS clusters must be. */
export const AWS_REQUIREMENTS: readonly Requirement[] = [
  {
    name: 'private',
    type: 'aws_eks_cluster',
    holds: ({ block }) => hasPrivateEndpoint(block),
    message: 'the API server is open to the internet',
    remedy: 'leave publicAccessCidrs empty, or name the ranges that need it',
  },
  {
    name: 'encrypted',
    type: 'aws_eks_cluster',
    holds: ({ block }) =>
      list(block, 'encryption_config', 'resources').includes('secrets') &&
      text(block, 'encryption_config', 'provider', 'key_arn') !== undefined,
    message: 'Kubernetes secrets are not encrypted with a key of our own',
    remedy: 'use EksCluster, which brings a rotating key',
  },
  {
    name: 'encrypted',
    type: 'aws_launch_template',
    holds: ({ block }) => encryptsDisks(block),
    message: 'disks of nodes are not encrypted with a key of our own',
    remedy: 'use addNodeGroup, whose launch template encrypts every disk',
  },
  {
    name: 'audit-logged',
    type: 'aws_eks_cluster',
    holds: ({ block }) => list(block, 'enabled_cluster_log_types').includes('audit'),
    message: 'the audit log is off',
    remedy: "enable the control-plane log 'audit'",
  },
  {
    name: 'deletion-protected',
    type: 'aws_eks_cluster',
    holds: ({ block }) => value(block, 'lifecycle', 'prevent_destroy') === true,
    message: 'the cluster can be destroyed by a plan',
    remedy: 'set deletionProtection to true',
  },
  {
    name: 'least-privilege',
    type: 'aws_iam_role_policy_attachment',
    holds: ({ block }, stack) =>
      !isOfNodes(stack, block) || NODE_POLICIES.some((it) => text(block, 'policy_arn')?.endsWith(`/${it}`) === true),
    message: 'nodes have a policy beyond joining the cluster and pulling images',
    remedy: NODE_REMEDY,
  },
  {
    name: 'least-privilege',
    type: 'aws_iam_role_policy',
    holds: ({ block }, stack) => !isOfNodes(stack, block) || onlyFillsCaches(block),
    message: 'nodes have a policy of their own beside those that every node needs',
    remedy: NODE_REMEDY,
  },
];

function hasPrivateEndpoint(cluster: TerraformBlock): boolean {
  const ranges = list(cluster, 'vpc_config', 'public_access_cidrs');
  const isNarrow = ranges.length > 0 && !ranges.some(isEverybody);
  return (
    value(cluster, 'vpc_config', 'endpoint_private_access') === true &&
    (value(cluster, 'vpc_config', 'endpoint_public_access') === false || isNarrow)
  );
}

function encryptsDisks(template: TerraformBlock): boolean {
  const disks = list(template, 'block_device_mappings');
  // The provider takes this switch as a text.
  const isEncrypted = (disk: unknown): boolean => {
    const encrypted = value(disk, 'ebs', 'encrypted');
    return (encrypted === true || encrypted === 'true') && text(disk, 'ebs', 'kms_key_id') !== undefined;
  };
  return disks.length > 0 && disks.every(isEncrypted);
}

/** Whether a policy does no more than to bring new images into caches of the registry. */
function onlyFillsCaches(policy: unknown): boolean {
  const statements = list(JSON.parse(text(policy, 'policy') ?? '{}'), 'Statement');
  const actions = statements.flatMap((statement) => list(statement, 'Action'));
  return actions.length > 0 && actions.every((action) => CACHE_ACTIONS.includes(String(action)));
}

/** Whether a policy is given to a role that nodes run as. */
function isOfNodes({ resource }: TerraformStack, policy: unknown): boolean {
  const role = text(policy, 'role') ?? '';
  const blocks = (type: string): readonly TerraformBlock[] => Object.values(resource[type] ?? {});
  const arns = [
    ...blocks('aws_eks_node_group').map((group) => text(group, 'node_role_arn')),
    ...blocks('aws_eks_cluster').map((cluster) => text(cluster, 'compute_config', 'node_role_arn')),
    // Karpenter's machines enter by themselves.
    ...blocks('aws_eks_access_entry')
      .filter((entry) => text(entry, 'type') === 'EC2_LINUX')
      .map((entry) => text(entry, 'principal_arn')),
  ];
  return arns.some((arn) => arn !== undefined && role.startsWith(arn.replace(/\.arn\}$/, '.')));
}
