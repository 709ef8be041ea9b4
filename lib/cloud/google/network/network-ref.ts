import type { Cidr } from '../../../core/cidr';
import type { NetworkPlan } from './network-plan';

/** What a cluster has to know of the network it joins. */
export interface IVpcNetwork {
  /** Project id of what joins the network. */
  readonly project: string;
  /** Project id of the network itself: another one where the VPC is shared. */
  readonly networkProject: string;
  readonly region: string;
  /** Reference to the network. */
  readonly networkId: string;
  /** Reference to the subnet. */
  readonly subnetId: string;
  /** Ranges of the network. One for managed services is kept by those that were planned here alone. */
  readonly plan: Pick<NetworkPlan, 'nodes' | 'services' | 'controlPlane' | 'pods'> &
    Partial<Pick<NetworkPlan, 'privateServices'>>;
  /** Name of the secondary range that pods take their addresses from. */
  readonly podsRangeName: string;
  /** Name of the secondary range that services take their addresses from. */
  readonly servicesRangeName: string;
  /**
   * More secondary ranges for pods, by their name.
   *
   * @default - none
   */
  readonly additionalPodRanges?: Readonly<Record<string, Cidr>>;
  /** Network tag of nodes, which the firewall rules apply to. */
  readonly nodeTag: string;
}
