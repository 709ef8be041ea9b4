import type { Construct } from 'constructs';
import { GkeCluster } from '../../lib/cloud/google/gke/gke-cluster';
import { WorkloadIdentity } from '../../lib/cloud/google/identity/workload-identity';
import { repositoryId } from '../../lib/cloud/google/names';
import { VpcNetwork } from '../../lib/cloud/google/network/vpc-network';
import { CLUSTER_SERVICES, ProjectServices } from '../../lib/cloud/google/project-services';
import { registryImages, secretReaders, type SystemModel } from '../../lib/core/model/system-model';
import type { GoogleClusterEnvironment } from '../../lib/environment/environment';
import { fromEach } from '../origin';
import type { ResolvedCluster, ResolvedEnvironment } from '../resolve';
import { EnvironmentStack, stackName } from './environment-stack';
import { addGoogleProvider } from './google-provider';

/** A GKE cluster with its network, node pools and identities. */
export class GkeClusterStack extends EnvironmentStack {
  constructor(
    scope: Construct,
    resolved: ResolvedEnvironment,
    { name, contract }: ResolvedCluster,
    cluster: GoogleClusterEnvironment,
  ) {
    super(scope, stackName(resolved, name), resolved);
    const { project, region } = cluster;
    addGoogleProvider(this, this.labels, { project, region });
    new ProjectServices(this, 'Services', { project, services: CLUSTER_SERVICES }).requiredBy(this);
    const network = new VpcNetwork(this, 'Network', {
      ...{ project, region },
      name: contract.clusterName,
      cidr: ownRange(cluster),
    });
    const gke = new GkeCluster(this, 'Cluster', {
      network,
      name: contract.clusterName,
      location: contract.location,
      releaseChannel: cluster.releaseChannel,
      authorizedNetworks: cluster.authorizedNetworks,
      administrators: cluster.administrators,
      deletionProtection: cluster.deletionProtection,
      resourceLabels: this.labels,
      ...pullsFrom(resolved.model, cluster),
    });
    fromEach(['clusters', name, 'nodePools'], cluster.nodePools, (pool, options) => gke.addNodePool(pool, options));
    this.addIdentities(gke, resolved.model);
  }

  private addIdentities(cluster: GkeCluster, model: SystemModel): void {
    for (const identity of secretReaders(model)) {
      new WorkloadIdentity(this, `identity-${identity.name}`, {
        ...{ cluster, identity },
        system: model.name,
        environment: model.environment,
      });
    }
  }
}

/** The environment's own repository in the cluster's region, where images are pulled from it. */
function pullsFrom(
  model: SystemModel,
  { project, region }: GoogleClusterEnvironment,
): Pick<ConstructorParameters<typeof GkeCluster>[2], 'registry'> {
  if (registryImages(model).length === 0) return {};
  return { registry: { project, location: region, repositoryId: repositoryId(model.name, model.environment) } };
}

function ownRange({ network }: GoogleClusterEnvironment): string {
  if (network.shared !== undefined) throw new Error('shared networks come with the next commits');
  return network.cidr;
}
