import type { z } from 'zod';
import type { FileData, Filled } from './file-data';
import type { googleClusterSchema } from './google-cluster-schema';
import type { googlePoolSchema } from './google-pool-schema';
import type { googleSchema } from './google-schema';

type ClusterFile = FileData<z.infer<typeof googleClusterSchema>>;
type PoolFile = FileData<z.infer<typeof googlePoolSchema>>;
type GoogleFile = FileData<z.infer<typeof googleSchema>>;

/** A GKE node pool. Each value is documented where the schema describes it. */
export type GoogleNodePoolEnvironment = Filled<PoolFile, 'spot' | 'diskSizeGib' | 'labels' | 'taints'>;

/** Where a cluster joins a subnet that belongs to another project. */
export type SharedNetworkEnvironment = Exclude<ClusterFile['network']['shared'], undefined>;

/** The network of a GKE cluster: one of its own, planned from a range, or a shared one. */
export type GoogleNetworkEnvironment =
  | (Filled<ClusterFile['network'], 'cidr'> & { readonly shared?: undefined })
  | { readonly shared: SharedNetworkEnvironment };

/** When and how a cluster is backed up. */
export type GoogleBackupEnvironment = Filled<Exclude<ClusterFile['backup'], undefined>, 'enabled'>;

/** A GKE cluster, with its profile's defaults put in. Each value is documented where the schema describes it. */
export interface GoogleClusterEnvironment extends Omit<
  Filled<ClusterFile, 'mode' | 'releaseChannel' | 'authorizedNetworks' | 'administrators' | 'deletionProtection'>,
  'network' | 'nodePools' | 'backup'
> {
  readonly network: GoogleNetworkEnvironment;
  readonly backup: GoogleBackupEnvironment;
  /** Empty in mode autopilot. */
  readonly nodePools: Readonly<Record<string, GoogleNodePoolEnvironment>>;
}

/** What an environment has on Google Cloud beside its clusters. */
export type GoogleEnvironment = Filled<GoogleFile, 'auditLogs'>;
