import type { Refusal } from '../../../../../lib/core/errors';

/** What refusals say, without those that there are none of: property, rule and value. */
export function refused(refusals: readonly (Refusal | undefined)[]): string[] {
  return refusals.flatMap((refusal) =>
    refusal === undefined ? [] : [`${refusal.property} ${refusal.rule}: ${JSON.stringify(refusal.got)}`],
  );
}
