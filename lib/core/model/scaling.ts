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

/** A series of Prometheus that the metrics adapter makes a metric of. */
export interface MetricSeries {
  /** Name of the series, such as `http_requests_total`. */
  readonly series: string;
  /** Whether its growth in a second counts (of a counter), or its value as it is (of a gauge). */
  readonly measure: 'rate' | 'value';
  /**
   * How far back the growth is measured.
   *
   * @default 120
   */
  readonly windowSeconds?: number;
  /**
   * Percentile of what a histogram of this name counted in that time, in the unit of its buckets; `measure` is `rate`.
   *
   * @default - the series is no histogram
   */
  readonly percentile?: number;
}

/** What an autoscaler follows beside CPU and memory; its name is that of the metric. */
export type ScalingMetric =
  /** A metric that each pod has, averaged over the pods; `from` has the adapter make it. */
  | { readonly type: 'pods'; readonly averageValue: string; readonly from?: MetricSeries }
  /** A metric of another object, such as a queue that an operator keeps. */
  | ({
      readonly type: 'object';
      readonly describedObject: { readonly apiVersion: string; readonly kind: string; readonly name: string };
      readonly from?: MetricSeries;
    } & MetricTarget)
  /** A metric that belongs to nothing in the cluster. */
  | ({
      readonly type: 'external';
      readonly matchLabels?: Readonly<Record<string, string>>;
      readonly from?: MetricSeries;
    } & MetricTarget)
  /** A query of Prometheus that gives one number, by KEDA. */
  | {
      readonly type: 'prometheus';
      readonly query: string;
      readonly threshold: number;
      /**
       * Whether the threshold is for each pod, or for the number as it is.
       *
       * @default 'AverageValue'
       */
      readonly target?: 'AverageValue' | 'Value';
      /** From where on the first pod starts; @default 0 */
      readonly activationThreshold?: number;
    }
  /** Messages that wait in one of the environment's queues, by KEDA. */
  | { readonly type: 'queue'; readonly queue: string; readonly messagesPerReplica: number }
  /** A time of the day at which a number of pods runs, by KEDA. */
  | {
      readonly type: 'cron';
      /** Time zone as the IANA names it, such as `Europe/Berlin`. */
      readonly timeZone: string;
      /** Cron expression of the beginning. */
      readonly start: string;
      /** Cron expression of the end. */
      readonly end: string;
      readonly replicas: number;
    };

/** The whole of a metric, or its share for each pod. */
export type MetricTarget = { readonly value: string } | { readonly averageValue: string };

/** Horizontal autoscaling: by the pods' own use of CPU and memory, and by metrics. The highest demand wins. */
export interface Autoscaling {
  /** Average use of the requested CPU that the autoscaler aims for, in percent. */
  readonly cpuUtilizationPercent?: number;
  /** Average use of the requested memory that the autoscaler aims for, in percent. */
  readonly memoryUtilizationPercent?: number;
  /**
   * Metrics by name. Where one of them is KEDA's, KEDA makes the autoscaler, and follows all of them.
   *
   * @default {}
   */
  readonly metrics?: Readonly<Record<string, ScalingMetric>>;
  readonly scaleUp?: ScalingRules;
  readonly scaleDown?: ScalingRules;
  /**
   * How long KEDA waits after the last demand before it takes away the last pod.
   *
   * @default 300
   */
  readonly cooldownSeconds?: number;
  /**
   * How many pods KEDA runs while it cannot read a metric.
   *
   * @default - as many as there are
   */
  readonly fallbackReplicas?: number;
}

/** A fixed number of pods, or the bounds within which an autoscaler chooses one; `min` 0 needs a metric of KEDA's. */
export type Replicas = number | { readonly min: number; readonly max: number };

/** Sizing pods by what they use. */
export interface VerticalScaling {
  /**
   * `recommend` writes down what it would do, `initial` sizes new pods, `auto` also pods that run: in place where
   * the node allows it, else one after the other.
   */
  readonly mode: 'recommend' | 'initial' | 'auto';
  /**
   * What it sizes; never what an autoscaler follows.
   *
   * @default - cpu and memory
   */
  readonly resources?: readonly ('cpu' | 'memory')[];
  /** @default - the VPA's own lower bounds */
  readonly min?: { readonly cpu?: string; readonly memory?: string };
  /** @default - the container's limits */
  readonly max?: { readonly cpu?: string; readonly memory?: string };
}

/** Most pods that run, leaving out the surge of a rollout. */
export function maxReplicas(replicas: Replicas): number {
  return typeof replicas === 'number' ? replicas : replicas.max;
}

/** Fewest pods that run. */
export function minReplicas(replicas: Replicas): number {
  return typeof replicas === 'number' ? replicas : replicas.min;
}

/** Whether a metric is KEDA's, which then makes the autoscaler. */
export function isEventMetric({ type }: ScalingMetric): boolean {
  return type === 'prometheus' || type === 'queue' || type === 'cron';
}
