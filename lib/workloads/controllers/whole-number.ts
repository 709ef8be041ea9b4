import type { Refusal } from '../../core/errors';

/** Refuses what is no whole number, or less than the least; `unit` follows the words: ` of seconds`. */
export function wholeNumberRefusal(
  property: string,
  value: number | undefined,
  least: number,
  unit = '',
): Refusal | undefined {
  if (value === undefined || (Number.isInteger(value) && value >= least)) return undefined;
  return { property, rule: `must be a whole number${unit}, ${least} or more`, got: value };
}
