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
        value(block, 'private_cluster_config', 'enable_private_endpoint') === true ||
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
    name: 'encrypted',
    type: 'google_container_cluster',
    holds: ({ block }) => !makesNodes(block) || text(nodeDefaults(block), 'boot_disk_kms_key') !== undefined,
    message: 'disks of nodes that GKE makes by itself are not encrypted with a key of our own',
    remedy: 'use GkeCluster or GkeAutopilotCluster, which name the key of the cluster',
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
    type: 'google_container_cluster',
    holds: ({ block }) => !makesNodes(block) || accountOf(text(nodeDefaults(block), 'service_account')) !== undefined,
    message: 'nodes that GKE makes by itself run as the default service account of Compute Engine',
    remedy: 'use GkeCluster or GkeAutopilotCluster, which name a service account of the cluster',
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

/** Whether GKE makes nodes by itself: on Autopilot, or by node auto-provisioning. */
function makesNodes(cluster: TerraformBlock): boolean {
  return value(cluster, 'enable_autopilot') === true || value(cluster, 'cluster_autoscaling', 'enabled') === true;
}

/** What such nodes are like. */
function nodeDefaults(cluster: TerraformBlock): unknown {
  return value(cluster, 'cluster_autoscaling', 'auto_provisioning_defaults');
}

/** Whether a role is given to a service account that nodes run as. */
function isOfNodes({ resource }: TerraformStack, binding: TerraformBlock): boolean {
  const member = text(binding, 'member');
  const accounts = [
    ...Object.values(resource['google_container_node_pool'] ?? {}).map(nodeAccount),
    ...Object.values(resource['google_container_cluster'] ?? {}).map((cluster) =>
      accountOf(text(nodeDefaults(cluster), 'service_account')),
    ),
  ];
  return accounts.some((account) => account !== undefined && member?.includes(account) === true);
}

/** Address of the service account that a pool's nodes run as, where the stack makes one. */
function nodeAccount(pool: unknown): string | undefined {
  return accountOf(text(pool, 'node_config', 'service_account'));
}

/** Address of the service account that an e-mail address belongs to, where the stack makes one. */
function accountOf(email: string | undefined): string | undefined {
  return /google_service_account\.[\w-]+\./.exec(email ?? '')?.[0];
}
