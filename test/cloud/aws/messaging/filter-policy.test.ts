import { filterPolicyRefusals, renderFilterPolicy } from '../../../../lib/cloud/aws/messaging/filter-policy';

const rules = (filter: Parameters<typeof filterPolicyRefusals>[0]) =>
  filterPolicyRefusals(filter).flatMap((refusal) => (refusal === undefined ? [] : [refusal.rule]));

test('renderFilterPolicy gives the same text in whatever order it is told', () => {
  expect(renderFilterPolicy({ kind: ['b', 'a', 'b'], country: ['CH'] })).toBe('{"country":["CH"],"kind":["a","b"]}');
});

describe('filterPolicyRefusals', () => {
  test('are none without a filter, and for one that SNS takes', () => {
    expect([rules(undefined), rules({ kind: ['invoice'] })]).toEqual([[], []]);
  });

  test('take neither no attribute, nor no value, nor too many of both', () => {
    expect(rules({})).toEqual(['must name from 1 to 5 attributes']);
    expect(rules({ kind: [] })).toEqual(['must hold one value at least']);
    expect(rules({ a: ['1'], b: ['1'], c: ['1'], d: ['1'], e: ['1'], f: ['1'] })).toEqual([
      'must name from 1 to 5 attributes',
    ]);
    const values = Array.from({ length: 13 }, (_, index) => `${index}`);
    expect(rules({ a: values, b: values })).toEqual(['must have at most 150 combinations of values']);
  });
});
