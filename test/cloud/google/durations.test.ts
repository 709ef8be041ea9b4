import { daysAsDuration } from '../../../lib/cloud/google/durations';

describe('daysAsDuration', () => {
  test('counts days in seconds, as the API wants them', () => {
    expect(daysAsDuration(7)).toBe('604800s');
  });
});
