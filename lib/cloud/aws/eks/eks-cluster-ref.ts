import type { AwsPlace } from '../aws-construct';

/** What node groups and identities need to know of the cluster they belong to. */
export interface IEksCluster extends AwsPlace {
  /** Name of the cluster, known at synthesis; for names and policies. */
  readonly clusterName: string;
  /** The same name as Terraform's reference; whoever uses it waits for the cluster. */
  readonly clusterNameRef: string;
  /** Whether nodes are ours (`standard`), or AWS runs them, too (`auto`). */
  readonly mode: 'standard' | 'auto';
  /** Security group that EKS makes, and that the nodes and the control plane share; known once created. */
  readonly clusterSecurityGroupId: string;
}
