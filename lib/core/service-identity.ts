/** What a cloud identity may do. Each action names the resources it is granted on; there are no wildcards. */
export type Permission =
  /** Read the current value of named secrets of the environment's secret store. */
  { readonly action: 'secret:read'; readonly secrets: readonly string[] };

/** A Kubernetes service account that acts as an identity of the cloud. */
export interface ServiceIdentity {
  /** Name by which the cluster's stack keys it; unique within a cluster. */
  readonly name: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly permissions: readonly Permission[];
}
