import { ConstructError, type Refusal } from '../../../lib/core/errors';

/** What a construct named `sample` would say of these refusals; empty where there is none. */
export function describeRefusals(refusals: readonly (Refusal | undefined)[]): string {
  const found = refusals.flatMap((refusal) => refusal ?? []);
  return new ConstructError('sample', found).message;
}
