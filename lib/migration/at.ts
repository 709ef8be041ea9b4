/** What lies under a path of keys; undefined where a key is missing on the way. */
export function at(from: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, key) => (isMap(found) && Object.hasOwn(found, key) ? found[key] : undefined),
    from,
  );
}

/** The list under a path of keys; empty where there is none. */
export function listAt(from: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(from, ...path);
  return Array.isArray(found) ? found : [];
}

/** The text under a path of keys; undefined where there is none. */
export function textAt(from: unknown, ...path: readonly string[]): string | undefined {
  const found = at(from, ...path);
  return typeof found === 'string' ? found : undefined;
}

/** Keys of a map; none where it is no map. */
export function keysOf(from: unknown): readonly string[] {
  return isMap(from) ? Object.keys(from) : [];
}

function isMap(found: unknown): found is Readonly<Record<string, unknown>> {
  return typeof found === 'object' && found !== null && !Array.isArray(found);
}
