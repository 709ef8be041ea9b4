import { list, text, value, type TerraformBlock, type TerraformStack } from './output';
import { isEverybody, type Requirement } from './requirement';

/** Roles of Google Cloud that are wider than what anybody needs on a whole project. */
const WIDE_ROLES = ['roles/owner', 'roles/editor', 'roles/viewer', 'roles/storage.admin'];

/** The one role that nodes need on their project. */
const NODE_ROLE = 'roles/container.defaultNodeServiceAccount';

/** What GKE clusters must be. */
export const GOOGLE_REQUIREMENTS: readonly Requirement[] = [
  {
    name: 'private',
    type: 'google_container_cluster',
    holds: ({ block }) =>
      value(block, 'private_cluster_config', 'enable_private_nodes') === true &&
      !list(block, 'master_authorized_networks_config', 'cidr_blocks').some((range) =>
        isEverybody(value(range, 'cidr_block')),
      ) &&
      (value(block, 'control_plane_endpoints_config', 'ip_endpoints_config', 'enabled') === false ||
        value(block, 'master_authorized_networks_config') !== undefined),
    message: 'nodes or the control plane are open to the internet',
    remedy: 'leave authorizedNetworks empty, or name the ranges that need it',
  },
  {
    name: 'private',
    type: 'google_container_node_pool',
    holds: ({ block }) => value(block, 'network_config', 'enable_private_nodes') !== false,
    message: 'nodes have addresses on the internet',
    remedy: 'use addNodePool, whose nodes are private',
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
    name: 'encrypted',
    type: 'google_container_node_pool',
    holds: ({ block }) => text(block, 'node_config', 'boot_disk_kms_key') !== undefined,
    message: 'disks of nodes are not encrypted with a key of our own',
    remedy: 'use addNodePool, which encrypts them with the key of the cluster',
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
    holds: ({ block }) => nodeAccount(block) !== undefined,
    message: 'nodes run as the default service account of Compute Engine',
    remedy: 'use addNodePool, which brings a service account of its own',
  },
  {
    name: 'least-privilege',
    type: 'google_project_iam_member',
    holds: ({ block }) => !WIDE_ROLES.includes(text(block, 'role') ?? ''),
    message: 'a service account has a basic role on the whole project',
    remedy: 'grant the one role that is needed, on the one resource',
  },
  {
    name: 'least-privilege',
    type: 'google_project_iam_member',
    holds: ({ block }, stack) => !isOfNodes(stack, block) || text(block, 'role') === NODE_ROLE,
    message: 'nodes have a role on the project beyond the one that every node needs',
    remedy: 'give the permission to a workload through WorkloadIdentity',
  },
];

/** Whether a role is given to a service account that nodes run as. */
function isOfNodes({ resource }: TerraformStack, binding: TerraformBlock): boolean {
  const member = text(binding, 'member');
  return Object.values(resource['google_container_node_pool'] ?? {}).some((pool) => {
    const account = nodeAccount(pool);
    return account !== undefined && member?.includes(account) === true;
  });
}

/** Address of the service account that a pool's nodes run as, where the stack makes one. */
function nodeAccount(pool: unknown): string | undefined {
  return /google_service_account\.[\w-]+\./.exec(text(pool, 'node_config', 'service_account') ?? '')?.[0];
}
