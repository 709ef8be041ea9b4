import { ContainerCluster } from '@cdktf/provider-google/lib/container-cluster';
import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { memberRefusal } from '../iam-member';
import type { IKmsKey } from '../keys/kms-key';
import { KmsKeyRing } from '../keys/kms-key-ring';
import { workloadPool } from '../names';
import { nodeCapacity } from '../network/network-plan';
import type { IVpcNetwork } from '../network/vpc-network';
import type { IArtifactRegistry } from '../registry/artifact-registry';
import { resourceNameRefusal } from '../resource-name';
import { wholeNumberRefusal } from '../whole-number';
import { CLOSED_DOORS, FEATURES, OBSERVED } from './gke-cluster-hardening';
import type { IGkeCluster } from './gke-cluster-ref';
import { authorizedNetworkRefusal, controlPlaneAccess } from './gke-control-plane';
import { hardenedNode } from './gke-node-config';
import { GkeNodeIdentity } from './gke-node-identity';
import { GkeNodePool, type GkeNodePoolOptions } from './gke-node-pool';

const DEFAULT_RELEASE_CHANNEL = 'REGULAR';
const DEFAULT_MAX_PODS_PER_NODE = 64;
/** Twelve hours a weekend: Google asks for 48 in any 32 days. */
const DEFAULT_MAINTENANCE_WINDOW: MaintenanceWindow = {
  startTime: '2025-01-04T02:00:00Z',
  endTime: '2025-01-04T08:00:00Z',
  recurrence: 'FREQ=WEEKLY;BYDAY=SA,SU',
};

const MAX_NAME_LENGTH = 40;
const TEMPORARY_DISK_SIZE_GIB = 20;
/** GKE spreads the nodes of a regional cluster over three zones. */
const ZONES_OF_A_REGION = 3;
/** An upgrade makes one node more than the pool's largest size. */
const SURGE_NODES = 1;

/** When GKE may upgrade and repair by itself. Google asks for 48 hours at least in any 32 days. */
export interface MaintenanceWindow {
  /** Start of the first window, RFC 3339 in UTC. */
  readonly startTime: string;
  /** End of the first window. */
  readonly endTime: string;
  /** How it recurs: an RFC 5545 rule such as `FREQ=WEEKLY;BYDAY=SA,SU`. */
  readonly recurrence: string;
}

/** Properties for `GkeCluster`. */
export interface GkeClusterProps {
  /** Network that the cluster joins; it brings project and region with it. */
  readonly network: IVpcNetwork;
  /**
   * Region of the network, for a regional cluster, or one of its zones, for a zonal one.
   *
   * @default - the network's region
   */
  readonly location?: string;
  /**
   * Name of the cluster, and of its key ring.
   *
   * @default - the id of the construct
   */
  readonly name?: string;
  /**
   * How soon new versions of Kubernetes arrive. GKE upgrades by itself within the channel.
   *
   * @default 'REGULAR'
   */
  readonly releaseChannel?: 'RAPID' | 'REGULAR' | 'STABLE' | 'EXTENDED';
  /**
   * Ranges that may reach the control plane's IP endpoints.
   *
   * @default - none: IP endpoints are off, and only the DNS endpoint, guarded by IAM, is there
   */
  readonly authorizedNetworks?: readonly string[];
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
   * When GKE may upgrade and repair by itself.
   *
   * @default - Saturdays and Sundays, 02:00 to 08:00 UTC
   */
  readonly maintenanceWindow?: MaintenanceWindow;
  /**
   * Most pods a node may run, from 8 to 256. Together with the network's pod range it limits the number of nodes.
   *
   * @default 64
   */
  readonly maxPodsPerNode?: number;
  /**
   * Labels of the cluster and its machines, beside those that the provider adds everywhere.
   *
   * @default - none
   */
  readonly resourceLabels?: Readonly<Record<string, string>>;
  /**
   * Whether Terraform refuses to destroy the cluster and its keys.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * A GKE Standard cluster: private nodes, a control plane behind IAM, secrets and disks encrypted with keys of its
 * own, Dataplane V2 and Workload Identity. It has no nodes until `addNodePool` is called.
 */
export class GkeCluster extends Construct implements IGkeCluster {
  public readonly clusterName: string;
  public readonly project: string;
  public readonly location: string;
  public readonly zoneCount: number;
  public readonly workloadPool: string;
  public readonly nodeTag: string;
  public readonly nodeIdentity: GkeNodeIdentity;
  public readonly volumesKey: IKmsKey;
  public readonly dependable: ITerraformDependable;

  private readonly nodeLimit: number;
  private plannedNodes = 0;

