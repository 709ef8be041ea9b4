import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import { permissionRefusals, permittedActions, type ServiceIdentity } from '../../../core/service-identity';
import type { AwsConstructProps } from '../aws-construct';
import type { IEksCluster } from '../eks/eks-cluster-ref';
import { type DatabaseUsers, databaseUserRefusals } from './database-user';
import { permissionStatements, unsupportedPermissions } from './permission-statements';
import { PodIdentity } from './pod-identity';

/** Properties for `WorkloadIdentity`. */
export interface WorkloadIdentityProps extends AwsConstructProps {
  /** Cluster that the Kubernetes service account lives in. */
  readonly cluster: IEksCluster;
  /** System whose resources the permissions name. */
  readonly system: string;
  /** Environment whose resources the permissions name. */
  readonly environment: string;
  /** The Kubernetes service account, and what it may do in the cluster's account and region. */
  readonly identity: ServiceIdentity;
  /**
   * Whom it logs in as to the databases of its `database:connect`, by the names that the permissions call them by.
   *
   * @default {} - `database:connect` is refused
   */
  readonly databaseUsers?: DatabaseUsers;
  /**
   * ARN of a policy that bounds what the role may ever do, whatever else allows it.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
}

/**
 * A role that the pods of exactly one Kubernetes service account act as, with the permissions of that identity and
 * no others: the same intent as `WorkloadIdentity` of Google Cloud.
 *
 * Throws a `ConstructError` where there is no permission, or one that AWS cannot grant.
 */
export class WorkloadIdentity extends Construct {
  public readonly roleArn: string;
  /** What has to exist before the pods can use the identity. */
  public readonly grants: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: WorkloadIdentityProps) {
    super(scope, id);
    const { provider, cluster, system, environment, identity, permissionsBoundaryArn, databaseUsers = {} } = props;
    const { name, namespace, serviceAccount, permissions } = identity;
    const property = 'identity.permissions';
    const rule = 'must hold one permission at least';
    refuse(this.node.path, [
      permissions.length === 0 ? { property, rule, got: permissions, remedy: 'or leave the identity out' } : undefined,
      ...permissionRefusals(property, permissions),
      ...unsupportedPermissions(property, permissions, databaseUsers),
      ...databaseUserRefusals(databaseUsers, databasesOf(identity)),
    ]);

    const { account, region } = cluster;
    const pod = new PodIdentity(this, 'Resource', {
      ...{ provider, cluster, name, namespace, serviceAccount, permissionsBoundaryArn },
      statements: permissionStatements({ system, environment, account, region }, permissions, databaseUsers),
    });

    this.roleArn = pod.roleArn;
    this.grants = pod.grants;
  }
}

function databasesOf({ permissions }: ServiceIdentity): readonly string[] {
  return permittedActions(permissions).find(({ action }) => action === 'database:connect')?.resources ?? [];
}
