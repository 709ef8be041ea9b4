/** What a construct refuses, in the words of the person who wrote the property. */
export interface Refusal {
  /** Property as the user wrote it, dotted where nested: `nodes.min`. */
  readonly property: string;
  /** The rule that was broken: `must be at most nodes.max (12)`. */
  readonly rule: string;
  /** The value received. */
  readonly got: unknown;
  /**
   * How to mend it.
   *
   * @default - the rule says it
   */
  readonly remedy?: string;
}

/** Thrown by a construct whose properties cannot work. The message lists every refusal, a line each. */
export class ConstructError extends Error {
  constructor(
    public readonly path: string,
    public readonly refusals: readonly Refusal[],
  ) {
    super(refusals.map((refusal) => `${path}: ${describe(refusal)}`).join('\n'));
    this.name = 'ConstructError';
  }
}

/** Throws one `ConstructError` with all refusals, or returns where there is none. */
export function refuse(path: string, refusals: readonly (Refusal | undefined)[]): void {
  const found = refusals.filter((refusal): refusal is Refusal => refusal !== undefined);
  if (found.length > 0) throw new ConstructError(path, found);
}

function describe({ property, rule, got, remedy }: Refusal): string {
  const value = typeof got === 'string' ? `'${got}'` : JSON.stringify(got);
  return `'${property}' ${rule}, got ${value}${remedy === undefined ? '' : `; ${remedy}`}`;
}
