import { formatCount, formatGoal, formatMebibytes, formatSeconds, formatTable } from './format';

describe('formatTable', () => {
  test('lines names up to the left and numbers to the right', () => {
    const rows = [
      ['', 'time', 'ratio'],
      ['all environments', '0.61 s', '2.2'],
      ['one', '10.00 s', '11.0'],
    ];
    expect(`\n${formatTable(rows)}`).toBe(`
                       time  ratio
  all environments   0.61 s    2.2
  one               10.00 s   11.0
`);
  });
});

describe('quantities', () => {
  test('have two figures at least, however small', () => {
    expect([0.061, 0.61, 6.08].map(formatSeconds)).toEqual(['0.061 s', '0.61 s', '6.08 s']);
    expect([2.34, 234.5].map(formatMebibytes)).toEqual(['2.3 MiB', '235 MiB']);
  });
});

test.each([
  [7, '7'],
  [1234, '1 234'],
  [1_234_567.4, '1 234 567'],
])('%d is counted as %s', (count, text) => {
  expect(formatCount(count)).toBe(text);
});

describe('formatGoal', () => {
  test.each([
    [true, '  below 2 s: met\n'],
    [false, '  below 2 s: MISSED\n'],
  ])('says whether it is met: %s', (isMet, text) => {
    expect(formatGoal('below 2 s', isMet)).toBe(text);
  });
});
