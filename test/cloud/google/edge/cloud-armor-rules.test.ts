import { expressionRefusals, rangesRefusal } from '../../../../lib/cloud/google/edge/cloud-armor-rules';

const RULE = { action: 'allow', expression: 'true', priority: 10_000 } as const;
const LIMIT = { expression: 'true', count: 1, priority: 25_000 };

function refusals(...parameters: Parameters<typeof expressionRefusals>) {
  return expressionRefusals(...parameters).filter((refusal) => refusal !== undefined);
}

describe('rules with expressions', () => {
  test('have places of their own', () => {
    expect(refusals({ a: RULE, b: { ...RULE, priority: 10_001 } }, { c: LIMIT })).toEqual([]);
    expect(refusals({ a: RULE, b: RULE }, { c: LIMIT, d: LIMIT })).toEqual([
      { property: 'customRules.b.priority', rule: 'must not be that of a', got: 10_000 },
      { property: 'scopedRateLimits.d.priority', rule: 'must not be that of c', got: 25_000 },
    ]);
  });

  test('stay among their own kind', () => {
    expect(refusals({ a: { ...RULE, priority: 20_000 } }, { c: { ...LIMIT, priority: 30_000 } })).toEqual([
      { property: 'customRules.a.priority', rule: 'must be a whole number from 10000 to 19999', got: 20_000 },
      { property: 'scopedRateLimits.c.priority', rule: 'must be a whole number from 25000 to 29999', got: 30_000 },
    ]);
  });

  test('say something, in no more characters than Google takes', () => {
    const long = 'x'.repeat(2049);
    expect(
      refusals({ a: { ...RULE, expression: ' ' }, b: { ...RULE, priority: 10_001, expression: long } }, {}),
    ).toEqual([
      { property: 'customRules.a.expression', rule: 'must be from 1 to 2048 characters', got: ' ' },
      { property: 'customRules.b.expression', rule: 'must be from 1 to 2048 characters', got: long },
    ]);
  });

  test('have names that fit into a description', () => {
    const name = 'x'.repeat(65);
    expect(refusals({ [name]: RULE }, {})).toEqual([
      { property: 'customRules', rule: 'must have names of up to 64 characters', got: name },
    ]);
  });

  test('limit as Cloud Armor lets them', () => {
    expect(refusals({}, { c: { ...LIMIT, count: 0 } })).toEqual([
      { property: 'scopedRateLimits.c.count', rule: 'must be a whole number from 1 to 1000000', got: 0 },
    ]);
  });
});

test('lists of ranges have an end', () => {
  expect(rangesRefusal('deniedRanges', Array<string>(500).fill('192.0.2.1'))).toBeUndefined();
  expect(rangesRefusal('deniedRanges', Array<string>(501).fill('192.0.2.1'))).toEqual({
    property: 'deniedRanges',
    rule: 'must be at most 500 ranges',
    got: 501,
  });
});
