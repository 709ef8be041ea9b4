/** An error fails synthesis; a warning is printed and synthesis goes on. */
export type Severity = 'error' | 'warning';

/** A place in a file that a person wrote. Lines and columns count from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * What every check reports: the environment loader, the policy rules, the search for broken references.
 * One type, so that there is one report, and one way to silence a finding: a waiver.
 */
export interface Finding {
  /** Id of the rule in kebab case, as a waiver names it. */
  readonly rule: string;
  readonly severity: Severity;
  /** Name of the resource at fault, as a waiver names it. */
  readonly resource: string;
  /** Where it is: a construct path, a manifest's path, or a path inside the environment file. */
  readonly path: string;
  /** What is wrong, with the value received and the values allowed. */
  readonly message: string;
  /**
   * How to mend it.
   *
   * @default - the message says it all
   */
  readonly remedy?: string;
  /**
   * The line to edit.
   *
   * @default - the finding lies in what was generated, not in a file
   */
  readonly location?: SourceLocation;
}

/** Thrown where work cannot go on; carries every fault that was found, never only the first. */
export class FindingsError extends Error {
  constructor(public readonly findings: readonly Finding[]) {
    super(findings.map((finding) => `${finding.path}: ${finding.message}`).join('\n'));
    this.name = 'FindingsError';
  }
}
