import { cronRefusal } from '../../lib/core/cron';

function messageOf(expression: string): string | undefined {
  const refusal = cronRefusal('schedule', expression);
  if (refusal === undefined) return undefined;
  return refusal.remedy === undefined ? refusal.rule : `${refusal.rule}; ${refusal.remedy}`;
}

describe('a cron expression', () => {
  test.each([
    '* * * * *',
    '? ? ? ? ?',
    '0 2 * * *',
    '*/15 * * * *',
    '*/59 * * * *',
    '5/20 * * * *',
    '0 8-18/2 * * *',
    '0 1,13,23 * * *',
    '59 23 31 12 6',
    '0 2 * * MON-FRI',
    '0 2 * * sun,3',
    '0 2 1 jan,JUL *',
    '0 2 29 2 *',
    '0 2 31 1-12 *',
    '  0  2 * * *  ',
    // Either of the two days counts where both are named, so that the 30th of February does no harm.
    '0 2 30 2 1',
    '0 2 30 2 */2',
    '@yearly',
    '@annually',
    '@monthly',
    '@weekly',
    '@daily',
    '@midnight',
    '@hourly',
  ])('may be %p', (expression) => {
    expect(cronRefusal('schedule', expression)).toBeUndefined();
  });

  test('is refused under the property that it was written in', () => {
    expect(cronRefusal('autoscaling.metrics.day.start', '0 2')).toEqual({
      property: 'autoscaling.metrics.day.start',
      rule: 'must have five fields: minute, hour, day of the month, month, day of the week',
      got: '0 2',
    });
  });

  test.each(['', '0 2 * *', '0 0 2 * * *', 'daily'])('has five fields, unlike %p', (expression) => {
    expect(messageOf(expression)).toBe('must have five fields: minute, hour, day of the month, month, day of the week');
  });

  test.each([
    ['60 2 * * *', 'from 0 to 59 for the minute', '60'],
    ['-1 2 * * *', 'from 0 to 59 for the minute', '-1'],
    ['x 2 * * *', 'from 0 to 59 for the minute', 'x'],
    ['1.5 2 * * *', 'from 0 to 59 for the minute', '1.5'],
    ['*/0 2 * * *', 'from 0 to 59 for the minute', '*/0'],
    ['*/60 2 * * *', 'from 0 to 59 for the minute', '*/60'],
    ['0,, 2 * * *', 'from 0 to 59 for the minute', '0,,'],
    ['1-2-3 2 * * *', 'from 0 to 59 for the minute', '1-2-3'],
    ['*-5 2 * * *', 'from 0 to 59 for the minute', '*-5'],
    ['0 24 * * *', 'from 0 to 23 for the hour', '24'],
    ['0 8-25/2 * * *', 'from 0 to 23 for the hour', '8-25/2'],
    ['0 18-8/2 * * *', 'from 0 to 23 for the hour', '18-8/2'],
    ['0 5-2 * * *', 'from 0 to 23 for the hour', '5-2'],
    ['0 */24 * * *', 'from 0 to 23 for the hour', '*/24'],
    ['0 2 0 * *', 'from 1 to 31 for the day of the month', '0'],
    ['0 2 32 * *', 'from 1 to 31 for the day of the month', '32'],
    ['0 2 L * *', 'from 1 to 31 for the day of the month', 'L'],
    ['0 2 * 13 *', 'from 1 to 12 for the month', '13'],
    ['0 2 * 0 *', 'from 1 to 12 for the month', '0'],
    ['0 2 * MON *', 'from 1 to 12 for the month', 'MON'],
    ['0 2 * * 7', 'from 0 to 6 for the day of the week', '7'],
    ['0 2 * * FRI-MON', 'from 0 to 6 for the day of the week', 'FRI-MON'],
    ['0 2 * * MONDAY', 'from 0 to 6 for the day of the week', 'MONDAY'],
    ['0 2 * * 1#2', 'from 0 to 6 for the day of the week', '1#2'],
  ])('is no %p', (expression, values, part) => {
    expect(messageOf(expression)).toBe(
      `must have numbers ${values}, or lists, ranges or steps of them; '${part}' is none`,
    );
  });

  test.each(['0 2 30 2 *', '0 2 31 4,6,9,11 *', '0 2 30-31 feb ?', '0 2 30 2 */1'])(
    'has a day that comes, unlike %p',
    (expression) => {
      expect(messageOf(expression)).toBe('must name a day that its months have');
    },
  );

  test.each(['TZ=Europe/Berlin 0 2 * * *', 'CRON_TZ=UTC 0 2 * * *'])('names no time zone, unlike %p', (expression) => {
    expect(messageOf(expression)).toBe('must not name a time zone; name it in timeZone');
  });

  test.each([
    ['@dayly', "did you mean '@daily'? "],
    ['@every 1h', 'allowed: '],
  ])('is no short form such as %p', (expression, remedy) => {
    expect(messageOf(expression)).toBe(
      `must be a short form of cron; ${remedy}(@annually, @daily, @hourly, @midnight, @monthly, @weekly, @yearly)`,
    );
  });
});
