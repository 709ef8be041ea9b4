import { isRecord, list, value, type TerraformBlock } from '../../lib/checks/output';

/**
 * Settings that a reviewer wants to see of each type, as dotted paths. A type that is not listed shows all its
 * settings, so that a new one is in the inventory from its first day.
 */
const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  aws_acm_certificate: ['domain_name', 'subject_alternative_names'],
  aws_acm_certificate_validation: [],
  aws_autoscaling_group_tag: [],
  aws_budgets_budget: ['name', 'limit_amount', 'cost_filter'],
  aws_cloudwatch_dashboard: [],
  aws_cloudwatch_event_rule: [],
  aws_cloudwatch_event_target: [],
  aws_cloudwatch_log_group: ['name', 'retention_in_days'],
  aws_cloudwatch_log_metric_filter: [],
  aws_cloudwatch_log_resource_policy: [],
  aws_cloudwatch_metric_alarm: ['threshold'],
  aws_default_route_table: ['route'],
  aws_default_security_group: ['ingress', 'egress'],
  aws_ec2_tag: ['key'],
  aws_ecr_lifecycle_policy: [],
  aws_ecr_pull_through_cache_rule: ['upstream_registry_url'],
  aws_ecr_registry_scanning_configuration: ['scan_type'],
  aws_ecr_replication_configuration: ['replication_configuration'],
  aws_ecr_repository: ['name', 'image_tag_mutability', 'image_scanning_configuration.scan_on_push', 'force_delete'],
  aws_ecr_repository_creation_template: ['prefix'],
  aws_ecr_repository_policy: [],
  aws_egress_only_internet_gateway: [],
  aws_eip: [],
  aws_eks_access_entry: ['principal_arn'],
  aws_eks_access_policy_association: ['policy_arn'],
  aws_eks_addon: ['addon_name', 'addon_version'],
  aws_eks_cluster: [
    'name',
    'version',
    'access_config.authentication_mode',
    'enabled_cluster_log_types',
    'encryption_config.resources',
    'vpc_config.endpoint_private_access',
    'vpc_config.endpoint_public_access',
    'vpc_config.public_access_cidrs',
    'lifecycle.prevent_destroy',
  ],
  aws_eks_fargate_profile: ['selector'],
  aws_eks_node_group: [
    'node_group_name_prefix',
    'ami_type',
    'instance_types',
    'capacity_type',
    'scaling_config.min_size',
    'scaling_config.max_size',
    'labels',
    'taint',
    'lifecycle.ignore_changes',
  ],
  aws_eks_pod_identity_association: ['namespace', 'service_account'],
  aws_flow_log: ['traffic_type'],
  aws_guardduty_detector: ['finding_publishing_frequency'],
  aws_guardduty_detector_feature: ['status'],
  aws_iam_openid_connect_provider: ['client_id_list'],
  aws_iam_role: ['name', 'assume_role_policy'],
  aws_iam_role_policy: ['policy'],
  aws_iam_role_policy_attachment: ['policy_arn'],
  aws_internet_gateway: [],
  aws_kms_alias: ['name'],
  aws_kms_key: ['description', 'enable_key_rotation', 'deletion_window_in_days'],
  aws_launch_template: ['metadata_options.http_tokens', 'metadata_options.http_put_response_hop_limit'],
  aws_nat_gateway: [],
  aws_route: ['destination_cidr_block'],
  aws_route53_hosted_zone_dnssec: [],
  aws_route53_key_signing_key: [],
  aws_route53_query_log: [],
  aws_route53_record: ['name', 'type'],
  aws_route53_zone: ['name', 'lifecycle.prevent_destroy'],
  aws_route_table: [],
  aws_route_table_association: [],
  aws_s3_bucket: ['bucket', 'object_lock_enabled', 'lifecycle.prevent_destroy'],
  aws_s3_bucket_lifecycle_configuration: [],
  aws_s3_bucket_object_lock_configuration: ['rule'],
  aws_s3_bucket_ownership_controls: [],
  aws_s3_bucket_policy: [],
  aws_s3_bucket_public_access_block: ['block_public_policy'],
  aws_s3_bucket_replication_configuration: [],
  aws_s3_bucket_server_side_encryption_configuration: [],
  aws_s3_bucket_versioning: [],
  aws_secretsmanager_secret: ['name', 'recovery_window_in_days'],
  aws_security_group: ['name'],
  aws_sns_topic: ['name'],
  aws_sns_topic_policy: [],
  aws_sns_topic_subscription: ['endpoint'],
  aws_sqs_queue: ['name'],
  aws_sqs_queue_policy: [],
  aws_subnet: ['cidr_block', 'availability_zone', 'map_public_ip_on_launch'],
  aws_vpc: ['cidr_block'],
  aws_vpc_endpoint: ['service_name', 'vpc_endpoint_type'],
  aws_vpc_security_group_ingress_rule: ['cidr_ipv4', 'from_port'],
  aws_wafv2_web_acl: ['name', 'scope'],
  aws_wafv2_web_acl_logging_configuration: [],
  google_artifact_registry_repository: [
    'location',
    'repository_id',
    'docker_config.immutable_tags',
    'lifecycle.prevent_destroy',
  ],
  google_artifact_registry_repository_iam_member: ['repository', 'role'],
  google_bigquery_dataset: ['dataset_id', 'location', 'default_encryption_configuration', 'lifecycle.prevent_destroy'],
  google_bigquery_dataset_iam_member: ['role', 'member'],
  google_billing_budget: ['billing_account', 'amount', 'threshold_rules'],
  google_binary_authorization_attestor: ['name'],
  google_binary_authorization_attestor_iam_member: ['role', 'member'],
  google_binary_authorization_policy: [
    'admission_whitelist_patterns',
    'default_admission_rule.enforcement_mode',
    'cluster_admission_rules',
  ],
  google_certificate_manager_certificate: ['name', 'managed.domains'],
  google_certificate_manager_certificate_map: ['name'],
  google_certificate_manager_certificate_map_entry: ['name', 'hostname', 'matcher'],
  google_certificate_manager_dns_authorization: ['name', 'domain'],
  google_compute_backend_service: [
    'name',
    'protocol',
    'load_balancing_scheme',
    'backend',
    'security_policy',
    'log_config',
  ],
  google_compute_firewall: ['name', 'direction', 'allow', 'deny', 'source_ranges', 'destination_ranges'],
  google_compute_global_address: ['name', 'ip_version'],
  google_compute_global_forwarding_rule: ['name', 'port_range', 'load_balancing_scheme'],
  google_compute_health_check: ['name', 'check_interval_sec', 'http_health_check', 'https_health_check'],
  google_compute_network: ['name', 'auto_create_subnetworks'],
  google_compute_router: ['name', 'region'],
  google_compute_router_nat: ['name', 'source_subnetwork_ip_ranges_to_nat'],
  google_compute_security_policy: ['name', 'type', 'adaptive_protection_config', 'rule'],
  google_compute_ssl_policy: ['name', 'profile', 'min_tls_version'],
  google_compute_subnetwork: ['ip_cidr_range', 'region', 'private_ip_google_access', 'secondary_ip_range'],
  google_container_cluster: [
    'name',
    'location',
    'deletion_protection',
    'release_channel.channel',
    'datapath_provider',
    'database_encryption.state',
    'private_cluster_config.enable_private_nodes',
    'control_plane_endpoints_config.ip_endpoints_config.enabled',
    'logging_config.enable_components',
    'workload_identity_config.workload_pool',
    'enable_autopilot',
    'binary_authorization.evaluation_mode',
    'maintenance_policy',
    'cluster_autoscaling.resource_limits',
    'fleet',
  ],
  google_container_node_pool: [
    'name',
    'location',
    'node_config.machine_type',
    'node_config.spot',
    'node_config.disk_size_gb',
    'node_config.taint',
    'autoscaling.total_min_node_count',
    'autoscaling.total_max_node_count',
    'autoscaling.min_node_count',
    'autoscaling.max_node_count',
    'node_config.guest_accelerator',
    'node_config.sandbox_config',
    'node_config.confidential_nodes',
    'upgrade_settings.strategy',
  ],
  google_container_analysis_note: ['name'],
  google_container_analysis_note_iam_member: ['role', 'member'],
  google_dns_managed_zone: ['name', 'dns_name', 'visibility', 'dnssec_config.state', 'lifecycle.prevent_destroy'],
  google_dns_record_set: ['name', 'type', 'ttl', 'rrdatas'],
  google_gke_backup_backup_plan: [
    'name',
    'location',
    'backup_schedule.cron_schedule',
    'retention_policy',
    'lifecycle.prevent_destroy',
  ],
  google_gke_backup_restore_plan: ['name', 'location', 'restore_config.namespaced_resource_restore_mode'],
  google_kms_crypto_key: ['name', 'rotation_period', 'lifecycle.prevent_destroy'],
  google_kms_crypto_key_iam_member: ['role', 'member'],
  google_kms_key_ring: ['name', 'location'],
  google_logging_project_bucket_config: ['bucket_id', 'location', 'retention_days', 'lifecycle.prevent_destroy'],
  google_logging_project_sink: ['name', 'destination', 'filter'],
  google_monitoring_alert_policy: ['display_name', 'severity'],
  google_monitoring_dashboard: [],
  google_monitoring_notification_channel: ['type', 'labels'],
  google_monitoring_uptime_check_config: ['display_name', 'period'],
  google_project_iam_audit_config: ['service', 'audit_log_config'],
  google_project_iam_member: ['role', 'member'],
  google_project_service: ['service', 'disable_on_destroy'],
  google_pubsub_topic: ['name', 'kms_key_name'],
  google_pubsub_topic_iam_member: ['role', 'member'],
  google_secret_manager_secret: ['secret_id', 'deletion_protection'],
  google_secret_manager_secret_iam_member: ['secret_id', 'role', 'member'],
  google_service_account: ['account_id', 'display_name'],
  google_service_account_iam_member: ['role', 'member'],
};

