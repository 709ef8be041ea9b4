import { z } from 'zod';

/** Text of one form. The rule answers a missing value, one of the wrong type and one of the wrong form alike. */
export function text(rule: string, pattern: RegExp): z.ZodString {
  return z.string({ error: rule }).regex(pattern, { error: rule });
}

/** Text that no pattern describes: `fault` returns what is wrong with it. The pattern is for editors only. */
export function checkedText(rule: string, pattern: string, fault: (value: string) => string | undefined): z.ZodString {
  return z
    .string({ error: rule })
    .refine((value) => fault(value) === undefined, { error: ({ input }) => fault(String(input)) ?? rule })
    .meta({ pattern });
}
