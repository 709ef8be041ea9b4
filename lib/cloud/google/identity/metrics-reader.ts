import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import { ServiceAccountIamMember } from '@cdktf/provider-google/lib/service-account-iam-member';
import { Construct } from 'constructs';
import type { IGkeCluster } from '../gke/gke-cluster-ref';
import { serviceAccountEmail, workloadServiceAccountId } from '../names';

/** Properties for `MetricsReader`. */
export interface MetricsReaderProps {
  /** Cluster that the reader runs on. */
  readonly cluster: Pick<IGkeCluster, 'clusterName' | 'project' | 'workloadPool' | 'dependable'>;
  /** Name by which the cluster's identities are told apart. */
  readonly name: string;
  /** Namespace of the Kubernetes service account. */
  readonly namespace: string;
  readonly serviceAccount: string;
}

/**
 * A service account of Google Cloud that reads the metrics of a project, such as how many messages wait in a queue.
 * Cloud Monitoring grants nothing narrower than a project's metrics:
 * https://cloud.google.com/monitoring/access-control. KEDA's scaler for Pub/Sub asks there:
 * https://keda.sh/docs/latest/scalers/gcp-pub-sub/.
 */
export class MetricsReader extends Construct {
  /** E-mail address, as the annotation of the Kubernetes service account names it. */
  public readonly email: string;

  constructor(scope: Construct, id: string, props: MetricsReaderProps) {
    super(scope, id);
    const { cluster, name, namespace, serviceAccount } = props;
    const { project, clusterName, workloadPool } = cluster;
    const accountId = workloadServiceAccountId(clusterName, name);
    this.email = serviceAccountEmail(accountId, project);
    const account = new ServiceAccount(this, 'Resource', {
      ...{ project, accountId },
      displayName: `${namespace}/${serviceAccount} on ${clusterName}`,
    });
    new ServiceAccountIamMember(this, 'Impersonation', {
      serviceAccountId: account.name,
      role: 'roles/iam.workloadIdentityUser',
      member: `serviceAccount:${workloadPool}[${namespace}/${serviceAccount}]`,
      // The pool that the member belongs to comes into being with the project's first cluster.
      dependsOn: [cluster.dependable],
    });
    new ProjectIamMember(this, 'Metrics', { project, role: 'roles/monitoring.viewer', member: account.member });
  }
}
