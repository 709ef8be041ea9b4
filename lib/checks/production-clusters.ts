import type { Finding } from '../core/finding';
import { list, resources, text, value, type EnvironmentOutput, type TerraformResource } from './output';

/** What a cluster of the production profile must be; the rule's id ends in the requirement's name. */
interface Requirement {
  readonly name: string;
  readonly type: string;
  readonly holds: (resource: TerraformResource) => boolean;
  readonly message: string;
  readonly remedy: string;
}

const EVERYBODY = '0.0.0.0/0';

/** Roles of Google Cloud that are wider than what nodes need. */
const WIDE_GOOGLE_ROLES = ['roles/owner', 'roles/editor', 'roles/viewer', 'roles/storage.admin'];

/** Policies of AWS that nodes need; the network add-on has an identity of its own. */
const NODE_POLICIES = ['AmazonEKSWorkerNodePolicy', 'AmazonEC2ContainerRegistryPullOnly'];

const REQUIREMENTS: readonly Requirement[] = [
  {
    name: 'private',
    type: 'aws_eks_cluster',
    holds: ({ block }) =>
      value(block, 'vpc_config', 'endpoint_private_access') === true &&
      (value(block, 'vpc_config', 'endpoint_public_access') === false ||
        (list(block, 'vpc_config', 'public_access_cidrs').length > 0 &&
          !list(block, 'vpc_config', 'public_access_cidrs').includes(EVERYBODY))),
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
    holds: ({ id, block }) =>
      !id.includes('node-group') || NODE_POLICIES.some((it) => text(block, 'policy_arn')?.endsWith(`/${it}`) === true),
    message: 'nodes have a policy beyond joining the cluster and pulling images',
    remedy: 'give the permission to a workload through addPodIdentity',
  },
  {
    name: 'private',
    type: 'google_container_cluster',
    holds: ({ block }) =>
      value(block, 'private_cluster_config', 'enable_private_nodes') === true &&
      !list(block, 'master_authorized_networks_config', 'cidr_blocks').some(
        (range) => value(range, 'cidr_block') === EVERYBODY,
      ) &&
      (value(block, 'control_plane_endpoints_config', 'ip_endpoints_config', 'enabled') === false ||
        value(block, 'master_authorized_networks_config') !== undefined),
    message: 'nodes or the control plane are open to the internet',
    remedy: 'leave authorizedNetworks empty, or name the ranges that need it',
  },
  {
    name: 'encrypted',
    type: 'google_container_cluster',
    holds: ({ block }) =>
      value(block, 'database_encryption', 'state') === 'ENCRYPTED' &&
      text(block, 'database_encryption', 'key_name') !== undefined,
    message: 'Kubernetes secrets are not encrypted with a key of our own',
    remedy: 'use GkeCluster, which brings a rotating key',
  },
  {
    // GKE writes the admin activity audit log always; the API server's own log is a component.
    name: 'audit-logged',
    type: 'google_container_cluster',
    holds: ({ block }) => list(block, 'logging_config', 'enable_components').includes('APISERVER'),
    message: 'the API server is not logged',
    remedy: "enable the logging component 'APISERVER'",
  },
  {
    name: 'deletion-protected',
    type: 'google_container_cluster',
    holds: ({ block }) => value(block, 'deletion_protection') === true,
    message: 'the cluster can be destroyed by a plan',
    remedy: 'set deletionProtection to true',
  },
  {
    name: 'least-privilege',
    type: 'google_container_node_pool',
    holds: ({ block }) => text(block, 'node_config', 'service_account')?.includes('google_service_account.') === true,
    message: 'nodes run as the default service account of Compute Engine',
    remedy: 'use addNodePool, which brings a service account of its own',
  },
  {
    name: 'least-privilege',
    type: 'google_project_iam_member',
    holds: ({ block }) => !WIDE_GOOGLE_ROLES.includes(text(block, 'role') ?? ''),
    message: 'a service account has a basic role on the whole project',
    remedy: 'grant the one role that is needed, on the one resource',
  },
];

/** Rules `production-…`: clusters of the production profile are private, encrypted, audited, protected, modest. */
export function checkProductionClusters({ profile, stacks }: EnvironmentOutput): readonly Finding[] {
  if (profile !== 'production') return [];
  return resources(stacks).flatMap((resource) =>
    REQUIREMENTS.filter(({ type, holds }) => type === resource.type && !holds(resource)).map(
      ({ name, message, remedy }): Finding => ({
        rule: `production-${name}`,
        severity: 'error',
        resource: resource.stack,
        path: resource.path,
        message,
        remedy,
      }),
    ),
  );
}
