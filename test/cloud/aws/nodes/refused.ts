import { ConstructError, type Refusal } from '../../../../lib/core/errors';

/** What is refused, as the person reads it; empty where nothing is. */
export function refusedText(refusals: readonly (Refusal | undefined)[]): string {
  return new ConstructError(
    'nodes',
    refusals.filter((refusal) => refusal !== undefined),
  ).message;
}
