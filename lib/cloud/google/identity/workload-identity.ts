import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import { ServiceAccountIamMember } from '@cdktf/provider-google/lib/service-account-iam-member';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { isDnsLabel } from '../../../core/names';
import { permissionRefusals, permittedActions, type ServiceIdentity } from '../../../core/service-identity';
import type { IGkeCluster } from '../gke/gke-cluster-ref';
import { serviceAccountEmail, workloadServiceAccountId } from '../names';
import { grantPermission } from './permission-grants';

/** Properties for `WorkloadIdentity`. */
export interface WorkloadIdentityProps {
  /** Cluster that the Kubernetes service account lives in, Standard or Autopilot. */
  readonly cluster: Pick<IGkeCluster, 'clusterName' | 'project' | 'workloadPool' | 'dependable'>;
  /** System whose resources the permissions name. */
  readonly system: string;
  /** Environment whose resources the permissions name. */
  readonly environment: string;
  /** The Kubernetes service account, and what it may do in the cluster's project. */
  readonly identity: ServiceIdentity;
}

/**
 * A service account of Google Cloud that exactly one Kubernetes service account may act as, with the permissions
 * of that identity and no others. It has no keys, and none can be asked for here. Anybody who can make pods in the
 * namespace can use it, so namespaces are where access has to be kept apart.
 */
export class WorkloadIdentity extends Construct {
  /** E-mail address, as the annotation of the Kubernetes service account names it. */
  public readonly email: string;

  constructor(scope: Construct, id: string, props: WorkloadIdentityProps) {
    super(scope, id);

    const { cluster, system, environment, identity } = props;
    refuse(this.node.path, [
      dnsLabelRefusal('identity.namespace', identity.namespace),
      dnsLabelRefusal('identity.serviceAccount', identity.serviceAccount),
      ...permissionRefusals('identity.permissions', identity.permissions),
    ]);

    const accountId = workloadServiceAccountId(cluster.clusterName, identity.name);
    this.email = serviceAccountEmail(accountId, cluster.project);
    const account = new ServiceAccount(this, 'Resource', {
      project: cluster.project,
      accountId,
      displayName: `${identity.namespace}/${identity.serviceAccount} on ${cluster.clusterName}`,
    });
    new ServiceAccountIamMember(this, 'Impersonation', {
      serviceAccountId: account.name,
      role: 'roles/iam.workloadIdentityUser',
      member: `serviceAccount:${cluster.workloadPool}[${identity.namespace}/${identity.serviceAccount}]`,
      // The pool that the member belongs to comes into being with the project's first cluster.
      dependsOn: [cluster.dependable],
    });
    const grantee = { system, environment, project: cluster.project, member: account.member };
    for (const permitted of permittedActions(identity.permissions)) grantPermission(this, grantee, permitted);
  }
}

function dnsLabelRefusal(property: string, name: string): Refusal | undefined {
  if (isDnsLabel(name)) return undefined;
  return { property, rule: 'must be up to 63 lower-case letters, digits and dashes', got: name };
}
