import type { ImageRegistry } from './image-registry';
import type { Permission, ServiceIdentity } from './service-identity';

/** The clouds that have a room under `lib/cloud`. */
export const CLOUDS = ['aws', 'google'] as const;
export type Cloud = (typeof CLOUDS)[number];

/** Classes of storage. The first two are disks, which every cluster offers; pods on several nodes share the last. */
export const STORAGE_CLASSES = ['standard-ssd', 'fast-ssd', 'shared'] as const;
export type StorageClassName = (typeof STORAGE_CLASSES)[number];

/** How a StorageClass makes its volumes. */
export interface StorageClassSpec {
  /** CSI driver. */
  readonly provisioner: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** What becomes of the disk when its claim is deleted. */
  readonly reclaimPolicy: 'Delete' | 'Retain';
}

/** Storage classes of a cluster by name; `shared` only where something offers it. */
export type StorageClassSpecs = Readonly<
  Record<Exclude<StorageClassName, 'shared'>, StorageClassSpec> & { readonly shared?: StorageClassSpec }
>;

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

/** A taint as Kubernetes writes it. */
export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
}

/** Label of the nodes of a pool with the pool's name in the environment's file, the same on every cloud. */
export const NODE_POOL_LABEL = 'node-pool';

/** What pods have to know of a pool of nodes to run on it. */
export interface NodePool {
  /** Taints of its nodes, those included that the cloud sets by itself. */
  readonly taints: readonly Taint[];
  /** @default - no GPUs */
  readonly gpu?: { readonly type?: string; readonly count: number };
  /**
   * Whether pods run in gVisor.
   *
   * @default false
   */
  readonly sandbox?: boolean;
  readonly spot?: boolean;
}

/** Where a cluster gets its nodes from: pools that we chose, or the cloud, pod by pod. */
export type ClusterNodes =
  | { readonly kind: 'pools'; readonly pools: Readonly<Record<string, NodePool>> }
  | { readonly kind: 'autopilot' }
  | { readonly kind: 'auto-mode' };

/** A queue as programs in the cluster, and KEDA, find it. */
export type QueueAddress =
  | { readonly kind: 'sqs'; readonly url: string; readonly region: string }
  | { readonly kind: 'pubsub'; readonly subscription: string; readonly topic: string; readonly project: string };

/** Where the cloud resources of an environment are found, by their names in the system. */
export interface CloudAddresses {
  /** Name of the bucket in the world. */
  readonly bucket: (bucket: string) => string;
  readonly queue: (queue: string) => QueueAddress;
  /** What the cloud's library takes for the topic: an ARN, or `projects/…/topics/…`. */
  readonly topic: (topic: string) => string;
}

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
  /**
   * Name of the environment, which traces tell.
   *
   * @default - traces do not tell it
   */
  readonly environment?: string;
  /** Registry made for this environment, which the nodes may pull from. */
  readonly registry: ImageRegistry;
  readonly nodes: ClusterNodes;
  readonly storageClasses: StorageClassSpecs;
  readonly secretStore: SecretStore;
  readonly addresses: CloudAddresses;
  /** Address and port of the endpoint where pods fetch credentials of their cloud identity. */
  readonly credentialEndpoint: { readonly cidr: string; readonly port: number };
  /** Ranges in which the API server's own addresses lie, behind the Service `kubernetes`; it listens on 443. */
  readonly apiServerRanges: readonly string[];
  /**
   * Ranges in which the Service `kubernetes` has its address, where network policies are looked at before the address is
   * translated, as under Amazon's VPC CNI.
   *
   * @default - policies see the API server's own addresses
   */
  readonly apiServerServiceRanges?: readonly string[];
  /**
   * Private ranges in which the cloud's APIs may answer, through endpoints of the network. Pods with a cloud identity
   * reach port 443 there and on public addresses.
   */
  readonly cloudApiRanges: readonly string[];
  /** Hosts of the cloud's APIs that a permission needs, sorted; those that give out credentials among them. */
  readonly cloudApiHosts: (permission: Permission) => readonly string[];
  /**
   * What enforces network policies that name hosts.
   *
   * @default - nothing: a policy names addresses, and the mesh the hosts
   */
  readonly fqdnPolicies?: 'cilium' | 'gke';
  /**
   * Annotations that make a Kubernetes service account act as a cloud identity; empty where the cloud keeps
   * that association on its own side.
   */
  readonly identityAnnotations: (identity: Pick<ServiceIdentity, 'name'>) => Readonly<Record<string, string>>;
}
