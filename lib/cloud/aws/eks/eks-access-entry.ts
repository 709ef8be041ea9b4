import { EksAccessEntry as EksAccessEntryResource } from '@cdktf/provider-aws/lib/eks-access-entry';
import { EksAccessPolicyAssociation } from '@cdktf/provider-aws/lib/eks-access-policy-association';
import { type ITerraformDependable, Token } from 'cdktf';
import { Construct } from 'constructs';
import { type Refusal, refuse } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';
import { ACCESS_POLICIES, accessPolicyArn, isAccessPolicy, type AccessPolicyName } from './access-policies';
import type { IEksCluster } from './eks-cluster-ref';
import { principalArnRefusal } from './eks-principals';

/** A namespace, in which `*` stands for others. */
const NAMESPACE = /^[a-z0-9*]([a-z0-9*-]{0,61}[a-z0-9*])?$/;

/** Where an access policy holds: on the whole cluster, or in the namespaces named, in which `*` stands for others. */
export type AccessScope = 'cluster' | readonly string[];

/** Access policies by name, and where each holds. */
export type AccessPolicies = Readonly<Partial<Record<AccessPolicyName, AccessScope>>>;

/** Options shared by `EksAccessEntry` and `accessEntries` of a cluster. */
export interface EksAccessEntryOptions {
  /** ARN of the IAM role or user; a role is to be preferred, since its credentials end by themselves. */
  readonly principalArn: string;
  /**
   * What EKS allows the principal, by the names of its access policies, and where.
   *
   * @default {} - nothing but what `kubernetesGroups` are bound to
   */
  readonly policies?: AccessPolicies;
  /**
   * Groups that the principal is of, for role bindings on the cluster.
   *
   * @default []
   */
  readonly kubernetesGroups?: readonly string[];
}

/** Properties for `EksAccessEntry`. */
export interface EksAccessEntryProps extends EksAccessEntryOptions, AwsConstructProps {
  readonly cluster: IEksCluster;
}

/**
 * Lets an IAM role or user into a cluster.
 *
 * Throws a `ConstructError` where the principal, a policy, a namespace or a group cannot work.
 */
export class EksAccessEntry extends Construct {
  constructor(scope: Construct, id: string, props: EksAccessEntryProps) {
    super(scope, id);
    refuse(this.node.path, accessEntryRefusals('', props));
    const { provider, cluster, policies = {}, kubernetesGroups = [] } = props;

    const entry = new EksAccessEntryResource(this, 'Resource', {
      provider,
      clusterName: cluster.clusterNameRef,
      principalArn: props.principalArn,
      type: 'STANDARD',
      ...(kubernetesGroups.length > 0 ? { kubernetesGroups: [...new Set(kubernetesGroups)].sort() } : {}),
    });
    associatePolicies(this, { provider, cluster, principalArn: entry.principalArn, policies });
  }
}

/** Lets the principal of an entry that is there do what access policies allow, keyed by policy. */
export function associatePolicies(
  scope: Construct,
  props: AwsConstructProps & {
    readonly cluster: IEksCluster;
    readonly principalArn: string;
    readonly policies: AccessPolicies;
    readonly dependsOn?: readonly ITerraformDependable[];
  },
): void {
  const { provider, cluster, principalArn, policies, dependsOn } = props;
  for (const policy of ACCESS_POLICIES) {
    const where = policies[policy];
    if (where === undefined) continue;
    new EksAccessPolicyAssociation(scope, policy, {
      provider,
      clusterName: cluster.clusterNameRef,
      principalArn,
      policyArn: accessPolicyArn(policy),
      accessScope:
        where === 'cluster' ? { type: 'cluster' } : { type: 'namespace', namespaces: [...new Set(where)].sort() },
      ...(dependsOn === undefined ? {} : { dependsOn: [...dependsOn] }),
    });
  }
}

/** What keeps a principal from being let in as asked; `prefix` goes before the properties' names. */
export function accessEntryRefusals(prefix: string, options: EksAccessEntryOptions): readonly (Refusal | undefined)[] {
  const { principalArn, policies = {}, kubernetesGroups = [] } = options;
  return [
    principalArnRefusal(`${prefix}principalArn`, principalArn),
    Object.keys(policies).length + kubernetesGroups.length > 0
      ? undefined
      : {
          property: `${prefix}policies`,
          rule: 'must allow something',
          got: policies,
          remedy: 'or name kubernetesGroups, or leave the entry out',
        },
    ...policiesRefusals(`${prefix}policies`, policies),
    ...kubernetesGroups.map((group) => groupRefusal(`${prefix}kubernetesGroups`, group)),
  ];
}

/** Refuses policies that EKS does not know, and places that are none. */
export function policiesRefusals(property: string, policies: AccessPolicies): readonly (Refusal | undefined)[] {
  return Object.entries(policies).flatMap(([policy, where]) => policyRefusals(property, policy, where));
}

function policyRefusals(property: string, policy: string, where: AccessScope): readonly (Refusal | undefined)[] {
  const known = isAccessPolicy(policy)
    ? undefined
    : { property, rule: 'must be access policies of EKS such as AmazonEKSViewPolicy', got: policy };
  if (where === 'cluster') return [known];
  const scope = `${property}.${policy}`;
  return [
    known,
    where.length === 0
      ? { property: scope, rule: 'must name one namespace at least', got: where, remedy: 'or be cluster' }
      : undefined,
    ...where
      .filter((namespace) => !Token.isUnresolved(namespace) && !NAMESPACE.test(namespace))
      .map((got) => ({ property: scope, rule: 'must hold namespaces, in which * stands for others', got })),
  ];
}

/** Kubernetes gives its own groups, `system:masters` above all, by other means, and EKS takes none of them. */
function groupRefusal(property: string, got: string): Refusal | undefined {
  if (Token.isUnresolved(got)) return undefined;
  if (got.startsWith('system:')) {
    const remedy = 'name an access policy, such as AmazonEKSClusterAdminPolicy, or a group of your own';
    return { property, rule: 'must not begin with system:, which EKS refuses', got, remedy };
  }
  return /^\S+$/.test(got) ? undefined : { property, rule: 'must hold names of groups without blanks', got };
}
