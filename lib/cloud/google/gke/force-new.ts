/** What Terraform can only change by making another resource in place of the one that is there. */
export interface ForceNew {
  /** Attributes that replace the resource when their value changes. */
  readonly attributes: readonly string[];
  /** Blocks that replace the resource when they come or go; what is in them may change, unless it is named, too. */
  readonly blocks: readonly string[];
  /** Attributes that replace the resource under a condition only, and the condition. */
  readonly sometimes: Readonly<Record<string, string>>;
}

/** Resources that the table knows. */
export type ForceNewResource = 'google_container_cluster' | 'google_container_node_pool';

/** Attributes and blocks of `node_config`, which clusters and node pools share. */
const NODE_CONFIG = {
  attributes: [
    'advanced_machine_features.enable_nested_virtualization',
    'advanced_machine_features.threads_per_core',
    'boot_disk_kms_key',
    'confidential_nodes.confidential_instance_type',
    'enable_confidential_storage',
    'ephemeral_storage_local_ssd_config.data_cache_count',
    'ephemeral_storage_local_ssd_config.local_ssd_count',
    'flex_start',
    'guest_accelerator.count',
    'guest_accelerator.gpu_driver_installation_config.gpu_driver_version',
    'guest_accelerator.gpu_partition_size',
    'guest_accelerator.gpu_sharing_config.gpu_sharing_strategy',
    'guest_accelerator.gpu_sharing_config.max_shared_clients_per_gpu',
    'guest_accelerator.type',
    'host_maintenance_policy.maintenance_interval',
    'local_nvme_ssd_block_config.local_ssd_count',
    'local_ssd_count',
    'local_ssd_encryption_mode',
    'max_run_duration',
    'metadata',
    'min_cpu_platform',
    'node_group',
    'oauth_scopes',
    'preemptible',
    'reservation_affinity.consume_reservation_type',
    'reservation_affinity.key',
    'reservation_affinity.values',
    'secondary_boot_disks.disk_image',
    'secondary_boot_disks.mode',
    'service_account',
    'shielded_instance_config.enable_integrity_monitoring',
    'shielded_instance_config.enable_secure_boot',
    'sole_tenant_config.node_affinity.key',
    'sole_tenant_config.node_affinity.operator',
    'sole_tenant_config.node_affinity.values',
    'spot',
  ],
  blocks: [
    'advanced_machine_features',
    'ephemeral_storage_local_ssd_config',
    'guest_accelerator',
    'guest_accelerator.gpu_driver_installation_config',
    'guest_accelerator.gpu_sharing_config',
    'host_maintenance_policy',
    'local_nvme_ssd_block_config',
    'reservation_affinity',
    'sandbox_config',
    'secondary_boot_disks',
    'shielded_instance_config',
    'sole_tenant_config',
    'sole_tenant_config.node_affinity',
  ],
};

/** What a node pool has wherever it stands: a resource of its own, or a block of a cluster. */
const NODE_POOL = {
  attributes: [
    'initial_node_count',
    'max_pods_per_node',
    'name',
    'name_prefix',
    'network_config.additional_node_network_configs.network',
    'network_config.additional_node_network_configs.subnetwork',
    'network_config.additional_pod_network_configs.max_pods_per_node',
    'network_config.additional_pod_network_configs.secondary_pod_range',
    'network_config.additional_pod_network_configs.subnetwork',
    'network_config.create_pod_range',
    'network_config.pod_ipv4_cidr_block',
    'network_config.pod_range',
    ...under('node_config', NODE_CONFIG.attributes),
    'placement_policy.policy_name',
    'queued_provisioning.enabled',
  ],
  blocks: [
    'network_config.additional_node_network_configs',
    'network_config.additional_pod_network_configs',
    'network_config.pod_cidr_overprovision_config',
    'node_config',
    ...under('node_config', NODE_CONFIG.blocks),
    'placement_policy',
    'queued_provisioning',
  ],
};

/**
 * What replaces a cluster or a node pool, by the path that Terraform knows it by. Read from the schemas and the
 * functions behind `CustomizeDiff` of the provider's release 8.0.0, without what came after 6.50, the release that is
 * bound here; the change log names nothing in between that learnt, or unlearnt, to be changed in place. One name is
 * newer: `sandbox_config`, which node pools write all the same.
 * https://github.com/hashicorp/terraform-provider-google/tree/v8.0.0/google/services/container
 */
export const FORCE_NEW: Readonly<Record<ForceNewResource, ForceNew>> = {
  google_container_cluster: {
    attributes: [
      'cluster_autoscaling.auto_provisioning_defaults.boot_disk_kms_key',
      'cluster_ipv4_cidr',
      'confidential_nodes.confidential_instance_type',
      'confidential_nodes.enabled',
      'datapath_provider',
      'default_max_pods_per_node',
      'description',
      'enable_autopilot',
      'enable_kubernetes_alpha',
      'enable_tpu',
      'initial_node_count',
      'ip_allocation_policy.cluster_ipv4_cidr_block',
      'ip_allocation_policy.cluster_secondary_range_name',
      'ip_allocation_policy.services_ipv4_cidr_block',
      'ip_allocation_policy.services_secondary_range_name',
      'location',
      'master_auth.client_certificate_config.issue_client_certificate',
      'name',
      'network',
      'networking_mode',
      ...under('node_config', NODE_CONFIG.attributes),
      ...under('node_pool', NODE_POOL.attributes),
      'private_cluster_config.master_ipv4_cidr_block',
      'private_cluster_config.private_endpoint_subnetwork',
      'project',
      'subnetwork',
      'user_managed_keys_config.aggregation_ca',
      'user_managed_keys_config.cluster_ca',
      'user_managed_keys_config.etcd_api_ca',
      'user_managed_keys_config.etcd_peer_ca',
    ],
    blocks: [
      'confidential_nodes',
      'ip_allocation_policy',
      'ip_allocation_policy.pod_cidr_overprovision_config',
      'master_auth.client_certificate_config',
      'node_config',
      ...under('node_config', NODE_CONFIG.blocks),
      'node_pool',
      ...under('node_pool', NODE_POOL.blocks),
    ],
    sometimes: {
      'dns_config.additive_vpc_scope_dns_domain': 'when it changes on an Autopilot cluster',
      enable_fqdn_network_policy: 'when it is turned off',
      'enable_k8s_beta_apis.enabled_apis': 'when an API is taken away',
      enable_l4_ilb_subsetting: 'when it is turned off',
    },
  },
  google_container_node_pool: {
    attributes: ['cluster', 'location', 'project', ...NODE_POOL.attributes],
    blocks: NODE_POOL.blocks,
    sometimes: {},
  },
};

function under(block: string, names: readonly string[]): string[] {
  return names.map((name) => `${block}.${name}`);
}
