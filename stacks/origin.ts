import { ConstructError } from '../lib/core/errors';
import type { FilePath } from '../lib/environment/fault';

/** What constructs refused, and the parts of the environment file that they were made from. */
export class OriginError extends Error {
  constructor(public readonly refused: readonly { readonly origin: FilePath; readonly error: ConstructError }[]) {
    super(refused.map(({ error }) => error.message).join('\n'));
    this.name = 'OriginError';
  }
}

/** Makes constructs from one part of the environment file, which is where what they refuse is reported. */
export function from<T>(origin: FilePath, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof ConstructError) throw new OriginError([{ origin, error }]);
    throw error;
  }
}

/** The same for every entry of a map; what any of them refuses is reported together. */
export function fromEach<T>(
  origin: FilePath,
  entries: Readonly<Record<string, T>>,
  make: (name: string, entry: T) => void,
): void {
  gather(Object.entries(entries), ([name, entry]) => from([...origin, name], () => make(name, entry)));
}

/** Makes something of each item, and reports what was refused of all of them together. */
export function gather<Item, Made>(items: readonly Item[], make: (item: Item) => Made): readonly Made[] {
  const refused: OriginError['refused'][number][] = [];
  const made = items.flatMap((item) => {
    try {
      return [make(item)];
    } catch (error) {
      if (!(error instanceof OriginError)) throw error;
      refused.push(...error.refused);
      return [];
    }
  });
  if (refused.length > 0) throw new OriginError(refused);
  return made;
}