/** What every block has and nobody reviews here: where it comes from, what it waits for, who makes it. */
const UNINTERESTING = ['//', 'depends_on', 'provider'];

/** A stack as a reviewer reads it: where its state lies, its providers, and a line for each resource. */
export function inventory(json: unknown): string {
  const providers = Object.entries(record(value(json, 'provider')));
  return [
    `state ${shown(value(json, 'terraform', 'backend'))}`,
    ...providers.flatMap(([name, own]) => list(own).map((provider) => `provider ${name} ${shown(provider)}`)),
    ...['data', 'resource'].flatMap((kind) => blocks(kind === 'data' ? 'data.' : '', value(json, kind))),
  ].join('\n');
}

function blocks(prefix: string, types: unknown): readonly string[] {
  return Object.entries(record(types)).flatMap(([type, named]) =>
    Object.entries(record(named)).map(([name, block]) => line(`${prefix}${type}.${name}`, type, record(block))),
  );
}

function line(address: string, type: string, block: TerraformBlock): string {
  const plain = Object.keys(block).filter((key) => !UNINTERESTING.includes(key));
  const settings = (SETTINGS[type] ?? plain).flatMap((path) => {
    const found = value(block, ...path.split('.'));
    return found === undefined ? [] : [`  ${path}: ${shown(found)}`];
  });
  return [address, ...settings].join('\n');
}

function shown(found: unknown): string {
  if (typeof found === 'string') return found.startsWith('{"Version"') ? statements(JSON.parse(found)) : found;
  if (Array.isArray(found) && found.every((entry) => typeof entry === 'string')) return `[${found.join(', ')}]`;
  return JSON.stringify(found);
}

/** The statements of an IAM policy: what they allow to whom, and when. */
function statements(policy: unknown): string {
  return list(policy, 'Statement')
    .map((statement) =>
      ['Effect', 'Principal', 'Action', 'Resource', 'Condition']
        .flatMap((key) => (value(statement, key) === undefined ? [] : [shown(value(statement, key))]))
        .join(' '),
    )
    .join('; ');
}

function record(found: unknown): TerraformBlock {
  return isRecord(found) ? found : {};
}
