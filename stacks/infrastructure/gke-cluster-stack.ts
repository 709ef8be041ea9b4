import type { Construct } from 'constructs';
import { BackupPlan } from '../../lib/cloud/google/backup/backup-plan';
import { RestorePlan } from '../../lib/cloud/google/backup/restore-plan';
import { FleetMembership } from '../../lib/cloud/google/fleet/fleet-membership';
import { MeshMember } from '../../lib/cloud/google/fleet/mesh-member';
import { GkeAutopilotCluster } from '../../lib/cloud/google/gke/gke-autopilot-cluster';
import { GkeCluster, type GkeClusterProps } from '../../lib/cloud/google/gke/gke-cluster';
import type { GkeClusterBase } from '../../lib/cloud/google/gke/gke-cluster-base';
import type { IGkeCluster } from '../../lib/cloud/google/gke/gke-cluster-ref';
import type { GkeNodeIdentity } from '../../lib/cloud/google/gke/gke-node-identity';
import { MetricsReader } from '../../lib/cloud/google/identity/metrics-reader';
import { WorkloadIdentity } from '../../lib/cloud/google/identity/workload-identity';
import { KmsKeyRing } from '../../lib/cloud/google/keys/kms-key-ring';
import { backupName, remoteRepositoryId, repositoryId } from '../../lib/cloud/google/names';
import type { IVpcNetwork } from '../../lib/cloud/google/network/network-ref';
import { VpcNetwork } from '../../lib/cloud/google/network/vpc-network';
import { CLUSTER_SERVICES, ProjectServices } from '../../lib/cloud/google/project-services';
import { NODE_POOL_LABEL } from '../../lib/core/cluster';
import { kedaQueues } from '../../lib/core/model/keda-queues';
import {
  modelOn,
  registryImages,
  secretReaders,
  serviceIdentities,
  type SystemModel,
} from '../../lib/core/model/system-model';
import type { ServiceIdentity } from '../../lib/core/service-identity';
import type { GoogleClusterEnvironment } from '../../lib/environment/environment';
import { from, fromEach, gather } from '../origin';
import type { ResolvedCluster, ResolvedEnvironment } from '../resolve';
import { EnvironmentStack, stackName } from './environment-stack';
import { addGoogleProvider } from './google-provider';

/** A GKE cluster with its network, node pools, identities and backups. */
export class GkeClusterStack extends EnvironmentStack {
  constructor(
    scope: Construct,
    private readonly resolved: ResolvedEnvironment,
    private readonly cluster: ResolvedCluster,
    private readonly environment: GoogleClusterEnvironment,
  ) {
    super(scope, stackName(resolved, cluster.name), resolved);
    const { project, region } = environment;
    addGoogleProvider(this, this.labels, { project, region });
    const services = [...CLUSTER_SERVICES, ...optionalServices(environment)];
    new ProjectServices(this, 'Services', { project, services }).requiredBy(this);
    const origin = ['clusters', cluster.name];
    const network = from([...origin, 'network'], () => this.addNetwork());
    const gke = from(origin, () => this.addCluster(network));
    this.addIdentities(gke, resolved.model);
    this.addScaler(gke);
    from([...origin, 'fleet'], () => this.joinMesh(gke));
    from([...origin, 'backup'], () => this.addBackups(gke));
  }

  private addNetwork(): IVpcNetwork {
    const { project, region, network, deletionProtection } = this.environment;
    const { clusterName } = this.cluster.contract;
    if (network.shared !== undefined) {
      const { project: hostProject, ...names } = network.shared;
      return VpcNetwork.fromAttributes({ ...names, project, hostProject, region });
    }
    return new VpcNetwork(this, 'Network', { ...network, project, region, name: clusterName, deletionProtection });
  }

  private addCluster(network: IVpcNetwork): GkeClusterBase {
    const options = this.options(network);
    if (this.environment.mode === 'autopilot') {
      const autopilot = new GkeAutopilotCluster(this, 'Cluster', options);
      this.letPullMirrors([autopilot.nodeIdentity]);
      return autopilot;
    }
    const { autoscalingProfile, nodeAutoProvisioning, nodePools } = this.environment;
    const identities: GkeNodeIdentity[] = [];
    const gke = new GkeCluster(this, 'Cluster', {
      ...options,
      ...{ autoscalingProfile, nodeAutoProvisioning },
      location: this.cluster.contract.location,
    });
    fromEach(['clusters', this.cluster.name, 'nodePools'], nodePools, (pool, own) => {
      const labels = { ...own.labels, [NODE_POOL_LABEL]: pool };
      identities.push(gke.addNodePool(pool, { ...own, labels }).identity);
    });
    this.letPullMirrors([gke.nodeIdentity, ...identities]);
    return gke;
  }

