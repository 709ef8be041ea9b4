import type { StorageClassName } from '../core/cluster';
import type { Replicas } from '../core/model/scaling';
import type { ResourceAmounts } from '../core/model/workload-spec';
import type { Waiver } from '../core/waiver';
import type { GoogleClusterEnvironment, GoogleEnvironment } from './google-environment';

export type { GoogleClusterEnvironment, GoogleEnvironment, GoogleNodePoolEnvironment } from './google-environment';
export type { Waiver } from '../core/waiver';

/** Bundles of defaults; a value in the file always wins. */
export const PROFILES = ['development', 'production'] as const;
export type Profile = (typeof PROFILES)[number];

/** Where the Terraform states of an environment are kept, locked and encrypted. */
export type StateBackend =
  | {
      readonly backend: 's3';
      readonly bucket: string;
      readonly region: string;
      /** ARN or alias of the KMS key; without one the bucket's own encryption holds. */
      readonly kmsKeyId?: string;
    }
  | { readonly backend: 'gcs'; readonly bucket: string }
  | { readonly backend: 'local'; readonly path: string };

/** Keeps pods away that do not ask for the node. */
export interface TaintEnvironment {
  readonly key: string;
  readonly value: string;
  readonly effect: 'NO_SCHEDULE' | 'PREFER_NO_SCHEDULE' | 'NO_EXECUTE';
}

interface NodePoolFields {
  /** Bounds of the whole pool, over all zones. */
  readonly nodes: { readonly min: number; readonly max: number };
  /** Cheaper machines that the cloud may take away. */
  readonly spot: boolean;
  readonly diskSizeGib: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly TaintEnvironment[];
}

export interface AwsNodePoolEnvironment extends NodePoolFields {
  /** Instance types in order of preference. */
  readonly machineTypes: readonly string[];
}

/** An EKS cluster. */
export interface AwsClusterEnvironment {
  readonly cloud: 'aws';
  /** Number of the account, 12 digits. */
  readonly account: string;
  readonly region: string;
  /** Availability zones, two at least. */
  readonly zones: readonly string[];
  readonly kubernetesVersion: string;
  readonly network: { readonly cidr: string; readonly natGateways: 'single' | 'per-zone' };
  /** Ranges that may reach the API server over the internet; empty keeps it private. */
  readonly publicAccessCidrs: readonly string[];
  /** ARNs of the IAM roles that administer the cluster. */
  readonly administrators: readonly string[];
  readonly deletionProtection: boolean;
  readonly nodePools: Readonly<Record<string, AwsNodePoolEnvironment>>;
}

export type ClusterEnvironment = AwsClusterEnvironment | GoogleClusterEnvironment;

/** What an environment changes about one service. */
export interface ServiceOverrides {
  readonly tag?: string;
  readonly digest?: string;
  readonly replicas?: Replicas;
  readonly resources?: { readonly requests?: Partial<ResourceAmounts>; readonly limits?: Partial<ResourceAmounts> };
  readonly env?: Readonly<Record<string, string>>;
  readonly storage?: Readonly<Record<string, { readonly size?: string; readonly storageClass?: StorageClassName }>>;
}

/** One environment of one system, with its profile's defaults put in. */
export interface Environment {
  /** Path of the file it was read from, as given. */
  readonly file: string;
  readonly system: string;
  readonly environment: string;
  readonly profile: Profile;
  readonly domain: string;
  readonly state: StateBackend;
  /** Registry that pods pull from: the one made for the environment, or the system's own. */
  readonly images: { readonly registry: 'cluster' | 'external' };
  readonly clusters: Readonly<Record<string, ClusterEnvironment>>;
  /** What the environment has on Google Cloud beside its clusters. */
  readonly google: GoogleEnvironment;
  readonly services: Readonly<Record<string, ServiceOverrides>>;
  readonly waivers: readonly Waiver[];
}
