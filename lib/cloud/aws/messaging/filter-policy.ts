import type { Refusal } from '../../../core/errors';

/** SNS lets a filter name as many attributes. https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html */
const MAX_ATTRIBUTES = 5;
const MAX_COMBINATIONS = 150;

/** Attributes of a message, and the values of which one must be there. */
export type FilterPolicy = Readonly<Record<string, readonly string[]>>;

/** A filter as SNS reads it; sorted, since its order means nothing. */
export function renderFilterPolicy(filter: FilterPolicy): string {
  const attributes = Object.entries(filter).map(([name, values]) => [name, [...new Set(values)].sort()] as const);
  return JSON.stringify(Object.fromEntries(attributes.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Refuses filters that SNS would. */
export function filterPolicyRefusals(filter: FilterPolicy | undefined): (Refusal | undefined)[] {
  if (filter === undefined) return [];
  const property = 'filterPolicy';
  const attributes = Object.entries(filter);
  const combinations = attributes.reduce((product, [, values]) => product * values.length, 1);
  return [
    attributes.length === 0 || attributes.length > MAX_ATTRIBUTES
      ? { property, rule: `must name from 1 to ${MAX_ATTRIBUTES} attributes`, got: attributes.length }
      : undefined,
    ...attributes
      .filter(([, values]) => values.length === 0)
      .map(([name]) => ({ property: `${property}.${name}`, rule: 'must hold one value at least', got: [] })),
    combinations > MAX_COMBINATIONS
      ? { property, rule: `must have at most ${MAX_COMBINATIONS} combinations of values`, got: combinations }
      : undefined,
  ];
}