  /** What both kinds of cluster take. */
  private options(network: IVpcNetwork) {
    const { environment } = this;
    const { releaseChannel, authorizedNetworks, administrators, deletionProtection } = environment;
    const { dnsEndpoint, ipEndpoint, securityGroup, binaryAuthorization, securityPosture } = environment;
    const { csiDrivers, usageExport, zones, maintenance, fleet } = environment;
    return {
      ...{ network, releaseChannel, authorizedNetworks, administrators, deletionProtection },
      ...{
        dnsEndpoint,
        ipEndpoint,
        securityGroup,
        binaryAuthorization,
        securityPosture,
        csiDrivers,
        usageExport,
        zones,
      },
      name: this.cluster.contract.clusterName,
      maintenanceWindow: maintenance?.window,
      maintenanceExclusions: maintenance?.exclusions,
      fleet: fleet === undefined ? undefined : { project: fleet.project },
      backupAgent: environment.backup.enabled,
      resourceLabels: this.labels,
      ...pullsFrom(this.resolved.model, environment),
    };
  }

  /** Nodes pull from the mirrors of public registries, too; pools share an identity, or have their own. */
  private letPullMirrors(identities: readonly GkeNodeIdentity[]): void {
    const { model, environment } = this.resolved;
    const { project, region } = this.environment;
    for (const upstream of environment.google.remoteRepositories ?? []) {
      const repositoryId = remoteRepositoryId(model.name, model.environment, upstream);
      for (const identity of new Set(identities))
        identity.addPull(upstream, { project, location: region, repositoryId });
    }
  }

  private addIdentities(cluster: IGkeCluster, model: SystemModel): void {
    for (const identity of secretReaders(model)) this.addIdentity(cluster, identity);
    gather(serviceIdentities(model), (identity) =>
      from(['services', identity.serviceAccount], () => this.addIdentity(cluster, identity)),
    );
  }

  private addIdentity(cluster: IGkeCluster, identity: ServiceIdentity): void {
    const { name: system, environment } = this.resolved.model;
    new WorkloadIdentity(this, `identity-${identity.name}`, { cluster, identity, system, environment });
  }

  /** KEDA asks Cloud Monitoring how many messages wait, which lets nobody read the metrics of one queue alone. */
  private addScaler(cluster: GkeClusterBase): void {
    if (kedaQueues(modelOn(this.resolved.model, this.cluster.name)).length === 0) return;
    new MetricsReader(this, 'Keda', { cluster, name: 'keda', namespace: 'keda', serviceAccount: 'keda-operator' });
  }

  /** Google runs the mesh of a cluster that its fleet has one for; the foundation switched that on. */
  private joinMesh(cluster: GkeClusterBase): void {
    if (this.environment.fleet?.managedMesh !== true) return;
    const membership = FleetMembership.ofCluster(cluster, cluster.fleetMembership?.project);
    new MeshMember(this, 'Mesh', { membership });
  }

  /** Backups, with a key of their own region, and a plan by which they are put back. */
  private addBackups(cluster: GkeClusterBase): void {
    const { project, region, backup, deletionProtection } = this.environment;
    const { enabled, schedule, location = region, ...retention } = backup;
    if (!enabled) return;
    const name = backupName(cluster.clusterName);
    const keys = new KmsKeyRing(this, 'BackupKeys', { ...{ project, location, name, deletionProtection } });
    const plan = new BackupPlan(this, 'Backup', {
      ...{ cluster, name, location, deletionProtection, ...retention },
      schedule: schedule === undefined ? undefined : { kind: 'cron', cronSchedule: schedule },
      kmsKey: keys.addKey('backups', { users: ['container-engine', 'gke-backup'] }),
      labels: this.labels,
    });
    new RestorePlan(this, 'Restore', { cluster, name, backupPlan: plan, labels: this.labels, deletionProtection });
  }
}

/** APIs behind what a cluster need not have. */
function optionalServices({
  backup,
  binaryAuthorization,
  fleet,
  network,
  usageExport,
}: GoogleClusterEnvironment): readonly string[] {
  return [
    ...(binaryAuthorization === undefined || binaryAuthorization === 'off'
      ? []
      : ['binaryauthorization.googleapis.com']),
    ...(backup.enabled ? ['gkebackup.googleapis.com'] : []),
    ...(fleet === undefined ? [] : ['gkehub.googleapis.com']),
    ...(googleApisAreZoned(network) ? ['dns.googleapis.com'] : []),
    ...(usageExport === undefined ? [] : ['bigquery.googleapis.com']),
  ];
}

/** Whether the network has zones of its own for Google's APIs. */
function googleApisAreZoned(network: GoogleClusterEnvironment['network']): boolean {
  if (network.shared !== undefined) return false;
  return network.egress === 'google-apis' || network.privateGoogleApis !== undefined;
}

/** The environment's own repository in the cluster's region, where images are pulled from it. */
function pullsFrom(
  model: SystemModel,
  { project, region }: GoogleClusterEnvironment,
): Pick<GkeClusterProps, 'registry'> {
  if (registryImages(model).length === 0) return {};
  return { registry: { project, location: region, repositoryId: repositoryId(model.name, model.environment) } };
}
