/** What one check found out about one subject. */
export interface Outcome {
  /** Name of the check, such as `kubernetes-schemas`. */
  readonly check: string;
  /** What was looked at: a folder, a stack. */
  readonly subject: string;
  /** Skipped means that the machine lacks what the check needs. */
  readonly status: 'passed' | 'failed' | 'skipped';
  /** Every fault in full, or why the check was not run, or how much was looked at. */
  readonly details: readonly string[];
}

const WORDS: Readonly<Record<Outcome['status'], string>> = { passed: 'pass', failed: 'FAIL', skipped: 'not run' };

/** The report a person reads: a line for each outcome, its details below it, the counts alone on the last line. */
export function formatReport(outcomes: readonly Outcome[]): string {
  const count = (status: Outcome['status']): number => outcomes.filter((outcome) => outcome.status === status).length;
  const counts = `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`;
  return `${[...outcomes.map(formatOutcome), counts].join('\n')}\n`;
}

/**
 * What follows from a missing tool: on a developer's machine the check is skipped; in CI, which should have the tool,
 * it fails.
 */
export function missingTool(check: string, subject: string, reason: string): Outcome {
  return { check, subject, status: process.env.CI === 'true' ? 'failed' : 'skipped', details: [reason] };
}

function formatOutcome({ check, subject, status, details }: Outcome): string {
  const indented = details
    .flatMap((detail) => detail.trimEnd().split('\n'))
    .map((line) => `         ${line}`.trimEnd());
  return [`${WORDS[status].padEnd(8)} ${check}: ${subject}`, ...indented].join('\n');
}
