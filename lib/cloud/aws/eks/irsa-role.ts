import { Fn, type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type Refusal, refuse } from '../../../core/errors';
import { isDnsLabel } from '../../../core/names';
import type { AwsConstructProps } from '../aws-construct';
import type { PodIdentityOptions } from '../identity/pod-identity';
import { podIdentityRoleName } from '../names';
import type { IEksCluster } from './eks-cluster-ref';
import { type IEksIdentityProvider, TOKEN_AUDIENCE } from './eks-identity-provider';
import { TrustedRole } from './trusted-role';

/** Properties for `IrsaRole`. */
export interface IrsaRoleProps extends PodIdentityOptions, AwsConstructProps {
  readonly cluster: IEksCluster;
  /** What vouches for the cluster's pods: `identityProvider` of a cluster with `oidcProvider`. */
  readonly identityProvider: IEksIdentityProvider;
  /** Name of the identity, unique within the cluster; the role is `<cluster>-<name>`. */
  readonly name: string;
}

/**
 * A role that the pods of one Kubernetes service account get by their token: "IAM roles for service accounts". The
 * service account needs the annotation `eks.amazonaws.com/role-arn`. It is for pods that Pod Identity does not reach,
 * those on Fargate above all.
 *
 * Throws a `ConstructError` where namespace or service account is none, or nothing is allowed.
 */
export class IrsaRole extends Construct {
  public readonly roleArn: string;
  /** What has to exist before the pods can use the role. */
  public readonly grants: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: IrsaRoleProps) {
    super(scope, id);
    refuse(this.node.path, refusals(props));
    const { provider, cluster, identityProvider, namespace, serviceAccount } = props;
    const issuer = Fn.replace(identityProvider.issuer, 'https://', '');

    const role = new TrustedRole(this, 'Role', {
      provider,
      roleName: podIdentityRoleName(cluster.clusterName, props.name),
      description: `Pods of ${namespace}/${serviceAccount} on ${cluster.clusterName}`,
      trusted: { federated: identityProvider.oidcProviderArn },
      conditions: {
        StringEquals: {
          [`${issuer}:aud`]: [TOKEN_AUDIENCE],
          [`${issuer}:sub`]: [`system:serviceaccount:${namespace}:${serviceAccount}`],
        },
      },
      managedPolicies: props.managedPolicies,
      statements: props.statements,
    });

    this.roleArn = role.arn;
    this.grants = role.grants;
  }
}

function refusals(props: IrsaRoleProps): readonly (Refusal | undefined)[] {
  const { namespace, serviceAccount, statements = [], managedPolicies = [] } = props;
  const rule = 'must be lower-case letters, digits and dashes, 63 at most';
  return [
    isDnsLabel(namespace) ? undefined : { property: 'namespace', rule, got: namespace },
    isDnsLabel(serviceAccount) ? undefined : { property: 'serviceAccount', rule, got: serviceAccount },
    statements.length + managedPolicies.length > 0
      ? undefined
      : { property: 'statements', rule: 'must allow something', got: statements, remedy: 'or leave the role out' },
  ];
}
