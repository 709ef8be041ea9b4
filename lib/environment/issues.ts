import type { z } from 'zod';
import { nearest } from '../core/nearest';
import type { Fault, FilePath } from './fault';

const MERGE_KEY = 'merge keys are not read; write the keys out';

/** What was written at a path, for a message: the value, and its text where it is a scalar. */
export interface Written {
  readonly value: unknown;
  readonly text?: string;
}

/** What the schema refused, in words for the person who wrote the file. */
export function schemaFaults(
  issues: readonly z.core.$ZodIssue[],
  written: (path: FilePath) => Written,
): readonly Fault[] {
  return issues.flatMap((issue) => issueFaults(issue, [], written));
}

function issueFaults(issue: z.core.$ZodIssue, base: FilePath, written: (path: FilePath) => Written): readonly Fault[] {
  const path = [...base, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(issue, path);
    case 'invalid_key':
      return [keyFault(path, `${issue.issues[0]?.message ?? issue.message}, got '${String(path.at(-1))}'`)];
    case 'invalid_union':
      return unionFaults(issue, path, written);
    case 'invalid_value':
      return [choiceFault(path, issue.values.map(String), written(path))];
    case 'custom':
      return [fault(path, issue.message)];
    case 'invalid_type':
    case 'invalid_format':
    case 'too_small':
    case 'too_big':
    case 'not_multiple_of':
    case 'invalid_element':
      return [valueFault(path, issue, written(path))];
  }
}

/** The schema answers each unknown key with a line of its own. */
function unknownKeys(issue: z.core.$ZodIssueUnrecognizedKeys, path: FilePath): readonly Fault[] {
  const lines = issue.message.split('\n');
  return issue.keys.map((key, index) => keyFault([...path, key], lines[index] ?? issue.message));
}

function keyFault(path: FilePath, message: string): Fault {
  return fault(path, path.at(-1) === '<<' ? MERGE_KEY : message, 'key');
}

/** Of several forms that a value may have, the faults of the one that was meant. */
function unionFaults(
  issue: z.core.$ZodIssueInvalidUnion,
  path: FilePath,
  written: (path: FilePath) => Written,
): readonly Fault[] {
  if (issue.errors.length === 0 && 'options' in issue && Array.isArray(issue.options)) {
    return [choiceFault(path, issue.options.map(String), written(path))];
  }
  const meant = issue.errors.find((branch) => !branch.some(isWrongType));
  if (meant === undefined) return [fault(path, `${issue.message}, got ${describe(written(path), true)}`)];
  return meant.flatMap((inner) => issueFaults(inner, path, written));
}

function isWrongType(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 0;
}

function choiceFault(path: FilePath, choices: readonly string[], written: Written): Fault {
  if (written.value === undefined) return fault(path, `is missing; must be one of ${choices.join(', ')}`);
  const guess = typeof written.value === 'string' ? nearest(written.value, choices) : undefined;
  const hint = guess === undefined ? '' : `; did you mean '${guess}'?`;
  const wrongType = typeof written.value !== 'string';
  return fault(path, `must be one of ${choices.join(', ')}, got ${describe(written, wrongType)}${hint}`);
}

function valueFault(path: FilePath, issue: z.core.$ZodIssue, written: Written): Fault {
  const rule = ruleOf(issue);
  // A list that is too short is seen to be so.
  if (issue.code === 'too_small' && issue.origin === 'array') return fault(path, rule);
  if (written.value === undefined) return fault(path, `is missing; ${rule}`);
  const wrongType = issue.code === 'invalid_type' && !(issue.expected === 'int' && isFraction(written.value));
  const found = fault(path, `${rule}, got ${describe(written, wrongType)}`);
  if (!wrongType || issue.expected !== 'string' || !isBareScalar(written.value)) return found;
  return { ...found, remedy: `write it in quotes: "${written.text ?? String(written.value)}"` };
}

/** The schema words every rule about a scalar itself; what remains are maps and lists. */
function ruleOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type' || issue.message.startsWith('must')) return issue.message;
  return issue.expected === 'array' ? 'must be a list' : 'must be a map of keys and values';
}

/** A number, true or false, which the schema wants as text. */
function isBareScalar(value: unknown): value is number | boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

function isFraction(value: unknown): boolean {
  return typeof value === 'number' && !Number.isInteger(value);
}

function describe({ value, text }: Written, withType: boolean): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value !== 'string' && !isBareScalar(value)) return Array.isArray(value) ? 'a list' : 'a map';
  const shown = typeof value === 'string' ? `'${value}'` : (text ?? String(value));
  return withType ? `${typeof value} ${shown}` : shown;
}

function fault(path: FilePath, message: string, at?: Fault['at']): Fault {
  return { rule: 'environment-schema', path, message, ...(at === undefined ? {} : { at }) };
}
