import type { StorageClassName } from '../core/cluster';
import type { GpuSpec, ResourceAmounts } from '../core/model/resources';
import type { Replicas } from '../core/model/scaling';
import type { Waiver } from '../core/waiver';
import type { AwsClusterEnvironment, AwsEnvironment } from './aws-environment';
import type { GoogleClusterEnvironment, GoogleEnvironment } from './google-environment';

export type { AwsClusterEnvironment, AwsEnvironment, AwsNodePoolEnvironment } from './aws-environment';
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

export type ClusterEnvironment = AwsClusterEnvironment | GoogleClusterEnvironment;

/** What an environment changes about one service. */
export interface ServiceOverrides {
  readonly tag?: string;
  readonly digest?: string;
  readonly replicas?: Replicas;
  /** What differs on one cluster, by its name. */
  readonly clusters?: Readonly<Record<string, { readonly replicas: Replicas }>>;
  readonly resources?: {
    readonly requests?: Partial<ResourceAmounts>;
    readonly limits?: Partial<ResourceAmounts>;
    readonly gpu?: GpuSpec;
  };
  readonly env?: Readonly<Record<string, string>>;
  readonly storage?: Readonly<Record<string, { readonly size?: string; readonly storageClass?: StorageClassName }>>;
  /** How new pods take the place of old ones, in place of what the system says. */
  readonly rollout?: 'RollingUpdate' | 'Recreate';
  /** Pools that the pods run on, the first preferred. */
  readonly pools?: readonly string[];
  /** Whether runs of a CronJob are left out. */
  readonly suspend?: boolean;
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
  /** What the environment has on AWS beside its clusters. */
  readonly aws: AwsEnvironment;
  /** What the environment has on Google Cloud beside its clusters. */
  readonly google: GoogleEnvironment;
  readonly services: Readonly<Record<string, ServiceOverrides>>;
  readonly waivers: readonly Waiver[];
}
