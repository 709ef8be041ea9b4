/** What every kind of rollout has. */
interface RolloutFields {
  /**
   * How many old versions can be gone back to.
   *
   * @default 5
   */
  readonly revisionHistoryLimit?: number;
  /**
   * How long a rollout may make no progress before it counts as failed.
   *
   * @default 600
   */
  readonly progressDeadlineSeconds?: number;
  /**
   * How long a new pod has to stay ready before it counts.
   *
   * @default 0
   */
  readonly minReadySeconds?: number;
}

/** New pods replace old ones, a few at a time. */
export interface RollingUpdate extends RolloutFields {
  readonly strategy: 'RollingUpdate';
  /**
   * How many pods may be missing, or a share of them such as `25%`.
   *
   * @default 0
   */
  readonly maxUnavailable?: number | string;
  /**
   * How many pods may be added, or a share of them.
   *
   * @default 1
   */
  readonly maxSurge?: number | string;
}

/** All old pods end before a new one starts: for what cannot run twice. */
export interface Recreate extends RolloutFields {
  readonly strategy: 'Recreate';
}

/** Who carries out a progressive rollout. */
export type RolloutEngine = 'argo-rollouts' | 'flagger';

/** A share of the traffic that the new version gets, and how long it is watched with it. */
export interface CanaryStep {
  /** Percent of the requests, from 1 to 99; after the last step it is all of them. */
  readonly weight: number;
  /**
   * How long to wait before the next step.
   *
   * @default - until somebody promotes it; Flagger cannot wait for people
   */
  readonly pauseSeconds?: number;
}

/** The new version gets a growing share of the traffic, and loses it at once where its metrics are bad. */
export interface Canary extends RolloutFields {
  readonly strategy: 'Canary';
  /** @default 'argo-rollouts' */
  readonly engine?: RolloutEngine;
  readonly steps: readonly CanaryStep[];
  /** What the new version is judged by; a failure aborts the rollout and gives all traffic back. */
  readonly analysis: Analysis;
}

/** The new version stands complete beside the old one, and all traffic moves at once. */
export interface BlueGreen extends RolloutFields {
  readonly strategy: 'BlueGreen';
  /** @default 'argo-rollouts' */
  readonly engine?: RolloutEngine;
  /**
   * How long the new version waits for its traffic once it is ready and its metrics are good.
   *
   * @default - until somebody promotes it; Flagger moves the traffic at once
   */
  readonly autoPromotionSeconds?: number;
  /**
   * How long the old version is kept after the traffic moved, to go back to.
   *
   * @default 600
   */
  readonly scaleDownDelaySeconds?: number;
  /** What the new version is judged by; a failure leaves or brings the traffic to the old one. */
  readonly analysis: Analysis;
}

/** How a new version takes the place of the old one. */
export type Rollout = RollingUpdate | Recreate | Canary | BlueGreen;

/** What a new version is judged by, measured again and again while it takes traffic. */
export interface Analysis {
  /** @default 60 */
  readonly intervalSeconds?: number;
  /**
   * How many measurements of a metric may fail before the rollout is aborted.
   *
   * @default 2
   */
  readonly failureLimit?: number;
  /** Metrics by name, at least one. */
  readonly metrics: Readonly<Record<string, AnalysisMetric>>;
}

/** One metric of the new version, and what it has to be. */
export type AnalysisMetric =
  /** Share of requests that do not fail, as the mesh counts them. */
  | { readonly kind: 'success-rate'; readonly minPercent: number }
  /** Time by which a share of requests is answered, as the mesh measures it. */
  | { readonly kind: 'latency'; readonly percentile: number; readonly maxMilliseconds: number }
  /** A query of Prometheus that gives one number. */
  | { readonly kind: 'prometheus'; readonly query: string; readonly min?: number; readonly max?: number };
