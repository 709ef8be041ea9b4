import type { ImageRegistry } from './image-registry';
import type { ServiceIdentity } from './service-identity';

/** The clouds that have a room under `lib/cloud`. */
export const CLOUDS = ['aws', 'google'] as const;
export type Cloud = (typeof CLOUDS)[number];

/** Classes of block storage that every cluster offers, whatever its cloud calls the disks. */
export const STORAGE_CLASSES = ['standard-ssd', 'fast-ssd'] as const;
export type StorageClassName = (typeof STORAGE_CLASSES)[number];

/** How a StorageClass makes its volumes. */
export interface StorageClassSpec {
  /** CSI driver. */
  readonly provisioner: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** What becomes of the disk when its claim is deleted. */
  readonly reclaimPolicy: 'Delete' | 'Retain';
}

/** Where the values of secrets are read from, and as whom. */
export type SecretStore =
  | {
      readonly kind: 'aws-secrets-manager';
      readonly region: string;
      /** Role of a namespace, which the External Secrets controller assumes for that namespace's stores only. */
      readonly roleArn: (namespace: string) => string;
      /** Name of the secret in the store. */
      readonly key: (secret: string) => string;
    }
  | {
      readonly kind: 'google-secret-manager';
      readonly project: string;
      readonly location: string;
      readonly clusterName: string;
      readonly key: (secret: string) => string;
    };

/**
 * What manifests may know of a cluster. All of it is known at synthesis, so that manifests hold no Terraform
 * token and no step has to ask Terraform for an output.
 */
export interface Cluster {
  /** Key of the cluster in the environment file, and folder of its manifests. */
  readonly name: string;
  readonly cloud: Cloud;
  /** Region, or zone of a zonal cluster. */
  readonly location: string;
  /** Name of the cluster in its cloud. */
  readonly clusterName: string;
  /** Registry made for this environment, which the nodes may pull from. */
  readonly registry: ImageRegistry;
  readonly storageClasses: Readonly<Record<StorageClassName, StorageClassSpec>>;
  readonly secretStore: SecretStore;
  /** Address and port of the endpoint where pods fetch credentials of their cloud identity. */
  readonly credentialEndpoint: { readonly cidr: string; readonly port: number };
  /**
   * Annotations that make a Kubernetes service account act as a cloud identity; empty where the cloud keeps
   * that association on its own side.
   */
  readonly identityAnnotations: (identity: Pick<ServiceIdentity, 'name'>) => Readonly<Record<string, string>>;
}
