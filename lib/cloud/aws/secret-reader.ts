import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse } from '../../core/errors';
import type { ServiceIdentity } from '../../core/service-identity';
import type { AwsConstructProps, AwsPlace } from './aws-construct';
import type { IEksCluster } from './eks-cluster-ref';
import { IamRole } from './iam-role';
import { secretArnPattern, secretName, secretReaderRoleName, secretsKeyAlias } from './names';
import type { PolicyStatement } from './policy-document';

/** Properties for `SecretReaderRole`. */
export interface SecretReaderRoleProps extends AwsConstructProps {
  readonly system: string;
  readonly environment: string;
  readonly cluster: IEksCluster;
  /** Whose secrets are read; its permissions name them. */
  readonly identity: ServiceIdentity;
  /** ARN of the one role that may assume this one: the External Secrets controller's on the same cluster. */
  readonly controllerRoleArn: string;
}

/**
 * The role in which External Secrets reads the secrets of one namespace, and of no other. Since the controller
 * serves every namespace, it is the role and not the controller that keeps them apart.
 *
 * Throws a `ConstructError` where the identity may read no secret.
 */
export class SecretReaderRole extends Construct {
  public readonly roleArn: string;
  /** What has to exist before the role can read. */
  public readonly grants: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: SecretReaderRoleProps) {
    super(scope, id);
    const { provider, cluster, identity, system, environment } = props;
    const secrets = secretsOf(identity);
    const rule = 'must name one secret at least';
    refuse(this.node.path, [secrets.length === 0 ? { property: 'identity', rule, got: identity.name } : undefined]);

    const role = new IamRole(this, 'Role', {
      provider,
      roleName: secretReaderRoleName(cluster.clusterName, identity.namespace),
      description: `Secrets of ${identity.namespace} on ${cluster.clusterName}`,
      trust: {
        sid: 'ExternalSecrets',
        principal: { arn: props.controllerRoleArn },
        // Pod Identity tags the controller's session, and the tags go on with it.
        actions: ['sts:AssumeRole', 'sts:TagSession'],
      },
      statements: [
        {
          sid: 'ReadSecrets',
          actions: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
          resources: secrets.map((secret) => secretArnPattern(cluster, secretName(system, environment, secret))),
        },
        decryptStatement(cluster, secretsKeyAlias(system, environment)),
      ],
    });

    this.roleArn = role.arn;
    this.grants = role.grants;
  }
}

function secretsOf(identity: ServiceIdentity): readonly string[] {
  return [...new Set(identity.permissions.flatMap(({ secrets }) => secrets))].sort();
}

function decryptStatement({ account, region }: AwsPlace, keyAlias: string): PolicyStatement {
  return {
    sid: 'DecryptSecrets',
    actions: ['kms:Decrypt'],
    resources: [`arn:aws:kms:${region}:${account}:key/*`],
    conditions: {
      'ForAnyValue:StringEquals': { 'kms:ResourceAliases': [keyAlias] },
      StringEquals: { 'kms:ViaService': [`secretsmanager.${region}.amazonaws.com`] },
    },
    wildcard: 'IAM knows no alias as a resource; the condition names it, and the key lives in another stack',
  };
}
