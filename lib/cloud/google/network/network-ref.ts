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
  readonly plan: Pick<NetworkPlan, 'nodes' | 'services' | 'controlPlane' | 'pods'>;
  /** Name of the secondary range that pods take their addresses from. */
  readonly podsRangeName: string;
  /** Name of the secondary range that services take their addresses from. */
  readonly servicesRangeName: string;
  /** Network tag of nodes, which the firewall rules apply to. */
  readonly nodeTag: string;
}
