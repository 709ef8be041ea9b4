import { FORCE_NEW, type ForceNewResource } from './force-new';

/**
 * What of a resource's attributes Terraform cannot change in place, by path and sorted: the values of attributes, in a
 * list, since a block may be there more than once, and the number of blocks. What is not set is left out.
 */
export function forceNewValues(type: ForceNewResource, attributes: unknown): Readonly<Record<string, unknown>> {
  const { attributes: names, blocks } = FORCE_NEW[type];
  const found = [
    ...names.map((path): [string, unknown[]] => [path, valuesAt(attributes, path.split('.'))]),
    ...blocks.map((path): [string, unknown[]] => [path, valuesAt(attributes, path.split('.')).flat()]),
  ].filter(([, values]) => values.length > 0);
  const isBlock = new Set(blocks);
  return Object.fromEntries(
    found
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, values]) => [path, isBlock.has(path) ? values.length : values]),
  );
}

/** Every value that a path leads to: one for each of the blocks on the way. Maps come with their keys sorted. */
export function valuesAt(value: unknown, [name, ...rest]: readonly string[]): unknown[] {
  if (value === undefined || value === null) return [];
  if (name === undefined) return [isMap(value) ? Object.fromEntries(Object.entries(value).sort()) : value];
  if (Array.isArray(value)) return value.flatMap((block: unknown) => valuesAt(block, [name, ...rest]));
  return isMap(value) ? valuesAt(value[name], rest) : [];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
