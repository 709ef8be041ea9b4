import type { z } from 'zod';
import type { awsClusterSchema } from './aws-cluster-schema';
import type { awsPoolSchema } from './aws-pool-schema';
import type { awsSchema } from './aws-schema';
import type { FileData, Filled } from './file-data';

type ClusterFile = FileData<z.infer<typeof awsClusterSchema>>;
type PoolFile = FileData<z.infer<typeof awsPoolSchema>>;
type NetworkFile = ClusterFile['network'];

/** A node group. Each value is documented where the schema describes it. */
export type AwsNodePoolEnvironment = Filled<PoolFile, 'spot' | 'diskSizeGib' | 'labels' | 'taints'>;

/** A VPC that was there before the cluster. */
export type ExistingVpcEnvironment = Exclude<NetworkFile['existing'], undefined>;

/** The network of an EKS cluster: one of its own, planned from a range, or one that is there already. */
export type AwsNetworkEnvironment =
  | (Filled<NetworkFile, 'cidr' | 'natGateways'> & { readonly existing?: undefined })
  | { readonly existing: ExistingVpcEnvironment };

/** How a cluster is backed up. */
export type AwsBackupEnvironment = Filled<Exclude<ClusterFile['backup'], undefined>, 'enabled' | 'engine'>;

/** An EKS cluster, with its profile's defaults put in. Each value is documented where the schema describes it. */
export interface AwsClusterEnvironment extends Omit<
  Filled<ClusterFile, 'mode' | 'zones' | 'kubernetesVersion' | 'publicAccessCidrs' | 'deletionProtection'>,
  'network' | 'nodePools' | 'backup'
> {
  readonly network: AwsNetworkEnvironment;
  readonly backup: AwsBackupEnvironment;
  /** Empty in mode auto, and where all pods run on Fargate. */
  readonly nodePools: Readonly<Record<string, AwsNodePoolEnvironment>>;
}

/** What an environment has on AWS beside its clusters. */
export type AwsEnvironment = FileData<z.infer<typeof awsSchema>>;