  constructor(scope: Construct, id: string, props: GkeClusterProps) {
    super(scope, id);

    const { network, authorizedNetworks = [], administrators = [], deletionProtection = true } = props;
    const maxPodsPerNode = props.maxPodsPerNode ?? DEFAULT_MAX_PODS_PER_NODE;
    this.clusterName = props.name ?? id;
    this.location = props.location ?? network.region;
    refuse(this.node.path, [
      resourceNameRefusal('name', this.clusterName, MAX_NAME_LENGTH),
      locationRefusal(this.location, network.region),
      wholeNumberRefusal('maxPodsPerNode', maxPodsPerNode, { min: 8, max: 256 }),
      ...authorizedNetworks.map(authorizedNetworkRefusal),
      ...administrators.map((member) => memberRefusal('administrators', member)),
    ]);

    this.project = network.project;
    this.zoneCount = this.location === network.region ? ZONES_OF_A_REGION : 1;
    this.workloadPool = workloadPool(network.project);
    this.nodeTag = network.nodeTag;
    this.nodeLimit = nodeCapacity(network.plan.pods, maxPodsPerNode);

    const keys = new KmsKeyRing(this, 'Keys', {
      project: network.project,
      location: network.region,
      name: this.clusterName,
      deletionProtection,
    });
    const etcdKey = keys.addKey('etcd', { users: ['container-engine'] });
    this.volumesKey = keys.addKey('volumes', { users: ['compute'] });
    this.nodeIdentity = new GkeNodeIdentity(this, 'NodeIdentity', {
      project: network.project,
      clusterName: this.clusterName,
      ...(props.registry === undefined ? {} : { registry: props.registry }),
    });
    this.dependable = new ContainerCluster(this, 'Resource', {
      ...CLOSED_DOORS,
      ...FEATURES,
      ...OBSERVED,
      ...controlPlaneAccess(network.plan.controlPlane.toString(), authorizedNetworks),
      project: network.project,
      location: this.location,
      name: this.clusterName,
      network: network.networkId,
      subnetwork: network.subnetId,
      ipAllocationPolicy: {
        clusterSecondaryRangeName: network.podsRangeName,
        servicesSecondaryRangeName: network.servicesRangeName,
      },
      defaultMaxPodsPerNode: maxPodsPerNode,
      releaseChannel: { channel: props.releaseChannel ?? DEFAULT_RELEASE_CHANNEL },
      maintenancePolicy: { recurringWindow: { ...(props.maintenanceWindow ?? DEFAULT_MAINTENANCE_WINDOW) } },
      workloadIdentityConfig: { workloadPool: this.workloadPool },
      databaseEncryption: { state: 'ENCRYPTED', keyName: etcdKey.id },
      // GKE makes no cluster without nodes: this pool lives for minutes, under the same rules as all others. Its
      // disks count towards the region's quota all the same.
      removeDefaultNodePool: true,
      initialNodeCount: 1,
      nodeConfig: {
        ...hardenedNode(this.nodeIdentity, this.volumesKey, this.nodeTag),
        diskSizeGb: TEMPORARY_DISK_SIZE_GIB,
      },
      resourceLabels: { ...props.resourceLabels },
      deletionProtection,
      dependsOn: [...etcdKey.grants, ...this.volumesKey.grants, ...this.nodeIdentity.grants],
      // With the first pool gone, GKE reports the others in these places, and a difference would replace the cluster.
      lifecycle: { ignoreChanges: ['initial_node_count', 'node_config', 'node_pool'] },
    });
    for (const member of administrators) this.addAdministrator(member);
  }

  /**
   * Adds a pool of nodes. Throws where the cluster has a pool of that name, or where the network's pod range
   * would not suffice for all pools at their largest.
   */
  public addNodePool(name: string, options: GkeNodePoolOptions): GkeNodePool {
    const pool = new GkeNodePool(this, `pool-${name}`, { ...options, cluster: this, name });
    this.plannedNodes += options.nodes.max + SURGE_NODES;
    refuse(pool.node.path, [
      this.plannedNodes > this.nodeLimit
        ? {
            property: 'nodes.max',
            rule: `must leave all pools, and a node each to upgrade with, within the ${this.nodeLimit} nodes that the network has pod addresses for`,
            got: options.nodes.max,
            remedy: 'lower maxPodsPerNode or give the network a larger cidr',
          }
        : undefined,
    ]);
    return pool;
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

function locationRefusal(location: string, region: string): Refusal | undefined {
  if (location === region || (location.startsWith(`${region}-`) && location.length === region.length + 2)) {
    return undefined;
  }
  return { property: 'location', rule: `must be the network's region (${region}) or one of its zones`, got: location };
}
