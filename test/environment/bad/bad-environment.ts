/** One mistake in the sample file, and how it is answered. */
export interface BadEnvironment {
  readonly title: string;
  /** Text of the sample, and what stands there instead. */
  readonly change: readonly [string, string];
  /** Line and column of the answer. */
  readonly at: string;
  readonly path: string;
  /** Message and remedy. */
  readonly says: string;
}
