import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { permissionRefusals, permittedActions, type ServiceIdentity } from '../../../core/service-identity';
import type { AwsConstructProps } from '../aws-construct';
import type { IEksCluster } from '../eks/eks-cluster-ref';
import { IamRole } from '../iam/iam-role';
import { secretReaderRoleName } from '../names';
import { secretReadStatements } from './permission-statements';

/** Properties for `SecretReaderRole`. */
export interface SecretReaderRoleProps extends AwsConstructProps {
  readonly system: string;
  readonly environment: string;
  readonly cluster: IEksCluster;
  /** Whose secrets are read; its permissions name them, and are `secret:read` alone. */
  readonly identity: ServiceIdentity;
  /** ARN of the one role that may assume this one: the External Secrets controller's on the same cluster. */
  readonly controllerRoleArn: string;
}

/**
 * The role in which External Secrets reads the secrets of one namespace, and of no other. Since the controller
 * serves every namespace, it is the role and not the controller that keeps them apart.
 *
 * Throws a `ConstructError` where the identity may read no secret, or do anything else.
 */
export class SecretReaderRole extends Construct {
  public readonly roleArn: string;
  /** What has to exist before the role can read. */
  public readonly grants: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: SecretReaderRoleProps) {
    super(scope, id);
    const { provider, cluster, identity, system, environment } = props;
    const secrets = secretsOf(identity);
    refuse(this.node.path, [
      secrets.length === 0
        ? { property: 'identity', rule: 'must name one secret at least', got: identity.name }
        : undefined,
      ...permissionRefusals('identity.permissions', identity.permissions),
      ...identity.permissions.map(({ action }) => readOnlyRefusal(action)),
    ]);

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
      statements: secretReadStatements(
        { system, environment, account: cluster.account, region: cluster.region },
        secrets,
      ),
    });

    this.roleArn = role.arn;
    this.grants = role.grants;
  }
}

function secretsOf(identity: ServiceIdentity): readonly string[] {
  const reading = permittedActions(identity.permissions).find(({ action }) => action === 'secret:read');
  return reading?.resources ?? [];
}

/** The role belongs to the controller, not to pods, which could not use another permission of it. */
function readOnlyRefusal(action: string): Refusal | undefined {
  if (action === 'secret:read') return undefined;
  return {
    property: 'identity.permissions',
    rule: 'must be secret:read alone',
    got: action,
    remedy: 'grant it through a WorkloadIdentity of its own',
  };
}
