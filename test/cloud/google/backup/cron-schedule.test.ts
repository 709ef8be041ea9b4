import { shortestInterval } from '../../../../lib/cloud/google/backup/cron-schedule';

const HOUR = 60;
const DAY = 1440;

describe('the shortest interval of a cron schedule', () => {
  test.each([
    ['0 2 * * *', DAY],
    ['0 * * * *', HOUR],
    ['*/15 * * * *', 15],
    ['5/20 * * * *', 20],
    ['0 2,4 * * *', 2 * HOUR],
    ['0 1,23 * * *', 2 * HOUR],
    ['0 8-18/2 * * *', 2 * HOUR],
    ['0 2 * * 0', 7 * DAY],
    ['0 2 * * 7', 7 * DAY],
    ['0 2 * * 1-5', DAY],
    ['0 2 * * 1,4', 3 * DAY],
    ['0 2 1 * *', 28 * DAY],
    ['0 2 1 1 *', 365 * DAY],
    ['0 2 29 2 *', 1461 * DAY],
    // Either of them, where both are restricted.
    ['0 2 1,15 * 1', DAY],
    // An asterisk with a step is still an asterisk.
    ['0 2 */2 * 1', 7 * DAY],
  ])('of %p is %p minutes', (schedule, minutes) => {
    expect(shortestInterval(schedule)).toBe(minutes);
  });

  test.each(['0 2 30 2 *', '0 2 31 4,6,9,11 *'])('of %p is for ever', (schedule) => {
    expect(shortestInterval(schedule)).toBe(Infinity);
  });

  test.each([
    '',
    'daily',
    '0 2 * *',
    '0 2 * * * *',
    '0  2 * * *',
    '60 2 * * *',
    '0 24 * * *',
    '0 2 0 * *',
    '0 2 * 13 *',
    '0 2 * * 8',
    '0 2 * * MON',
    '0 5-2 * * *',
    '*/0 * * * *',
    '0 2-26 * * *',
    '0 2, * * *',
  ])('is not known of %p, which is no schedule', (schedule) => {
    expect(shortestInterval(schedule)).toBeUndefined();
  });
});
