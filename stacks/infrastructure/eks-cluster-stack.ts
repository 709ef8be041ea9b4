import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { Construct } from 'constructs';
import { EksCluster } from '../../lib/cloud/aws/eks/eks-cluster';
import { ExternalSecretsIdentity } from '../../lib/cloud/aws/identity/external-secrets-identity';
import { Vpc } from '../../lib/cloud/aws/network/vpc';
import { secretReaders } from '../../lib/core/model/system-model';
import type { AwsClusterEnvironment } from '../../lib/environment/environment';
import type { ResolvedCluster, ResolvedEnvironment } from '../resolve';
import { EnvironmentStack, stackName } from './environment-stack';

/** An EKS cluster with its network, node groups and identities. */
export class EksClusterStack extends EnvironmentStack {
  constructor(
    scope: Construct,
    resolved: ResolvedEnvironment,
    { name, contract }: ResolvedCluster,
    cluster: AwsClusterEnvironment,
  ) {
    super(scope, stackName(resolved, name), resolved);
    const { account, region } = cluster;
    const { clusterName } = contract;
    new AwsProvider(this, 'aws', {
      region,
      allowedAccountIds: [account],
      defaultTags: [{ tags: this.labels }],
    });
    const network = new Vpc(this, 'Network', {
      ...{ account, region, clusterName },
      vpcName: clusterName,
      cidr: cluster.network.cidr,
      zones: cluster.zones,
      natGateways: cluster.network.natGateways,
    });
    const eks = new EksCluster(this, 'Cluster', {
      ...{ account, region, clusterName, network },
      kubernetesVersion: cluster.kubernetesVersion,
      administrators: cluster.administrators,
      publicAccessCidrs: cluster.publicAccessCidrs,
      deletionProtection: cluster.deletionProtection,
      instanceTags: this.labels,
    });
    addNodeGroups(eks, cluster);
    this.addIdentities(eks, resolved);
  }

  private addIdentities(cluster: EksCluster, { model }: ResolvedEnvironment): void {
    const readers = secretReaders(model);
    if (readers.length === 0) return;
    new ExternalSecretsIdentity(this, 'ExternalSecrets', {
      ...{ cluster, readers },
      system: model.name,
      environment: model.environment,
    });
  }
}

function addNodeGroups(eks: EksCluster, { nodePools }: AwsClusterEnvironment): void {
  for (const [name, { machineTypes, nodes, ...pool }] of Object.entries(nodePools)) {
    eks.addNodeGroup(name, { ...pool, instanceTypes: machineTypes, minNodes: nodes.min, maxNodes: nodes.max });
  }
}
