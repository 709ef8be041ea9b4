import { SecretManagerSecretIamMember } from '@cdktf/provider-google/lib/secret-manager-secret-iam-member';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import { ServiceAccountIamMember } from '@cdktf/provider-google/lib/service-account-iam-member';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { isDnsLabel } from '../../../core/names';
import type { Permission, ServiceIdentity } from '../../../core/service-identity';
import type { IGkeCluster } from '../gke/gke-cluster-ref';
import { secretId, serviceAccountEmail, workloadServiceAccountId } from '../names';

/** Properties for `WorkloadIdentity`. */
export interface WorkloadIdentityProps {
  /** Cluster that the Kubernetes service account lives in. */
  readonly cluster: IGkeCluster;
  /** System whose secrets the permissions name. */
  readonly system: string;
  /** Environment whose secrets the permissions name. */
  readonly environment: string;
  readonly identity: ServiceIdentity;
}

/**
 * A service account of Google Cloud that exactly one Kubernetes service account may act as, with the permissions
 * of that identity and no others. Anybody who can make pods in the namespace can use it, so namespaces are
 * where access has to be kept apart.
 */
export class WorkloadIdentity extends Construct {
  /** E-mail address, as the annotation of the Kubernetes service account names it. */
  public readonly email: string;

  constructor(scope: Construct, id: string, props: WorkloadIdentityProps) {
    super(scope, id);

    const { cluster, identity } = props;
    refuse(this.node.path, [
      dnsLabelRefusal('identity.namespace', identity.namespace),
      dnsLabelRefusal('identity.serviceAccount', identity.serviceAccount),
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
    for (const secret of readableSecrets(identity.permissions)) {
      new SecretManagerSecretIamMember(this, `secret-${secret}`, {
        project: cluster.project,
        secretId: secretId(props.system, props.environment, secret),
        role: 'roles/secretmanager.secretAccessor',
        member: account.member,
      });
    }
  }
}

function readableSecrets(permissions: readonly Permission[]): readonly string[] {
  return [...new Set(permissions.flatMap((permission) => permission.secrets))].sort();
}

function dnsLabelRefusal(property: string, name: string): Refusal | undefined {
  if (isDnsLabel(name)) return undefined;
  return { property, rule: 'must be up to 63 lower-case letters, digits and dashes', got: name };
}
