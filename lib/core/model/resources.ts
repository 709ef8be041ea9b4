/** CPU and memory as Kubernetes writes them. */
export interface ResourceAmounts {
  readonly cpu: string;
  readonly memory: string;
}

/** What a container is promised, and what it may use at most. */
export interface ResourceSpec {
  readonly requests: ResourceAmounts;
  readonly limits: ResourceAmounts;
  /** @default - no GPU */
  readonly gpu?: GpuSpec;
}

/** GPUs that a container has to itself. */
export interface GpuSpec {
  /** How many; 0 takes away what a system asks for. */
  readonly count: number;
  /**
   * Type as the cloud writes it, such as `nvidia-l4`.
   *
   * @default - any that the pools of `placement` have; a cluster that makes nodes by itself has to be told
   */
  readonly type?: string;
}
