import type { Finding, SourceLocation } from './finding';
import type { WaivedFinding } from './waiver';

/** What a report says. */
export interface ReportProps {
  readonly open: readonly Finding[];
  /** @default [] */
  readonly waived?: readonly WaivedFinding[];
  /**
   * What the faults led to, said after their number; left out where there is no fault.
   *
   * @default 'nothing written'
   */
  readonly consequence?: string;
}

/**
 * The text that a person reads: errors, then warnings, then what was waived and why, then their numbers. It holds
 * no colour and ends without a newline, and the same findings give the same text in whatever order they come.
 */
export function formatReport({ open, waived = [], consequence = 'nothing written' }: ReportProps): string {
  const sorted = [...open].sort(compareFindings);
  const errors = sorted.filter(({ severity }) => severity === 'error');
  const warnings = sorted.filter(({ severity }) => severity === 'warning');
  const silenced = [...waived].sort((left, right) => compareFindings(left.finding, right.finding));
  return [
    ...errors.map((finding) => block(finding, statement(finding))),
    ...warnings.map((finding) => block(finding, `warning: ${statement(finding)}`)),
    ...silenced.map(({ finding, waiver }) => block(finding, `waived until ${waiver.expires}: ${waiver.reason}`)),
    summary(errors.length, warnings.length, silenced.length, consequence),
  ].join('\n');
}

/** Orders findings by place, then by what they say. */
export function compareFindings(left: Finding, right: Finding): number {
  return (
    compare(left.location?.file ?? left.path, right.location?.file ?? right.path) ||
    compare(left.location?.line ?? 0, right.location?.line ?? 0) ||
    compare(left.location?.column ?? 0, right.location?.column ?? 0) ||
    compare(left.path, right.path) ||
    compare(left.rule, right.rule) ||
    compare(left.resource, right.resource) ||
    compare(left.message, right.message)
  );
}

/** By code unit: the order of a language would differ between machines. */
function compare<T extends string | number>(left: T, right: T): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Without a line to edit, the rule and the resource are named, as a waiver would have to name them. */
function block(finding: Finding, text: string): string {
  const { location, path, rule, resource } = finding;
  const heading = location === undefined ? `${path}  (${rule}, ${resource})` : `${place(location)}  ${path}`;
  return `${heading}\n${text.replace(/^/gm, '  ')}`;
}

function place({ file, line, column }: SourceLocation): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

function statement({ message, remedy }: Finding): string {
  return remedy === undefined ? message : `${message}; ${remedy}`;
}

function summary(errors: number, warnings: number, waived: number, consequence: string): string {
  const counts = [
    errors === 0 ? 'no faults' : counted(errors, 'fault'),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning')]),
    ...(waived === 0 ? [] : [`${waived} waived`]),
    ...(errors === 0 ? [] : [consequence]),
  ];
  return counts.join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
