import type { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { standardAddOnRefusals, standardAddOns, type GkeStandardAddOnOptions } from './gke-add-ons';
import { autoscaling, autoscalingRefusals, type GkeAutoscalingOptions } from './gke-autoscaling';
import { GkeClusterBase, type GkeClusterOptions } from './gke-cluster-base';
import { confidentialNodes, temporaryMachine, type GkeConfidentialOptions } from './gke-confidential-nodes';
import { podCapacity, standardNetworking, type GkeStandardNetworkingOptions } from './gke-networking';
import { GkeNodePool, type GkeNodePoolOptions } from './gke-node-pool';
import { mostNodes } from './node-pool-size';

export type { MaintenanceWindow } from './gke-maintenance-window';

const DEFAULT_MAX_PODS_PER_NODE = 64;
const TEMPORARY_DISK_SIZE_GIB = 20;

/** Properties for `GkeCluster`. */
export interface GkeClusterProps
  extends
    GkeClusterOptions,
    GkeAutoscalingOptions,
    GkeConfidentialOptions,
    GkeStandardAddOnOptions,
    GkeStandardNetworkingOptions {
  /**
   * Region of the network, for a regional cluster, or one of its zones, for a zonal one.
   *
   * @default - the network's region
   */
  readonly location?: string;
  /**
   * Most pods a node may run, from 8 to 256. Together with the network's pod range it limits the number of nodes.
   *
   * @default 64
   */
  readonly maxPodsPerNode?: number;
}

/**
 * A GKE Standard cluster: private nodes, a control plane behind IAM, secrets and disks encrypted with keys of its
 * own, Dataplane V2 and Workload Identity. It has no nodes until `addNodePool` is called, unless GKE makes them by
 * `nodeAutoProvisioning`.
 */
export class GkeCluster extends GkeClusterBase {
  private readonly nodeLimit: number;
  private readonly nodeLimitAt: (maxPodsPerNode: number) => number;
  private plannedNodes = 0;

  constructor(scope: Construct, id: string, props: GkeClusterProps) {
    const { network } = props;
    const { region } = network;
    const { location = region, maxPodsPerNode = DEFAULT_MAX_PODS_PER_NODE } = props;
    const nodeLimit = podCapacity(network, maxPodsPerNode);
    super(scope, id, props, {
      mode: 'standard',
      location,
      refusals: [
        wholeNumberRefusal('maxPodsPerNode', maxPodsPerNode, { min: 8, max: 256 }),
        ...autoscalingRefusals(props, { location, region, nodeLimit }),
        ...standardAddOnRefusals(props),
      ],
      attributes: (node) => ({
        ...standardAddOns(props),
        ...standardNetworking(props),
        ...autoscaling(props, node),
        ...confidentialNodes(props),
        enableShieldedNodes: true,
        defaultMaxPodsPerNode: maxPodsPerNode,
        nodePoolDefaults: { nodeConfigDefaults: { insecureKubeletReadonlyPortEnabled: 'FALSE' } },
        // GKE makes no cluster without nodes: this pool lives for minutes, under the same rules as all others. Its
        // disks count towards the region's quota all the same.
        removeDefaultNodePool: true,
        initialNodeCount: 1,
        nodeConfig: { ...node, ...temporaryMachine(props), diskSizeGb: TEMPORARY_DISK_SIZE_GIB },
        // With the first pool gone, GKE reports the others in these places, and a difference would replace the cluster.
        lifecycle: { ignoreChanges: ['initial_node_count', 'node_config', 'node_pool'] },
      }),
    });

    this.nodeLimit = nodeLimit;
    this.nodeLimitAt = (pods) => podCapacity(network, pods);
  }

  /**
   * Adds a pool of nodes. Throws where the cluster has a pool of that name, or where the network's pod range
   * would not suffice for all pools at their largest. A pool of other `maxPodsPerNode` counts by its addresses.
   */
  public addNodePool(name: string, options: GkeNodePoolOptions): GkeNodePool {
    const pool = new GkeNodePool(this, `pool-${name}`, { ...options, cluster: this, name });
    const { maxPodsPerNode } = options;
    const share = maxPodsPerNode === undefined ? 1 : this.nodeLimit / this.nodeLimitAt(maxPodsPerNode);
    this.plannedNodes += mostNodes(options, this.zoneCount) * share;
    refuse(pool.node.path, [
      this.plannedNodes > this.nodeLimit
        ? {
            property: 'nodes.max',
            rule: `must leave all pools, and the nodes to upgrade with, within the ${this.nodeLimit} nodes that the network has pod addresses for`,
            got: options.nodes.max,
            remedy: 'lower maxPodsPerNode, give the network a larger cidr, or additionalPodRanges',
          }
        : undefined,
    ]);
    return pool;
  }
}
