import { median, medianRatio, ratioToLine } from './statistics';

describe('median', () => {
  test('is the number in the middle, whatever the order', () => {
    expect(median([9, 1, 10])).toBe(9);
  });

  test('is the mean of the two in the middle of an even number', () => {
    expect(median([4, 1, 100, 2])).toBe(3);
  });
});

describe('medianRatio', () => {
  test('compares each number with the one measured beside it', () => {
    expect(medianRatio([2, 30, 8], [1, 10, 2])).toBe(3);
  });
});

describe('ratioToLine', () => {
  const line = [
    { size: 1, value: 11 },
    { size: 10, value: 20 },
  ] as const;

  test('is 1 for a point on the line', () => {
    expect(ratioToLine(line, { size: 100, value: 110 })).toBe(1);
  });

  test('is above 1 for a point above it', () => {
    expect(ratioToLine(line, { size: 100, value: 165 })).toBe(1.5);
  });
});
