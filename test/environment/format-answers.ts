import type { z } from 'zod';

/** Values that are no text at all. */
export const NO_TEXT = [undefined, null, 7, true, ['a'], {}];

/** What a value is answered with; undefined where it is accepted. */
export function fault(format: z.ZodType, value: unknown): string | undefined {
  return format
    .safeParse(value)
    .error?.issues.map(({ message }) => message)
    .join('\n');
}

/** The same of many values, each beside it. */
export function answers(
  format: z.ZodType,
  values: readonly unknown[],
): readonly (readonly [unknown, string | undefined])[] {
  return values.map((value) => [value, fault(format, value)]);
}

/** The same answer to all of them. */
export function all(values: readonly unknown[], answer: string | undefined): ReturnType<typeof answers> {
  return values.map((value) => [value, answer]);
}
