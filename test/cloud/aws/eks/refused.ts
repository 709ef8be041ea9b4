import { ConstructError, refuse, type Refusal } from '../../../../lib/core/errors';

/** What a cluster says to its user of the refusals, a line each; nothing where there are none. */
export function refused(refusals: readonly (Refusal | undefined)[]): string[] {
  try {
    refuse('cluster', refusals);
  } catch (error) {
    if (error instanceof ConstructError) return error.message.split('\n').map((line) => line.replace('cluster: ', ''));
    throw error;
  }
  return [];
}
