import { Token } from 'cdktf';
import { wholeNumberRefusal } from '../../../lib/cloud/common/whole-number';

describe('wholeNumberRefusal', () => {
  test.each([1, 5, 10])('accepts %d between 1 and 10', (value) => {
    expect(wholeNumberRefusal('count', value, { min: 1, max: 10 })).toBeUndefined();
  });

  test.each([0, 11, 1.5, NaN])('refuses %d between 1 and 10', (got) => {
    expect(wholeNumberRefusal('count', got, { min: 1, max: 10 })).toEqual({
      property: 'count',
      rule: 'must be a whole number from 1 to 10',
      got,
    });
  });

  test('names the lower bound alone where there is no upper one', () => {
    expect(wholeNumberRefusal('count', -1, { min: 0 })?.rule).toBe('must be a whole number of at least 0');
  });

  test('leaves to Terraform what only Terraform knows', () => {
    expect(wholeNumberRefusal('count', Token.asNumber('${var.count}'), { min: 1 })).toBeUndefined();
  });
});
