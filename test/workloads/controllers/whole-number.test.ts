import { wholeNumberRefusal } from '../../../lib/workloads/controllers/whole-number';

describe('a whole number', () => {
  test.each([undefined, 1, 2])('may be %p where the least is 1', (value) => {
    expect(wholeNumberRefusal('completions', value, 1)).toBeUndefined();
  });

  test.each([0, -1, 1.5, NaN, Infinity])('is not %p where the least is 1', (value) => {
    expect(wholeNumberRefusal('completions', value, 1)).toEqual({
      property: 'completions',
      rule: 'must be a whole number, 1 or more',
      got: value,
    });
  });

  test('is told with its unit', () => {
    expect(wholeNumberRefusal('startingDeadlineSeconds', 9, 10, ' of seconds')).toMatchObject({
      rule: 'must be a whole number of seconds, 10 or more',
    });
  });
});
