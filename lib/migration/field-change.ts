import { isDeepStrictEqual } from 'node:util';

/** Longest value that a message repeats. */
const MAX_SHOWN = 80;

/** Whether a field is another; what is not written counts as its default. */
export function differs(previous: unknown, next: unknown, byDefault?: unknown): boolean {
  return !isDeepStrictEqual(previous ?? byDefault, next ?? byDefault);
}

/** `spec.serviceName was 'a' and cannot become 'b'`; values that are long are left out. */
export function cannotBecome(path: string, previous: unknown, next: unknown): string {
  const [before, after] = [show(previous), show(next)];
  if (Math.max(before.length, after.length) > MAX_SHOWN) return `${path} cannot change`;
  return `${path} was ${before} and cannot become ${after}`;
}

function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}
