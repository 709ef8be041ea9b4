import type { ITerraformDependable } from 'cdktf';

/** Addresses that the pods and services of a cluster have: the one family or the other, never both. */
export type IpFamily = 'ipv4' | 'ipv6';

/** Where a cluster lives: what `EksCluster` needs to know of a network, ours or one that was there before. */
export interface ClusterNetwork {
  readonly vpcId: string;
  /** Subnets of load balancers that face the internet; empty where there are none. */
  readonly publicSubnetIds: readonly string[];
  /** Subnets of the nodes. */
  readonly privateSubnetIds: readonly string[];
  /** Subnets of the control plane's network interfaces; no way out is needed. */
  readonly intraSubnetIds: readonly string[];
  /** Addresses of the pods and services of a cluster in this network. EKS fixes them when the cluster is made. */
  readonly ipFamily: IpFamily;
  /**
   * What gives nodes their way to AWS: routes and endpoints. Nodes wait for it when they come, and it waits for
   * them when they go.
   */
  readonly egress: readonly ITerraformDependable[];
}
