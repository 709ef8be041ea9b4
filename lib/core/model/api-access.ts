/** What a workload may do through the Kubernetes API, in its own namespace. */
export interface ApiRule {
  /** Groups of the API; the empty text is the core. */
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly ('get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete')[];
  /** @default - every object of the kind */
  readonly resourceNames?: readonly string[];
}
