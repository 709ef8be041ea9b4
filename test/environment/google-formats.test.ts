import * as google from '../../lib/environment/google-formats';
import { all, answers, fault, NO_TEXT } from './format-answers';
import { GOOGLE_PATTERNS } from './google-format-cases';

describe.each(Object.entries(GOOGLE_PATTERNS))('%s', (_, { format, rule, accepts, refuses }) => {
  test('accepts what has the form', () => {
    expect(answers(format, accepts)).toEqual(all(accepts, undefined));
  });

  test('answers what has not with its rule, whatever is wrong', () => {
    const wrong = [...refuses, ...NO_TEXT, `${accepts[0]}\n`, ` ${accepts[0]}`];

    expect(answers(format, wrong)).toEqual(all(wrong, rule));
  });
});

describe('a moment', () => {
  test.each(['2025-01-04T02:00:00Z', '2028-02-29T23:59:59Z'])('may be %s', (value) => {
    expect(fault(google.instant(), value)).toBeUndefined();
  });

  test.each([
    ['2025-01-04', "must be a moment in UTC such as 2025-01-04T02:00:00Z, got '2025-01-04'"],
    [
      '2025-01-04T02:00:00+01:00',
      "must be a moment in UTC such as 2025-01-04T02:00:00Z, got '2025-01-04T02:00:00+01:00'",
    ],
    ['2025-02-29T02:00:00Z', "must be a moment of the calendar, got '2025-02-29T02:00:00Z'"],
    ['2025-01-04T24:00:01Z', "must be a moment of the calendar, got '2025-01-04T24:00:01Z'"],
    [7, 'must be a moment in UTC such as 2025-01-04T02:00:00Z'],
  ])('is not %s', (value, message) => {
    expect(fault(google.instant(), value)).toBe(message);
  });
});
