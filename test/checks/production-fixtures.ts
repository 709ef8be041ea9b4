import type { TerraformBlock, TerraformBlocks } from '../../lib/checks/output';
import { checkProductionClusters } from '../../lib/checks/production-clusters';
import type { Finding } from '../../lib/core/finding';
import { changed, environment, stack } from './fixtures';

/** A cluster of EKS, its nodes and their role, as production wants them. */
export const AWS: TerraformBlocks = {
  aws_eks_cluster: {
    it: {
      vpc_config: { endpoint_private_access: true, endpoint_public_access: false },
      encryption_config: { provider: { key_arn: '${aws_kms_key.it.arn}' }, resources: ['secrets'] },
      enabled_cluster_log_types: ['api', 'audit'],
      lifecycle: { prevent_destroy: true },
    },
  },
  aws_launch_template: {
    it: { block_device_mappings: [{ ebs: { encrypted: 'true', kms_key_id: '${aws_kms_key.it.arn}' } }] },
  },
  aws_eks_node_group: {
    it: { node_role_arn: '${aws_iam_role.nodes.arn}' },
    second: { node_role_arn: '${aws_iam_role.second.arn}' },
  },
  aws_iam_role_policy_attachment: {
    it: { role: '${aws_iam_role.nodes.name}', policy_arn: 'arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy' },
  },
  aws_iam_role_policy: { it: { role: '${aws_iam_role.nodes-of-others.name}', policy: '{}' } },
};

/** A cluster of GKE, its nodes and their service account, as production wants them. */
export const GOOGLE: TerraformBlocks = {
  google_container_cluster: {
    it: {
      private_cluster_config: { enable_private_nodes: true },
      control_plane_endpoints_config: { ip_endpoints_config: { enabled: false } },
      database_encryption: { state: 'ENCRYPTED', key_name: '${google_kms_crypto_key.it.id}' },
      logging_config: { enable_components: ['SYSTEM_COMPONENTS', 'APISERVER'] },
      deletion_protection: true,
    },
  },
  google_container_node_pool: {
    it: {
      network_config: { enable_private_nodes: true },
      node_config: {
        boot_disk_kms_key: '${google_kms_crypto_key.it.id}',
        service_account: '${google_service_account.nodes.email}',
      },
    },
    second: {
      node_config: { boot_disk_kms_key: 'k', service_account: '${google_service_account.second.email}' },
    },
  },
  google_project_iam_member: {
    it: { role: 'roles/container.defaultNodeServiceAccount', member: '${google_service_account.nodes.member}' },
    other: { role: 'roles/container.admin', member: 'group:platform@shop.example' },
  },
};

/** What is found once one thing of a resource called `it` is changed, or taken out. */
export function findingsWith(
  sound: TerraformBlocks,
  type: string,
  path: readonly (string | number)[],
  to: unknown,
): readonly Finding[] {
  return checkProductionClusters(environment([], { stacks: [stack(changed(sound, [type, 'it', ...path], to))] }));
}

/** The same in words: the end of the rule's id, and what it says. */
export function faultsWith(...change: Parameters<typeof findingsWith>): readonly string[] {
  return findingsWith(...change).map(({ rule, message }) => `${rule}: ${message}`);
}

/** What is found in a stack with one resource more. */
export function faultsBeside(sound: TerraformBlocks, type: string, block: TerraformBlock): readonly string[] {
  const stacks = [stack({ ...sound, [type]: { ...sound[type], another: block } })];
  return checkProductionClusters(environment([], { stacks })).map(({ rule, message }) => `${rule}: ${message}`);
}
