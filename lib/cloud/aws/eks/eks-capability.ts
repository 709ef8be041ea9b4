import { EksCapability as EksCapabilityResource } from '@cdktf/provider-aws/lib/eks-capability';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type Refusal, refuse } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';
import { IamRole } from '../iam/iam-role';
import type { PolicyStatement } from '../iam/policy-document';
import { capabilityRoleName } from '../names';
import { type AccessPolicies, associatePolicies, policiesRefusals } from './eks-access-entry';
import { argoCd, argoCdPolicies, argoCdRefusals, type EksArgoCdOptions } from './eks-argo-cd';
import type { IEksCluster } from './eks-cluster-ref';

/** Argo CD: deploys to this cluster, and to others, what a Git repository says. */
export interface ArgoCdCapability {
  readonly type: 'ARGOCD';
  readonly argoCd: EksArgoCdOptions;
}

/** AWS Controllers for Kubernetes (`ACK`), or Kube Resource Orchestrator (`KRO`), which need no configuration. */
export interface PlainCapability {
  readonly type: 'ACK' | 'KRO';
  /**
   * What the capability may do on its cluster beyond its own objects, by EKS' access policies.
   *
   * @default {} - nothing
   */
  readonly policies?: AccessPolicies;
}

/** Properties for `EksCapability`. */
export type EksCapabilityProps = AwsConstructProps &
  (ArgoCdCapability | PlainCapability) & {
    readonly cluster: IEksCluster;
    /**
     * Name of the capability, unique within the cluster.
     *
     * @default - its type in lower case
     */
    readonly name?: string;
    /**
     * What the capability may do in AWS. Argo CD needs nothing for repositories that are public, KRO nothing at all.
     *
     * @default [] - nothing
     */
    readonly statements?: readonly PolicyStatement[];
    /**
     * What has to exist before the capability.
     *
     * @default []
     */
    readonly dependsOn?: readonly ITerraformDependable[];
  };

/**
 * A controller that AWS runs for a cluster, outside of it: nothing of it takes room on the nodes. It enters the
 * cluster in a role of its own, for which EKS makes the access entry. What it made stays when it goes.
 *
 * Throws a `ConstructError` where the name or the configuration cannot work.
 */
export class EksCapability extends Construct {
  /** Role that the capability acts as, for access entries on the other clusters that it works on. */
  public readonly roleArn: string;
  /** What waits for the capability depends on it. */
  public readonly resource: ITerraformDependable;

  constructor(scope: Construct, id: string, props: EksCapabilityProps) {
    super(scope, id);
    const { provider, cluster, type, name = type.toLowerCase() } = props;
    refuse(this.node.path, [nameRefusal(name), ...configurationRefusals(props)]);

    const role = new IamRole(this, 'Role', {
      provider,
      roleName: capabilityRoleName(cluster.clusterName, name),
      description: `Capability ${name} of ${cluster.clusterName}`,
      // Without a condition on its source: EKS documents none for capabilities, and refuses a role that it cannot take.
      // https://docs.aws.amazon.com/eks/latest/userguide/capability-role.html
      trust: {
        sid: 'Capability',
        principal: { service: 'capabilities.eks.amazonaws.com' },
        actions: ['sts:AssumeRole', 'sts:TagSession'],
      },
      statements: props.statements,
    });
    const capability = new EksCapabilityResource(this, 'Resource', {
      provider,
      clusterName: cluster.clusterNameRef,
      capabilityName: name,
      type,
      roleArn: role.arn,
      // All that EKS knows: what the capability made stays, and its owner clears it away before.
      deletePropagationPolicy: 'RETAIN',
      ...(props.type === 'ARGOCD' ? { configuration: [{ argoCd: [argoCd(props.argoCd)] }] } : {}),
      dependsOn: [...role.grants, ...(props.dependsOn ?? [])],
    });
    associatePolicies(this, {
      ...{ provider, cluster },
      principalArn: role.arn,
      policies: props.type === 'ARGOCD' ? argoCdPolicies(props.argoCd) : (props.policies ?? {}),
      // EKS makes the access entry together with the capability.
      dependsOn: [capability],
    });

    this.roleArn = role.arn;
    this.resource = capability;
  }
}

function configurationRefusals(props: EksCapabilityProps): readonly (Refusal | undefined)[] {
  return props.type === 'ARGOCD'
    ? argoCdRefusals('argoCd.', props.argoCd)
    : policiesRefusals('policies', props.policies ?? {});
}

function nameRefusal(got: string): Refusal | undefined {
  if (/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(got)) return undefined;
  return { property: 'name', rule: 'must be letters, digits, dashes and underscores, 100 at most', got };
}
