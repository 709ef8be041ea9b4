import type { Cidr } from '../../../core/cidr';

/** Largest range that can be planned: a sixteenth of it is the largest service range that GKE takes. */
export const MIN_PREFIX = 12;
/** Smallest range that can be planned: it leaves pod addresses for 16 nodes of 64 pods. */
export const MAX_PREFIX = 20;

/** Length of the prefix that the private endpoint of a control plane has to have. */
const CONTROL_PLANE_PREFIX = 28;

/**
 * How one range is shared out. Most of the second quarter and of the third sixteenth stays free for ranges that a
 * later release may need, so that none of today's has to move.
 */
export interface NetworkPlan {
  /** Addresses of nodes and internal load balancers: the first sixteenth. */
  readonly nodes: Cidr;
  /** Addresses of services: the second sixteenth. */
  readonly services: Cidr;
  /** Private addresses of the control plane: a /28 at the start of the third sixteenth. */
  readonly controlPlane: Cidr;
  /** Addresses of managed services, such as databases, that are reached by peering: the fifth sixteenth. */
  readonly privateServices: Cidr;
  /** Addresses of pods: the upper half. */
  readonly pods: Cidr;
}

/** Shares a range out. Throws where it is smaller or larger than the bounds above. */
export function planNetwork(cidr: Cidr): NetworkPlan {
  if (cidr.prefix < MIN_PREFIX || cidr.prefix > MAX_PREFIX) {
    throw new Error(`must be a range from /${MIN_PREFIX} to /${MAX_PREFIX}, got '${cidr.toString()}'`);
  }
  const sixteenth = cidr.prefix + 4;
  return {
    nodes: cidr.subnet(sixteenth, 0),
    services: cidr.subnet(sixteenth, 1),
    controlPlane: cidr.subnet(sixteenth, 2).subnet(CONTROL_PLANE_PREFIX, 0),
    privateServices: cidr.subnet(sixteenth, 4),
    pods: cidr.subnet(cidr.prefix + 1, 1),
  };
}

/** How many nodes find pod addresses in a range: GKE gives each node twice as many as it may run pods. */
export function nodeCapacity(pods: Cidr, maxPodsPerNode: number): number {
  const addressesPerNode = 2 ** Math.ceil(Math.log2(2 * maxPodsPerNode));
  return Math.floor(pods.size / addressesPerNode);
}
