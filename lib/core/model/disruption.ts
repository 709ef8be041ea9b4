/** A number of pods, or a share of them such as `80%`. */
export type PodShare = number | `${number}%`;

/** How many pods may be taken away on purpose at once, or have to stay. */
export type DisruptionLimit = { readonly maxUnavailable: PodShare } | { readonly minAvailable: PodShare };

/** When nodes may be drained, and how far. */
export interface Disruption {
  /**
   * What holds at all times, or outside of `schedule`.
   *
   * @default - one pod may be missing; of a quorum, as many as leave a majority
   */
  readonly limit?: DisruptionLimit;
  /** @default - the limit never changes */
  readonly schedule?: DisruptionSchedule;
}

/** A time during which another limit holds: a stricter one during business, or a looser one for maintenance. */
export interface DisruptionSchedule {
  /** Time zone as the IANA names it, such as `America/New_York`. */
  readonly timeZone: string;
  /** Cron expression of the beginning. */
  readonly start: string;
  /** Cron expression of the end. */
  readonly end: string;
  /** What holds meanwhile. */
  readonly limit: DisruptionLimit;
}
