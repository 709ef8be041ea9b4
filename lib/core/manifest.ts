/** A Kubernetes object as it will be applied. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** A file of a GitOps tree: one object. */
export interface ManifestFile {
  /** Path below the manifests folder, with forward slashes. */
  readonly path: string;
  readonly manifest: Manifest;
}
