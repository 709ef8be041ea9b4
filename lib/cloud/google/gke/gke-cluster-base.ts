import { ContainerCluster, type ContainerClusterConfig } from '@cdktf/provider-google/lib/container-cluster';
import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import type { FleetMembershipName } from '../fleet/fleet-membership';
import { memberRefusal } from '../iam-member';
import type { IKmsKey } from '../keys/kms-key';
import { KmsKeyRing } from '../keys/kms-key-ring';
import type { IPubSubTopic } from '../messaging/pubsub-topic';
import { workloadPool } from '../names';
import type { IVpcNetwork } from '../network/network-ref';
import type { IArtifactRegistry } from '../registry/artifact-registry';
import { labelRefusals } from '../resource-labels';
import { resourceNameRefusal } from '../resource-name';
import type { ServiceAgent } from '../service-agents';
import { access, accessRefusals, type GkeAccessOptions } from './gke-access';
import type { GkeAddOnOptions } from './gke-add-ons';
import type { IGkeCluster } from './gke-cluster-ref';
import { fleetBlock, fleetMembership, type GkeFleetOptions } from './gke-fleet';
import { maintenance, maintenanceRefusals, type GkeMaintenanceOptions } from './gke-maintenance';
import { networking, type GkeNetworkingOptions } from './gke-networking';
import { hardenedNode } from './gke-node-config';
import { GkeNodeIdentity } from './gke-node-identity';
import { observability, observabilityRefusals, type GkeObservabilityOptions } from './gke-observability';
import { security, securityRefusals, type GkeSecurityOptions } from './gke-security';
import {
  GkeUpgradeTopic,
  upgradeNotificationRefusals,
  upgradeNotifications,
  type GkeUpgradeNotificationOptions,
} from './gke-upgrade-notifications';
import { cost, costRefusals, GkeUsageDataset, type GkeCostOptions } from './gke-usage-export';
import { locationRefusal, nodeLocations, zoneCount, zonesRefusals } from './gke-zones';

const MAX_NAME_LENGTH = 40;

