import type { AwsPlace } from '../aws-construct';

/** A cluster that is watched: an `EksCluster`, or one that another stack made. */
export interface MonitoredCluster extends AwsPlace {
  /** Name of the cluster, known at synthesis. */
  readonly clusterName: string;
  /**
   * The same name as Terraform's reference; whoever uses it waits for the cluster.
   *
   * @default - the cluster exists already
   */
  readonly clusterNameRef?: string;
}
