import { Token } from 'cdktf';
import { scheduleRefusal } from '../../../../lib/cloud/aws/backup/backup-schedule';

const rule = (schedule: string) => scheduleRefusal('schedule', schedule)?.rule;

describe('schedules of AWS Backup', () => {
  test.each([
    'cron(0 2 * * ? *)',
    'cron(0 5 ? * SUN *)',
    'cron(0 3 1 * ? *)',
    'cron(30 */6 * * ? *)',
    'cron(0 8-18/2 ? * MON-FRI *)',
    'cron(0 2 L * ? *)',
    'cron(0 2 15W JAN,JUL ? *)',
    'cron(0 2 ? * 6L *)',
    'cron(0 2 ? * 2#1 2026-2030)',
    'cron(59/30 2 * * ? *)',
    Token.asString({ known: 'later' }),
  ])('may be %s', (schedule) => {
    expect(rule(schedule)).toBeUndefined();
  });

  test.each(['daily', '0 2 * * *', 'cron(0 2 * * ?)', 'rate(1 day)', 'cron(0  2 * * ? *)', 'cron()'])(
    'cannot be %p, of another form',
    (schedule) => {
      expect(rule(schedule)).toBe(
        'must be minutes, hours, day of the month, month, day of the week and year, such as cron(0 2 * * ? *)',
      );
    },
  );

  test.each([
    ['cron(60 2 * * ? *)', 'must have minutes from 0 to 59'],
    ['cron(0 24 * * ? *)', 'must have hours from 0 to 23'],
    ['cron(0 2 0 * ? *)', 'must have days of the month from 1 to 31'],
    ['cron(0 2 1 FOO ? *)', 'must have months from 1 to 12'],
    ['cron(0 2 ? * 0 *)', 'must have days of the week from 1 to 7'],
    ['cron(0 2 ? * FRI-MON *)', 'must have days of the week from 1 to 7'],
    ['cron(0 2 * * ? 1969)', 'must have years from 1970 to 2199'],
    ['cron(*/0 2 * * ? *)', 'must have minutes from 0 to 59'],
  ])('cannot be %p', (schedule, expected) => {
    expect(rule(schedule)).toBe(expected);
  });

  test.each(['cron(0 2 * * * *)', 'cron(0 2 ? * ? *)'])('cannot be %p, with two days or none', (schedule) => {
    expect(rule(schedule)).toBe('must have ? for either the day of the month or that of the week');
  });

  test.each(['cron(* 2 * * ? *)', 'cron(*/30 * * * ? *)', 'cron(0,30 * * * ? *)', 'cron(0-5 * * * ? *)'])(
    'cannot be %p, several times an hour',
    (schedule) => {
      expect(rule(schedule)).toBe('must not come more often than once an hour');
    },
  );
});
