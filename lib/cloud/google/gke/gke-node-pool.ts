import { ContainerNodePool, type ContainerNodePoolNodeConfig } from '@cdktf/provider-google/lib/container-node-pool';
import { TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { IArtifactRegistry } from '../registry/artifact-registry';
import { resourceNameRefusal } from '../resource-name';
import type { IGkeCluster } from './gke-cluster-ref';
import { hardenedNode } from './gke-node-config';
import { GkeNodeIdentity } from './gke-node-identity';
import { emittedAttributes } from './node-pool-attributes';
import { diskRefusals, nodeDisks, type GkeNodeDiskOptions } from './node-pool-disks';
import { accelerators, gpuRefusals, type GkeNodeGpuOptions } from './node-pool-gpu';
import { isolationRefusals, nodeIsolation, type GkeNodeIsolationOptions } from './node-pool-isolation';
import { nodePoolName } from './node-pool-name';
import {
  placementPolicy,
  placementRefusals,
  reservationAffinity,
  type GkeNodePlacementOptions,
} from './node-pool-placement';
import { schedulingRefusals, sortedTaints, type GkeNodeSchedulingOptions } from './node-pool-scheduling';
import { nodePoolSize, sizeRefusals, type GkeNodeSizeOptions } from './node-pool-size';
import { nodeSystem, systemRefusals, type GkeNodeSystemOptions } from './node-pool-system';
import { upgradeRefusals, upgradeSettings, type GkeNodeUpgradeOptions } from './node-pool-upgrade';

const MAX_NAME_LENGTH = 40;
/** https://cloud.google.com/kubernetes-engine/docs/how-to/flexible-pod-cidr */
const PODS_PER_NODE = { min: 8, max: 256 };
/** First release of the `google` provider that is known to make gVisor pools as this one is written. */
const GVISOR_PROVIDER = '~> 8.0';

/** Options shared by `GkeNodePool` and `GkeCluster.addNodePool`. */
export interface GkeNodePoolOptions
  extends
    GkeNodeSizeOptions,
    GkeNodeDiskOptions,
    GkeNodeGpuOptions,
    GkeNodeIsolationOptions,
    GkeNodePlacementOptions,
    GkeNodeSchedulingOptions,
    GkeNodeSystemOptions,
    GkeNodeUpgradeOptions {
  /** Compute Engine machine type, such as `e2-standard-4`. */
  readonly machineType: string;
  /**
   * Cheaper machines that Google may take away.
   *
   * @default false
   */
  readonly spot?: boolean;
  /**
   * Most pods a node may run, from 8 to 256. GKE reserves twice as many addresses of the network's pod range.
   *
   * @default - the cluster's
   */
  readonly maxPodsPerNode?: number;
  /**
   * Service account of the nodes.
   *
   * @default - the one that the cluster's pools share
   */
  readonly identity?: GkeNodeIdentity;
  /**
   * Whether the pool makes a service account of its own, in place of `identity`, so that what its nodes do can be told
   * from what others do.
   *
   * @default false
   */
  readonly ownIdentity?: boolean;
  /**
   * Whether the pool is called `name`, and nothing else: for a pool that is there already and is to be imported. What
   * cannot be changed in place then takes the old nodes away before there are new ones.
   *
   * @default false
   */
  readonly exactName?: boolean;
}

/** A cluster, and the repository that its nodes pull from. */
export interface IPooledGkeCluster extends IGkeCluster {
  /**
   * Repository that nodes may pull images from, those with a service account of their own included.
   *
   * @default - none: the nodes pull public images only
   */
  readonly registry?: IArtifactRegistry;
}

/** Properties for `GkeNodePool`. */
export interface GkeNodePoolProps extends GkeNodePoolOptions {
  /** Cluster that the pool joins, a Standard one: on Autopilot, GKE makes the nodes. */
  readonly cluster: IPooledGkeCluster;
  /** What the pool is called, unique in its cluster; its full name ends in a hash, see `poolName`. */
  readonly name: string;
}

/**
 * An autoscaled pool of nodes without public addresses, repaired and upgraded by GKE. A change that cannot be made in
 * place makes a new pool under another name, before the old one goes.
 */
export class GkeNodePool extends Construct {
  /**
   * Name of the pool: `general-1f3a9c`. It changes with what cannot be changed in place, and with nothing else, so pods
   * had better choose nodes by labels.
   */
  public readonly poolName: string;
  /** Service account of the nodes. */
  public readonly identity: GkeNodeIdentity;

  constructor(scope: Construct, id: string, props: GkeNodePoolProps) {
    super(scope, id);

    const { cluster, name, spot = false, exactName = false } = props;
    refuse(this.node.path, refusals(props));

    this.identity = props.identity ?? this.makeIdentity(props);
    const key = props.kmsKey ?? cluster.volumesKey;
    const pool = new ContainerNodePool(this, 'Resource', {
      project: cluster.project,
      location: cluster.location,
      cluster: cluster.clusterName,
      name,
      ...nodePoolSize(props, cluster.zoneCount, spot),
      management: { autoRepair: true, autoUpgrade: true },
      upgradeSettings: upgradeSettings(props.upgrade),
      networkConfig: { enablePrivateNodes: true },
      placementPolicy: placementPolicy(props.placement),
      maxPodsPerNode: props.maxPodsPerNode,
      nodeConfig: {
        ...hardenedNode(this.identity, key, cluster.nodeTag),
        ...nodeConfig(props),
      },
      dependsOn: [cluster.dependable, ...key.grants, ...this.identity.grants],
      lifecycle: {
        ...(exactName ? {} : { createBeforeDestroy: true }),
        // The autoscaler's business from the first day on.
        ignoreChanges: ['initial_node_count', 'node_count'],
      },
    });
    if (props.gvisor === true) this.sandbox(pool);
    this.poolName = exactName ? name : nodePoolName(name, emittedAttributes(pool));
    pool.name = this.poolName;
  }

  private makeIdentity({ cluster, name, ownIdentity = false }: GkeNodePoolProps): GkeNodeIdentity {
    if (!ownIdentity) return cluster.nodeIdentity;
    return new GkeNodeIdentity(this, 'NodeIdentity', {
      project: cluster.project,
      // The part in the middle keeps it apart from the nodes of another cluster.
      clusterName: `${cluster.clusterName}-pool-${name}`,
      ...(cluster.registry === undefined ? {} : { registry: cluster.registry }),
    });
  }

  /** The bound provider came before the block. */
  private sandbox(pool: ContainerNodePool): void {
    pool.addOverride('node_config.sandbox_config', { type: 'GVISOR' });
    TerraformStack.of(this).addOverride('terraform.required_providers.google.version', GVISOR_PROVIDER);
  }
}

function nodeConfig(props: GkeNodePoolProps): ContainerNodePoolNodeConfig {
  const { cluster, machineType, spot = false, tags = [] } = props;
  return {
    machineType,
    spot,
    ...nodeDisks(props),
    ...nodeIsolation(props),
    ...nodeSystem(props),
    ...(props.gpu === undefined ? {} : { guestAccelerator: accelerators(props.gpu) }),
    reservationAffinity: reservationAffinity(props.reservation),
    tags: [cluster.nodeTag, ...[...tags].sort()],
    labels: { ...props.labels },
    taint: sortedTaints(props.taints),
  };
}

function refusals(props: GkeNodePoolProps): (Refusal | undefined)[] {
  const { cluster, identity, ownIdentity = false, maxPodsPerNode } = props;
  return [
    cluster.mode === 'autopilot'
      ? {
          property: 'cluster',
          rule: 'must be a Standard cluster, since Autopilot makes its nodes by itself',
          got: cluster.clusterName,
          remedy: 'leave the pool out, or use GkeCluster',
        }
      : undefined,
    resourceNameRefusal('name', props.name, MAX_NAME_LENGTH),
    Token.isUnresolved(props.name)
      ? { property: 'name', rule: 'must be known at synthesis', got: 'a token' }
      : undefined,
    identity !== undefined && ownIdentity
      ? { property: 'ownIdentity', rule: 'must not go with identity', got: true, remedy: 'leave one of them out' }
      : undefined,
    maxPodsPerNode === undefined ? undefined : wholeNumberRefusal('maxPodsPerNode', maxPodsPerNode, PODS_PER_NODE),
    ...sizeRefusals(props, cluster.region),
    ...diskRefusals(props),
    ...gpuRefusals(props),
    ...isolationRefusals(props),
    ...placementRefusals(props, props.zones?.length ?? cluster.zoneCount),
    ...schedulingRefusals(props),
    ...systemRefusals(props),
    ...upgradeRefusals(props),
  ];
}
