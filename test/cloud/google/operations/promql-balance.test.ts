import { promqlFault } from './promql-balance';

describe('promqlFault', () => {
  test('finds nothing wrong with a whole query', () => {
    expect(promqlFault('sum by (a) (rate(b{c=~"x)|}\\"y"}[5m])) > 0')).toBeUndefined();
  });

  test.each([
    ['sum(a', "'(' is not closed"],
    ['a{b="c"]', "']' closes nothing"],
    ['a) > 1', "')' closes nothing"],
    ['a{b="c}', 'a string does not end'],
    ['a > undefined', 'a value is missing'],
  ])('finds what is wrong with %s', (query, fault) => {
    expect(promqlFault(query)).toBe(fault);
  });
});
