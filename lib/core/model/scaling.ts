/** How fast a horizontal autoscaler may move in one direction. */
export interface ScalingRules {
  /** How long the autoscaler looks back before it follows a metric. */
  readonly stabilizationWindowSeconds: number;
  readonly policies: readonly {
    readonly type: 'Percent' | 'Pods';
    readonly value: number;
    readonly periodSeconds: number;
  }[];
  /**
   * Which of several policies counts.
   *
   * @default 'Max'
   */
  readonly selectPolicy?: 'Max' | 'Min' | 'Disabled';
}

/** Horizontal autoscaling by the pods' own use of CPU and memory. */
export interface Autoscaling {
  /** Average use of the requested CPU that the autoscaler aims for, in percent. */
  readonly cpuUtilizationPercent?: number;
  /** Average use of the requested memory that the autoscaler aims for, in percent. */
  readonly memoryUtilizationPercent?: number;
  readonly scaleUp?: ScalingRules;
  readonly scaleDown?: ScalingRules;
}

/** A fixed number of pods, or the bounds within which an autoscaler chooses one. */
export type Replicas = number | { readonly min: number; readonly max: number };

/** Most pods that run, leaving out the surge of a rollout. */
export function maxReplicas(replicas: Replicas): number {
  return typeof replicas === 'number' ? replicas : replicas.max;
}
