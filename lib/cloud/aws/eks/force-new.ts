/** What Terraform can only change by making another resource in place of the one that is there. */
export interface ForceNew {
  /** Attributes that replace the resource when their value changes. */
  readonly attributes: readonly string[];
  /** Blocks that replace the resource when they come or go. */
  readonly blocks: readonly string[];
  /** Attributes and blocks that replace the resource under a condition only, and the condition. */
  readonly sometimes: Readonly<Record<string, string>>;
}

/** Resources that the table knows: what a cluster is lost with, and what its pods have to move for. */
export type ForceNewResource =
  | 'aws_eks_access_entry'
  | 'aws_eks_access_policy_association'
  | 'aws_eks_addon'
  | 'aws_eks_capability'
  | 'aws_eks_cluster'
  | 'aws_eks_fargate_profile'
  | 'aws_eks_node_group'
  | 'aws_eks_pod_identity_association'
  | 'aws_launch_template'
  | 'aws_subnet'
  | 'aws_vpc';

/**
 * What replaces a resource, by the path that Terraform knows it by. Read from the schemas and the functions behind
 * `CustomizeDiff` of the provider's release 6.48, without what came after 6.25, the release that is bound here; the
 * change log names nothing in between that learnt, or unlearnt, to be changed in place. Every resource is also
 * replaced when its `region` changes, which nothing here sets.
 * https://github.com/hashicorp/terraform-provider-aws/tree/v6.48.0/internal/service
 */
export const FORCE_NEW: Readonly<Record<ForceNewResource, ForceNew>> = {
  aws_eks_access_entry: { attributes: ['cluster_name', 'principal_arn', 'type'], blocks: [], sometimes: {} },
  aws_eks_access_policy_association: {
    attributes: ['access_scope.namespaces', 'access_scope.type', 'cluster_name', 'policy_arn', 'principal_arn'],
    blocks: ['access_scope'],
    sometimes: {},
  },
  aws_eks_addon: { attributes: ['addon_name', 'cluster_name'], blocks: [], sometimes: {} },
  aws_eks_capability: {
    attributes: ['capability_name', 'cluster_name', 'configuration.argo_cd.aws_idc.idc_instance_arn', 'type'],
    blocks: [],
    sometimes: {
      'configuration.argo_cd.aws_idc.idc_region': 'unless it is taken away',
      'configuration.argo_cd.namespace': 'unless it is taken away',
    },
  },
  aws_eks_cluster: {
    attributes: [
      'access_config.bootstrap_cluster_creator_admin_permissions',
      'bootstrap_self_managed_addons',
      'kubernetes_network_config.ip_family',
      'kubernetes_network_config.service_ipv4_cidr',
      'name',
      'outpost_config.control_plane_instance_type',
      'outpost_config.control_plane_placement.group_name',
      'role_arn',
    ],
    blocks: [],
    sometimes: {
      'compute_config.node_role_arn': 'when one role takes the place of another',
      encryption_config: 'when it is taken away',
    },
  },
  aws_eks_fargate_profile: {
    attributes: [
      'cluster_name',
      'fargate_profile_name',
      'pod_execution_role_arn',
      'selector.labels',
      'selector.namespace',
      'subnet_ids',
    ],
    blocks: ['selector'],
    sometimes: {},
  },
  aws_eks_node_group: {
    attributes: [
      'ami_type',
      'capacity_type',
      'cluster_name',
      'disk_size',
      'instance_types',
      'launch_template.id',
      'launch_template.name',
      'node_group_name',
      'node_group_name_prefix',
      'node_role_arn',
      'remote_access.ec2_ssh_key',
      'remote_access.source_security_group_ids',
      'subnet_ids',
    ],
    blocks: ['remote_access'],
    sometimes: {},
  },
  aws_eks_pod_identity_association: {
    attributes: ['cluster_name', 'namespace', 'service_account'],
    blocks: [],
    sometimes: {},
  },
  aws_launch_template: { attributes: ['name', 'name_prefix'], blocks: [], sometimes: {} },
  aws_subnet: {
    attributes: ['availability_zone', 'availability_zone_id', 'cidr_block', 'ipv6_native', 'outpost_arn', 'vpc_id'],
    blocks: [],
    sometimes: { ipv6_cidr_block: 'when the subnet hands out IPv6 addresses' },
  },
  aws_vpc: {
    attributes: ['cidr_block', 'ipv4_ipam_pool_id', 'ipv4_netmask_length'],
    blocks: [],
    sometimes: { instance_tenancy: 'unless from dedicated to default' },
  },
};
