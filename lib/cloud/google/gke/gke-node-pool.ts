import { ContainerNodePool } from '@cdktf/provider-google/lib/container-node-pool';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { resourceNameRefusal } from '../resource-name';
import { wholeNumberRefusal } from '../whole-number';
import type { IGkeCluster } from './gke-cluster-ref';
import { hardenedNode } from './gke-node-config';
import type { GkeNodeIdentity } from './gke-node-identity';

const DEFAULT_DISK_SIZE_GIB = 50;
const DEFAULT_DISK_TYPE = 'pd-balanced';
const MIN_DISK_SIZE_GIB = 20;
const MAX_NAME_LENGTH = 40;

/** Keeps pods away that do not ask for the node. */
export interface GkeTaint {
  readonly key: string;
  readonly value: string;
  readonly effect: 'NO_SCHEDULE' | 'PREFER_NO_SCHEDULE' | 'NO_EXECUTE';
}

/** Options shared by `GkeNodePool` and `GkeCluster.addNodePool`. */
export interface GkeNodePoolOptions {
  /** Compute Engine machine type, such as `e2-standard-4`. */
  readonly machineType: string;
  /** Bounds of the whole pool, over all zones. */
  readonly nodes: { readonly min: number; readonly max: number };
  /**
   * Cheaper machines that Google may take away.
   *
   * @default false
   */
  readonly spot?: boolean;
  /**
   * Size of the boot disk in GiB, 20 at least.
   *
   * @default 50
   */
  readonly diskSizeGib?: number;
  /**
   * Type of the boot disk. The newest machine series take `hyperdisk-balanced` only.
   *
   * @default 'pd-balanced'
   */
  readonly diskType?: 'pd-standard' | 'pd-balanced' | 'pd-ssd' | 'hyperdisk-balanced';
  /**
   * Kubernetes labels of the nodes.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Taints of the nodes.
   *
   * @default - none
   */
  readonly taints?: readonly GkeTaint[];
  /**
   * Service account of the nodes.
   *
   * @default - the one that the cluster's pools share
   */
  readonly identity?: GkeNodeIdentity;
}

/** Properties for `GkeNodePool`. */
export interface GkeNodePoolProps extends GkeNodePoolOptions {
  /** Cluster that the pool joins. */
  readonly cluster: IGkeCluster;
  /** Name of the pool, unique in its cluster. */
  readonly name: string;
}

/** An autoscaled pool of nodes without public addresses, repaired and upgraded by GKE. */
export class GkeNodePool extends Construct {
  /** Name of the pool. */
  public readonly poolName: string;

  constructor(scope: Construct, id: string, props: GkeNodePoolProps) {
    super(scope, id);

    const { cluster, nodes, spot = false } = props;
    const diskSizeGb = props.diskSizeGib ?? DEFAULT_DISK_SIZE_GIB;
    const identity = props.identity ?? cluster.nodeIdentity;
    refuse(this.node.path, [
      resourceNameRefusal('name', props.name, MAX_NAME_LENGTH),
      wholeNumberRefusal('diskSizeGib', diskSizeGb, { min: MIN_DISK_SIZE_GIB }),
      ...nodesRefusals(nodes),
    ]);

    this.poolName = props.name;
    new ContainerNodePool(this, 'Resource', {
      project: cluster.project,
      location: cluster.location,
      cluster: cluster.clusterName,
      name: props.name,
      initialNodeCount: initialNodesPerZone(nodes, cluster.zoneCount),
      autoscaling: {
        totalMinNodeCount: nodes.min,
        totalMaxNodeCount: nodes.max,
        // Spot machines are taken from where there are any; others are spread, so that a zone may fail.
        locationPolicy: spot ? 'ANY' : 'BALANCED',
      },
      management: { autoRepair: true, autoUpgrade: true },
      upgradeSettings: { strategy: 'SURGE', maxSurge: 1, maxUnavailable: 0 },
      networkConfig: { enablePrivateNodes: true },
      nodeConfig: {
        ...hardenedNode(identity, cluster.volumesKey, cluster.nodeTag),
        machineType: props.machineType,
        spot,
        diskSizeGb,
        diskType: props.diskType ?? DEFAULT_DISK_TYPE,
        labels: { ...props.labels },
        taint: (props.taints ?? []).map((taint) => ({ ...taint })),
        kubeletConfig: { insecureKubeletReadonlyPortEnabled: 'FALSE' },
      },
      dependsOn: [cluster.dependable, ...cluster.volumesKey.grants, ...identity.grants],
      // The autoscaler's business from the first day on.
      lifecycle: { ignoreChanges: ['initial_node_count', 'node_count'] },
    });
  }
}

/** GKE starts as many nodes in each zone; the minimum is reached, but never by more than the maximum. */
function initialNodesPerZone({ min, max }: GkeNodePoolOptions['nodes'], zones: number): number {
  return Math.min(Math.ceil(min / zones), Math.floor(max / zones));
}

function nodesRefusals({ min, max }: GkeNodePoolOptions['nodes']): (Refusal | undefined)[] {
  if (Token.isUnresolved(min) || Token.isUnresolved(max)) {
    return [{ property: 'nodes', rule: 'must be known at synthesis', got: 'a token' }];
  }
  const whole = Number.isInteger(min) && min >= 0;
  return [
    whole ? undefined : { property: 'nodes.min', rule: 'must be a whole number of at least 0', got: min },
    Number.isInteger(max) && max >= 1
      ? undefined
      : { property: 'nodes.max', rule: 'must be a whole number of at least 1', got: max },
    whole && min > max ? { property: 'nodes.min', rule: `must be at most nodes.max (${max})`, got: min } : undefined,
  ];
}