/** Options of every cluster, Standard or Autopilot. */
export interface GkeClusterOptions
  extends
    GkeAccessOptions,
    GkeAddOnOptions,
    GkeCostOptions,
    GkeFleetOptions,
    GkeMaintenanceOptions,
    GkeNetworkingOptions,
    GkeObservabilityOptions,
    GkeSecurityOptions,
    GkeUpgradeNotificationOptions {
  /** Network that the cluster joins; it brings project and region with it. */
  readonly network: IVpcNetwork;
  /**
   * Name of the cluster, and of its key ring.
   *
   * @default - the id of the construct
   */
  readonly name?: string;
  /**
   * Zones of the nodes. Left out again, the nodes stay where they are.
   *
   * @default - three of the region, which GKE chooses, or the zone of a zonal cluster
   */
  readonly zones?: readonly string[];
  /**
   * IAM members that administer clusters of the project, such as `group:platform@example.com`.
   *
   * @default - nobody beyond those whom the project's own policy names
   */
  readonly administrators?: readonly string[];
  /**
   * Repository that the nodes may pull images from.
   *
   * @default - none: the nodes pull public images only
   */
  readonly registry?: IArtifactRegistry;
  /**
   * Labels of the cluster and its machines, beside those that the provider adds everywhere.
   *
   * @default - none
   */
  readonly resourceLabels?: Readonly<Record<string, string>>;
  /**
   * Whether Terraform refuses to destroy the cluster, its keys, its topic and its dataset.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** What sets one kind of cluster apart from the other. */
export interface GkeClusterKind {
  readonly mode: IGkeCluster['mode'];
  /** Region, or zone of a zonal cluster. */
  readonly location: string;
  readonly refusals: readonly (Refusal | undefined)[];
  /** Attributes of the cluster, given what its nodes are like. */
  readonly attributes: (node: ReturnType<typeof hardenedNode>) => Partial<ContainerClusterConfig>;
}

/** What clusters of either kind share: use `GkeCluster` or `GkeAutopilotCluster`. */
export abstract class GkeClusterBase extends Construct implements IGkeCluster {
  public readonly mode: IGkeCluster['mode'];
  public readonly clusterName: string;
  public readonly project: string;
  public readonly location: string;
  public readonly region: string;
  public readonly zoneCount: number;
  public readonly workloadPool: string;
  public readonly nodeTag: string;
  public readonly nodeIdentity: GkeNodeIdentity;
  public readonly registry?: IArtifactRegistry;
  public readonly volumesKey: IKmsKey;
  public readonly fleetMembership?: FleetMembershipName;
  /** Topic on which GKE tells of upgrades, where it does. */
  public readonly upgradeTopic?: IPubSubTopic;
  /** Name of the BigQuery dataset that usage is exported to, where it is. */
  public readonly usageDatasetId?: string;
  public readonly dependable: ITerraformDependable;

  protected constructor(scope: Construct, id: string, props: GkeClusterOptions, kind: GkeClusterKind) {
    super(scope, id);

    const { network, administrators = [], deletionProtection = true } = props;
    this.clusterName = props.name ?? id;
    this.location = kind.location;
    this.region = network.region;
    refuse(this.node.path, [
      resourceNameRefusal('name', this.clusterName, MAX_NAME_LENGTH),
      locationRefusal(this.location, this.region),
      ...zonesRefusals('zones', props.zones, this),
      ...accessRefusals(props),
      ...maintenanceRefusals(props),
      ...upgradeNotificationRefusals(props),
      ...securityRefusals(props),
      ...observabilityRefusals(props),
      ...costRefusals(props, this.region),
      ...administrators.map((member) => memberRefusal('administrators', member)),
      ...labelRefusals('resourceLabels', props.resourceLabels),
      ...kind.refusals,
    ]);

    this.mode = kind.mode;
    this.project = network.project;
    this.zoneCount = zoneCount(this.location, this.region, props.zones);
    this.workloadPool = workloadPool(network.project);
    this.nodeTag = network.nodeTag;
    this.registry = props.registry;

    const keys = new KmsKeyRing(this, 'Keys', {
      project: this.project,
      location: this.region,
      name: this.clusterName,
      deletionProtection,
    });
    const etcdKey = keys.addKey('etcd', { users: ['container-engine'] });
    this.volumesKey = keys.addKey('volumes', { users: volumeKeyUsers(props) });
    this.nodeIdentity = new GkeNodeIdentity(this, 'NodeIdentity', {
      project: this.project,
      clusterName: this.clusterName,
      ...(props.registry === undefined ? {} : { registry: props.registry }),
    });
    this.upgradeTopic = this.addUpgradeTopic(keys, props);
    const usage = this.addUsageDataset(keys, props);
    this.usageDatasetId = usage?.datasetId;
    const cluster = new ContainerCluster(this, 'Resource', {
      ...access(network.plan.controlPlane.toString(), props),
      ...cost(props, usage?.datasetId),
      ...fleetBlock(this.project, props),
      ...maintenance(props),
      ...networking(network, props),
      ...observability(props),
      ...security(props),
      ...upgradeNotifications(this.upgradeTopic, props),
      ...nodeLocations(this.location, props.zones),
      project: this.project,
      location: this.location,
      name: this.clusterName,
      workloadIdentityConfig: { workloadPool: this.workloadPool },
      databaseEncryption: { state: 'ENCRYPTED', keyName: etcdKey.id },
      resourceLabels: { ...props.resourceLabels },
      deletionProtection,
      dependsOn: [
        ...etcdKey.grants,
        ...this.volumesKey.grants,
        ...this.nodeIdentity.grants,
        ...(this.upgradeTopic?.dependables ?? []),
        ...(usage?.dependables ?? []),
      ],
      ...kind.attributes(hardenedNode(this.nodeIdentity, this.volumesKey, this.nodeTag)),
    });
    this.dependable = cluster;
    this.fleetMembership = fleetMembership(cluster, this.project, props);
    for (const member of administrators) this.addAdministrator(member);
  }

  private addUpgradeTopic(keys: KmsKeyRing, props: GkeClusterOptions): IPubSubTopic | undefined {
    if (props.upgradeNotifications === false) return undefined;
    return new GkeUpgradeTopic(this, 'Upgrades', {
      project: this.project,
      region: this.region,
      clusterName: this.clusterName,
      kmsKey: keys.addKey('upgrades', { users: ['pubsub'] }),
      subscribers: props.upgradeSubscribers ?? [],
      deletionProtection: props.deletionProtection ?? true,
    }).topic;
  }

  private addUsageDataset(keys: KmsKeyRing, props: GkeClusterOptions): GkeUsageDataset | undefined {
    if (props.usageExport === undefined) return undefined;
    const { datasetId, expirationDays, location = this.region, kmsKey } = props.usageExport;
    return new GkeUsageDataset(this, 'Usage', {
      ...{ datasetId, expirationDays, location },
      project: this.project,
      clusterName: this.clusterName,
      kmsKey: kmsKey ?? keys.addKey('usage', { users: ['bigquery'] }),
      deletionProtection: props.deletionProtection ?? true,
    });
  }

  /** On the project, since IAM knows no policy of a single cluster. */
  private addAdministrator(member: string): void {
    new ProjectIamMember(this, `administrator-${member}`, {
      project: this.project,
      role: 'roles/container.admin',
      member,
    });
  }
}

/** Who encrypts volumes: Compute Engine its disks, Filestore its instances where the cluster has its driver. */
function volumeKeyUsers({ csiDrivers = [] }: GkeClusterOptions): readonly ServiceAgent[] {
  return csiDrivers.includes('filestore') ? ['compute', 'filestore'] : ['compute'];
}
