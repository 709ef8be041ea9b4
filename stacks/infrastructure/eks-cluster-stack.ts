import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { Construct } from 'constructs';
import { EksAutoCluster } from '../../lib/cloud/aws/eks/eks-auto-cluster';
import { EksCluster } from '../../lib/cloud/aws/eks/eks-cluster';
import type { EksClusterBase } from '../../lib/cloud/aws/eks/eks-cluster-base';
import { ControllerIdentity, type ControllerGrant } from '../../lib/cloud/aws/identity/controller-identity';
import { ExternalSecretsIdentity } from '../../lib/cloud/aws/identity/external-secrets-identity';
import { WorkloadIdentity } from '../../lib/cloud/aws/identity/workload-identity';
import { logGroupName, queueArn, queueName } from '../../lib/cloud/aws/names';
import type { ClusterNetwork } from '../../lib/cloud/aws/network/cluster-network';
import { Vpc } from '../../lib/cloud/aws/network/vpc';
import { NODE_POOL_LABEL } from '../../lib/core/cluster';
import { kedaQueues } from '../../lib/core/model/keda-queues';
import { modelOn, secretReaders, serviceIdentities } from '../../lib/core/model/system-model';
import type { AwsClusterEnvironment } from '../../lib/environment/environment';
import { from, fromEach, gather } from '../origin';
import type { ResolvedCluster, ResolvedEnvironment } from '../resolve';
import { cachePrefixes } from './aws-caches';
import { addBackups } from './eks-backups';
import { EnvironmentStack, stackName } from './environment-stack';
import { environmentZone } from './route53-zone';

/** An EKS cluster with its network, capacity, identities and backups. */
export class EksClusterStack extends EnvironmentStack {
  constructor(
    scope: Construct,
    private readonly resolved: ResolvedEnvironment,
    private readonly cluster: ResolvedCluster,
    private readonly environment: AwsClusterEnvironment,
  ) {
    super(scope, stackName(resolved, cluster.name), resolved);
    const { account, region } = environment;
    new AwsProvider(this, 'aws', {
      region,
      allowedAccountIds: [account],
      defaultTags: [{ tags: this.labels }],
    });
    const origin = ['clusters', cluster.name];
    const network = from([...origin, 'network'], () => this.addNetwork());
    const eks = from(origin, () => this.addCluster(network));
    this.addSecretReaders(eks);
    this.addIdentities(eks);
    this.addScaler(eks);
    from([...origin, 'controllers'], () => this.addControllers(eks, network));
    from([...origin, 'backup'], () => addBackups(this, eks, environment, this.labels));
  }

  private addNetwork(): ClusterNetwork {
    const { account, region, zones, network, deletionProtection } = this.environment;
    if (network.existing !== undefined) return Vpc.fromAttributes(network.existing);
    const { clusterName } = this.cluster.contract;
    return new Vpc(this, 'Network', {
      ...{ ...network, account, region, clusterName, zones, deletionProtection },
      vpcName: clusterName,
    });
  }

  private addCluster(network: ClusterNetwork): EksClusterBase {
    const options = this.options(network);
    if (this.environment.mode === 'auto') return new EksAutoCluster(this, 'Cluster', options);
    const { nodePools, fargateProfiles = {}, karpenter } = this.environment;
    const origin = ['clusters', this.cluster.name];
    const eks = new EksCluster(this, 'Cluster', options);
    fromEach([...origin, 'nodePools'], nodePools, (name, { machineTypes, nodes, capacityReservation, ...pool }) => {
      eks.addNodeGroup(name, {
        ...pool,
        labels: { ...pool.labels, [NODE_POOL_LABEL]: name },
        instanceTypes: machineTypes,
        minNodes: nodes.min,
        maxNodes: nodes.max,
        capacityReservation: capacityReservation === undefined ? undefined : { id: capacityReservation },
      });
    });
    fromEach([...origin, 'fargateProfiles'], fargateProfiles, (name, profile) => {
      eks.addFargateProfile(name, profile);
    });
    if (karpenter === true) eks.addKarpenter();
    return eks;
  }

  /** What both kinds of cluster take. */
  private options(network: ClusterNetwork) {
    const { environment } = this;
    const { account, region, kubernetesVersion, upgradePolicy, zonalShift, logRetentionDays } = environment;
    const { administrators, accessEntries, breakGlass, publicAccessCidrs, oidcProvider } = environment;
    const { addons, argoCd, deletionProtection } = environment;
    return {
      ...{ account, region, network, kubernetesVersion, upgradePolicy, zonalShift, logRetentionDays },
      ...{ administrators, accessEntries, publicAccessCidrs, oidcProvider, addons, argoCd, deletionProtection },
      clusterName: this.cluster.contract.clusterName,
      breakGlassRole: breakGlass,
      pullThroughCaches: cachePrefixes(this.resolved),
      instanceTags: this.labels,
    };
  }

  private addSecretReaders(cluster: EksClusterBase): void {
    const { model } = this.resolved;
    const readers = secretReaders(model);
    if (readers.length === 0) return;
    new ExternalSecretsIdentity(this, 'ExternalSecrets', {
      ...{ cluster, readers },
      system: model.name,
      environment: model.environment,
    });
  }

  private addIdentities(cluster: EksClusterBase): void {
    const { model } = this.resolved;
    const { name: system, environment } = model;
    gather(serviceIdentities(model), (identity) =>
      from(['services', identity.serviceAccount], () => {
        new WorkloadIdentity(this, `identity-${identity.name}`, { cluster, identity, system, environment });
      }),
    );
  }

  /** KEDA reads how long the queues are that services are scaled by. */
  private addScaler(cluster: EksClusterBase): void {
    const { model } = this.resolved;
    const queues = kedaQueues(modelOn(model, this.cluster.name));
    if (queues.length === 0) return;
    const queueArns = queues.map((queue) =>
      queueArn(this.environment, queueName(model.name, model.environment, queue)),
    );
    new ControllerIdentity(this, 'controller-keda', { cluster, controller: { kind: 'keda', queueArns } });
  }

  private addControllers(cluster: EksClusterBase, network: ClusterNetwork): void {
    for (const kind of [...(this.environment.controllers ?? [])].sort()) {
      const controller = this.grant(kind, network);
      new ControllerIdentity(this, `controller-${kind}`, { cluster, controller });
    }
  }

  private grant(
    kind: NonNullable<AwsClusterEnvironment['controllers']>[number],
    { vpcId }: ClusterNetwork,
  ): ControllerGrant {
    const { name, environment } = this.resolved.model;
    switch (kind) {
      case 'cert-manager':
      case 'external-dns':
        return { kind, hostedZoneIds: [environmentZone(this, this.resolved).zoneId] };
      case 'fluent-bit':
        return { kind, logGroupName: logGroupName(name, environment) };
      case 'load-balancer-controller':
        return { kind, vpcId };
      case 'cloudwatch-agent':
      case 'cluster-autoscaler':
        return { kind };
    }
  }
}
