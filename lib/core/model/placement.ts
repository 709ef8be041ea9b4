/** Which nodes pods run on, and how far apart. */
export interface Placement {
  /**
   * Pools of the cluster that the pods may run on, by their names in the environment's file, the first preferred.
   * Their taints are tolerated. A cluster that makes nodes by itself keeps nodes of that name for these pods.
   *
   * @default - any nodes without taints
   */
  readonly pools?: readonly string[];
  /**
   * Architecture that the image was built for.
   *
   * @default - any
   */
  readonly architecture?: 'amd64' | 'arm64';
  /**
   * Whether the pods run apart from the node's kernel, in gVisor.
   *
   * @default false
   */
  readonly sandbox?: boolean;
  /**
   * How far replicas are kept apart. `required` leaves a pod waiting rather than have two share a zone or node
   * unevenly; `preferred` only tries.
   *
   * @default - zones required, nodes preferred
   */
  readonly spread?: { readonly zones?: SpreadRule; readonly nodes?: SpreadRule };
}

export type SpreadRule = 'required' | 'preferred';
