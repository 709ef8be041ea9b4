import { EksPodIdentityAssociation } from '@cdktf/provider-aws/lib/eks-pod-identity-association';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type Refusal, refuse } from '../../../core/errors';
import { isDnsLabel } from '../../../core/names';
import type { AwsConstructProps } from '../aws-construct';
import type { IEksCluster } from '../eks/eks-cluster-ref';
import { IamRole } from '../iam/iam-role';
import type { PolicyStatement, PrincipalStatement } from '../iam/policy-document';
import { podIdentityRoleName } from '../names';

/** Options shared by `PodIdentity` and `EksCluster.addPodIdentity`. */
export interface PodIdentityOptions {
  readonly namespace: string;
  readonly serviceAccount: string;
  /**
   * What the pods may do.
   *
   * @default [] - nothing but the managed policies
   */
  readonly statements?: readonly PolicyStatement[];
  /**
   * Policies that AWS keeps, by name: `AmazonEKS_CNI_Policy`.
   *
   * @default []
   */
  readonly managedPolicies?: readonly string[];
  /**
   * ARN of a policy that bounds what the role may ever do, whatever else allows it.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
}

/** Properties for `PodIdentity`. */
export interface PodIdentityProps extends PodIdentityOptions, AwsConstructProps {
  readonly cluster: IEksCluster;
  /** Name of the identity, unique within the cluster; the role is `<cluster>-<name>`. */
  readonly name: string;
}

/**
 * Lets the pods of one Kubernetes service account act as a role of its own, without keys and without an OIDC
 * provider. The role trusts this cluster, namespace and service account, and no other.
 *
 * Throws a `ConstructError` where namespace or service account is none, or nothing is allowed.
 */
export class PodIdentity extends Construct {
  public readonly roleArn: string;
  /** What has to exist before the pods can use the identity. */
  public readonly grants: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: PodIdentityProps) {
    super(scope, id);
    refuse(this.node.path, refusals(props));
    const { provider, cluster, namespace, serviceAccount } = props;

    const role = new IamRole(this, 'Role', {
      provider,
      roleName: podIdentityRoleName(cluster.clusterName, props.name),
      description: `Pods of ${namespace}/${serviceAccount} on ${cluster.clusterName}`,
      trust: podTrust(cluster.clusterName, namespace, serviceAccount),
      managedPolicies: props.managedPolicies,
      statements: props.statements,
      permissionsBoundaryArn: props.permissionsBoundaryArn,
    });
    const association = new EksPodIdentityAssociation(this, 'Resource', {
      provider,
      clusterName: cluster.clusterNameRef,
      namespace,
      serviceAccount,
      roleArn: role.arn,
    });

    this.roleArn = role.arn;
    this.grants = [association, ...role.grants];
  }
}

/**
 * The conditions are what binds the role to the service account: without them any association of the account
 * could hand it to any pod.
 */
function podTrust(clusterName: string, namespace: string, serviceAccount: string): PrincipalStatement {
  return {
    sid: 'PodIdentity',
    principal: { service: 'pods.eks.amazonaws.com' },
    actions: ['sts:AssumeRole', 'sts:TagSession'],
    conditions: {
      StringEquals: {
        'aws:RequestTag/eks-cluster-name': [clusterName],
        'aws:RequestTag/kubernetes-namespace': [namespace],
        'aws:RequestTag/kubernetes-service-account': [serviceAccount],
      },
    },
  };
}

function refusals(props: PodIdentityProps): readonly (Refusal | undefined)[] {
  const { namespace, serviceAccount, statements = [], managedPolicies = [] } = props;
  const rule = 'must be lower-case letters, digits and dashes, 63 at most';
  return [
    isDnsLabel(namespace) ? undefined : { property: 'namespace', rule, got: namespace },
    isDnsLabel(serviceAccount) ? undefined : { property: 'serviceAccount', rule, got: serviceAccount },
    statements.length + managedPolicies.length > 0
      ? undefined
      : { property: 'statements', rule: 'must allow something', got: statements, remedy: 'or leave the identity out' },
  ];
}
