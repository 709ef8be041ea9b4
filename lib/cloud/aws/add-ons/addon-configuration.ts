/** Text of an add-on's configuration, the same whatever order its keys were written in; undefined where empty. */
export function addonConfiguration(values: Readonly<Record<string, unknown>>): string | undefined {
  return Object.keys(values).length === 0 ? undefined : JSON.stringify(sorted(values));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([first], [second]) => (first < second ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
