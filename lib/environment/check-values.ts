import { z } from 'zod';
import type { Draft } from './draft';
import { type Fault, type FilePath, formatPath, reference } from './fault';

const bounds = z.object({ min: z.int(), max: z.int() });

/** A lower bound above its upper bound. */
export function boundsFaults(draft: Draft, path: FilePath): readonly Fault[] {
  const found = draft.get(path, bounds);
  if (found === undefined || found.min <= found.max) return [];
  return [reference([...path, 'min'], `must be at most ${String(path.at(-1))}.max (${found.max}), got ${found.min}`)];
}

/**
 * Entries of a list that stand in it before.
 *
 * @param identity says what makes two entries the same; undefined leaves an entry out
 */
export function repeatedFaults(
  draft: Draft,
  path: FilePath,
  identity: (entry: FilePath) => string | undefined = (entry) => draft.get(entry, z.string()),
): readonly Fault[] {
  const entries = draft.entries(path);
  const identities = entries.map(identity);
  return entries.flatMap((entry, index) => {
    const value = identities[index];
    const first = entries[identities.indexOf(value)];
    if (value === undefined || first === undefined || first === entry) return [];
    return [reference(entry, `'${value}' stands in the list before, at ${formatPath(first)}`)];
  });
}
