import { DataAwsEksCluster } from '@cdktf/provider-aws/lib/data-aws-eks-cluster';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { DataGoogleContainerCluster } from '@cdktf/provider-google/lib/data-google-container-cluster';
import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { NamespaceV1 } from '@cdktf/provider-kubernetes/lib/namespace-v1';
import { KubernetesProvider } from '@cdktf/provider-kubernetes/lib/provider';
import { Fn } from 'cdktf';
import type { Construct } from 'constructs';
import type { AwsClusterEnvironment, GoogleClusterEnvironment } from '../../lib/environment/environment';
import { podSecurityLabels } from '../../lib/platform/tenancy/tenant-namespace';
import type { ResolvedCluster, ResolvedEnvironment } from '../resolve';
import { EnvironmentStack, stackName } from './environment-stack';

/** Namespace of the GitOps engine. */
const GITOPS_NAMESPACE = 'argocd';

const EXEC_API = 'client.authentication.k8s.io/v1beta1';

/**
 * What has to be on a cluster before GitOps takes over: the namespace of its engine. It stands apart from the
 * stack that makes the cluster, because the Kubernetes provider needs an API server when it plans. Credentials
 * are fetched by the cloud's own command at every run and stay out of the state.
 */
export class BootstrapStack extends EnvironmentStack {
  constructor(scope: Construct, resolved: ResolvedEnvironment, cluster: ResolvedCluster) {
    super(scope, stackName(resolved, cluster.name, 'bootstrap'), resolved);
    const { environment, contract } = cluster;
    if (environment.cloud === 'aws') this.connectToEks(environment, contract.clusterName);
    else this.connectToGke(environment, contract.clusterName, contract.location);
    new NamespaceV1(this, 'GitopsNamespace', {
      metadata: { name: GITOPS_NAMESPACE, labels: { ...this.labels, ...podSecurityLabels() } },
    });
  }

  private connectToEks({ account, region }: AwsClusterEnvironment, clusterName: string): void {
    new AwsProvider(this, 'aws', { region, allowedAccountIds: [account] });
    const cluster = new DataAwsEksCluster(this, 'Cluster', { name: clusterName });
    new KubernetesProvider(this, 'kubernetes', {
      host: cluster.endpoint,
      clusterCaCertificate: Fn.base64decode(cluster.certificateAuthority.get(0).data),
      exec: [
        {
          apiVersion: EXEC_API,
          command: 'aws',
          args: ['eks', 'get-token', '--cluster-name', clusterName, '--region', region],
        },
      ],
    });
  }

  /** Through the DNS endpoint, whose certificate is a public one. */
  private connectToGke({ project, region }: GoogleClusterEnvironment, clusterName: string, location: string): void {
    new GoogleProvider(this, 'google', { project, region });
    const cluster = new DataGoogleContainerCluster(this, 'Cluster', { project, location, name: clusterName });
    const endpoint = cluster.controlPlaneEndpointsConfig.get(0).dnsEndpointConfig.get(0).endpoint;
    new KubernetesProvider(this, 'kubernetes', {
      host: `https://${endpoint}`,
      exec: [{ apiVersion: EXEC_API, command: 'gke-gcloud-auth-plugin' }],
    });
  }
}
