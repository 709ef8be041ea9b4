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
  aws_eks_access_entry: { reason: 'eks/urls.py has no /access-entries' },
  aws_eks_access_policy_association: { reason: 'eks/urls.py has no /access-entries' },
  aws_eks_addon: { reason: 'eks/urls.py has no /addons' },
  aws_eks_capability: { reason: 'eks/urls.py has no /capabilities' },
  aws_eks_pod_identity_association: { reason: 'eks/urls.py has no /pod-identity-associations' },
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
  aws_eks_cluster: {
    attributes: ['access_config', 'upgrade_policy', 'zonal_shift_config'],
    reason: 'eks/responses.py create_cluster reads none of them, and eks/models.py Cluster keeps none',
  },
};
