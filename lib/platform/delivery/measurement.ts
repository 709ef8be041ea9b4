/** A query of Prometheus, and what its answer has to be. */
export interface Measurement {
  /** Query that gives a vector of one number, as every aggregation does. */
  readonly query: string;
  /** @default - no lower bound */
  readonly min?: number;
  /** @default - no upper bound */
  readonly max?: number;
}
