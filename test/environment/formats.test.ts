import { z } from 'zod';
import * as formats from '../../lib/environment/formats';
import { all, answers, fault, NO_TEXT } from './format-answers';
import { PATTERNS } from './format-cases';

describe.each(Object.entries(PATTERNS))('%s', (_, { format, rule, accepts, refuses }) => {
  test('accepts what has the form', () => {
    expect(answers(format, accepts)).toEqual(all(accepts, undefined));
  });

  test('answers what has not with its rule, whatever is wrong', () => {
    const wrong = [...refuses, ...NO_TEXT, `${accepts[0]}\n`, ` ${accepts[0]}`];

    expect(answers(format, wrong)).toEqual(all(wrong, rule));
  });
});

describe('a range', () => {
  test.each(['10.20.0.0/16', '0.0.0.0/0', '203.0.113.7/32'])('may be %s', (value) => {
    expect(fault(formats.cidr(), value)).toBeUndefined();
  });

  test.each([
    ['10.20.0.0', "must be an IPv4 range such as 10.20.0.0/16, got '10.20.0.0'"],
    ['10.20.1.0/16', "must start on its own boundary, as in 10.20.0.0/16, got '10.20.1.0/16'"],
    [7, 'must be an IPv4 range such as 10.20.0.0/16'],
    [undefined, 'must be an IPv4 range such as 10.20.0.0/16'],
  ])('is not %s', (value, message) => {
    expect(fault(formats.cidr(), value)).toBe(message);
  });
});

describe('a day', () => {
  test.each(['2027-03-01', '2027-12-31', '2028-02-29'])('may be %s', (value) => {
    expect(fault(formats.day(), value)).toBeUndefined();
  });

  test.each([
    ['2027-02-29', "must be a day of the calendar, got '2027-02-29'"],
    ['2027-04-31', "must be a day of the calendar, got '2027-04-31'"],
    ['2027-13-01', "must be a day of the calendar, got '2027-13-01'"],
    ['2027-00-01', "must be a day of the calendar, got '2027-00-01'"],
    ['2027-3-1', "must be a day such as 2027-03-01, got '2027-3-1'"],
    ['2027-03-01T00:00:00Z', "must be a day such as 2027-03-01, got '2027-03-01T00:00:00Z'"],
    [20270301, 'must be a day such as 2027-03-01'],
  ])('is not %s', (value, message) => {
    expect(fault(formats.day(), value)).toBe(message);
  });
});

test.each([
  ['a range', formats.cidr(), '10.20.0.0/16', '10.20.0.0'],
  ['a day', formats.day(), '2027-03-01', '1.3.2027'],
])('editors know the form of %s', (_, format, good, bad) => {
  const pattern = new RegExp(z.toJSONSchema(format).pattern ?? '(?!)');

  expect(pattern.test(good)).toBe(true);
  expect(pattern.test(bad)).toBe(false);
});

test('a whole number lies within its bounds, the bounds included', () => {
  const wrong = [0, 4, -1, 1.5, NaN, Infinity, '2', null, undefined];

  expect(answers(formats.whole(1, 3), [1, 2, 3])).toEqual(all([1, 2, 3], undefined));
  expect(answers(formats.whole(1, 3), wrong)).toEqual(all(wrong, 'must be a whole number from 1 to 3'));
});

test('a flag is true or false, and nothing that only looks so', () => {
  const wrong = ['true', 'yes', 0, 1, null, undefined];

  expect(answers(formats.flag(), [true, false])).toEqual(all([true, false], undefined));
  expect(answers(formats.flag(), wrong)).toEqual(all(wrong, 'must be true or false'));
});

test('prose says something', () => {
  const wrong = ['', ' ', '\n\t', ...NO_TEXT];

  expect(answers(formats.prose('must say why'), ['a', ' a b\n'])).toEqual(all(['a', ' a b\n'], undefined));
  expect(answers(formats.prose('must say why'), wrong)).toEqual(all(wrong, 'must say why'));
});

test('the value of a variable is any text, empty too', () => {
  expect(answers(formats.variableValue(), ['', 'a b\n'])).toEqual(all(['', 'a b\n'], undefined));
  expect(answers(formats.variableValue(), NO_TEXT)).toEqual(all(NO_TEXT, 'must be text'));
});
