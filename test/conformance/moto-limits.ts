/** A resource that moto has no answer for. */
export interface MissingResource {
  /** What moto says, and where that is seen in its source. */
  readonly reason: string;
}

/** Arguments that moto forgets or answers with others than it was given, so that Terraform sees a change. */
export interface MotoFault {
  /** Names as Terraform's `ignore_changes` takes them. */
  readonly attributes: readonly string[];
  /** What moto does, and where that is seen in its source. */
  readonly reason: string;
}

/** Types of resources that moto 5.2.5 does not implement. They are planned, and left out of what is applied. */
export const NOT_IN_MOTO: Readonly<Record<string, MissingResource>> = {
  aws_autoscaling_group_tag: { reason: 'eks/models.py Nodegroup makes no Auto Scaling group that could be tagged' },
  aws_budgets_budget: { reason: 'budgets/responses.py has no describe_subscribers_for_notification' },
  aws_cloudwatch_dashboard: { reason: 'cloudwatch/urls.py serves / alone, and clients of 2026 call /service/…' },
  aws_cloudwatch_metric_alarm: { reason: 'cloudwatch/urls.py serves / alone, and clients of 2026 call /service/…' },
  aws_ec2_tag: { reason: 'eks/models.py Cluster has no security group that could be tagged' },
  aws_ecr_pull_through_cache_rule: { reason: 'ecr/responses.py has no create_pull_through_cache_rule' },
  aws_ecr_repository_creation_template: { reason: 'ecr/responses.py has no create_repository_creation_template' },
  aws_eks_access_entry: { reason: 'eks/urls.py has no /access-entries' },
  aws_eks_access_policy_association: { reason: 'eks/urls.py has no /access-entries' },
  aws_eks_addon: { reason: 'eks/urls.py has no /addons' },
  aws_eks_capability: { reason: 'eks/urls.py has no /capabilities' },
  aws_eks_pod_identity_association: { reason: 'eks/urls.py has no /pod-identity-associations' },
  aws_guardduty_detector_feature: { reason: 'guardduty/models.py update_detector overwrites all features with one' },
  aws_placement_group: { reason: 'ec2/responses/__init__.py has no CreatePlacementGroup' },
  aws_route53_hosted_zone_dnssec: { reason: 'route53/responses.py knows of DNSSEC only how to ask for it' },
  aws_route53_key_signing_key: { reason: 'route53/responses.py knows of DNSSEC only how to ask for it' },
  aws_route53_query_log: { reason: 'route53/models.py wants :* after the ARN of a log group, where AWS wants none' },
};

/** Arguments that moto 5.2.5 cannot be given. They are planned, and left out of what is applied. */
export const ARGUMENTS_NOT_IN_MOTO: Readonly<Record<string, MotoFault>> = {
  aws_subnet: {
    attributes: ['assign_ipv6_address_on_creation', 'ipv6_cidr_block'],
    reason:
      'ec2/models/subnets.py get_filter_value knows no ipv6-cidr-block-association.association-id, and answers 500',
  },
};

/** What moto 5.2.5 gets wrong. Nothing else may differ when a stack is planned a second time. */
export const MOTO_FAULTS: Readonly<Record<string, MotoFault>> = {
  aws_acm_certificate: {
    attributes: ['key_algorithm'],
    reason: 'acm/models.py makes a key of RSA with 2048 bits, whatever it is asked for',
  },
  aws_eks_cluster: {
    attributes: [
      'access_config',
      'compute_config',
      'control_plane_scaling_config',
      'deletion_protection',
      'storage_config',
      'upgrade_policy',
      'zonal_shift_config',
    ],
    reason: 'eks/responses.py create_cluster reads none of them, and eks/models.py Cluster keeps none',
  },
  aws_eks_node_group: {
    attributes: ['launch_template', 'node_repair_config', 'remote_access', 'update_config'],
    reason:
      'eks/models.py puts DEFAULT_REMOTE_ACCESS in, eks/responses.py create_nodegroup does not read update_config and ' +
      'node_repair_config, and the launch template has another version: see aws_launch_template',
  },
  aws_launch_template: {
    attributes: ['tag_specifications'],
    reason: "ec2/responses/launch_templates.py puts the template's own tags among those of what it starts",
  },
  aws_s3_bucket: {
    attributes: ['tags', 'tags_all'],
    reason: 's3/responses.py create_bucket reads the location of its configuration, and not its tags',
  },
  aws_s3_bucket_replication_configuration: {
    attributes: ['rule'],
    reason: 's3/responses.py answers Disabled of delete markers, and drops the criteria of what is copied',
  },
  aws_secretsmanager_secret: {
    attributes: ['replica'],
    reason: 'secretsmanager/models.py says alias/aws/secretsmanager of the key of each replica',
  },
};
