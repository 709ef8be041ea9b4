import {
  exclusionWindowRefusals,
  exclusionWindows,
  type ExclusionRecurrence,
  type ExclusionWindow,
} from '../../../../lib/cloud/google/backup/exclusion-window';
import { refuse } from '../../../../lib/core/errors';

const DAILY: ExclusionWindow = { startTime: '08:30', durationMinutes: 90, recurrence: { kind: 'daily' } };

function check(...windows: readonly ExclusionWindow[]): void {
  refuse('plan', exclusionWindowRefusals('exclusionWindows', windows));
}

function once(date: string): ExclusionWindow {
  return { ...DAILY, recurrence: { kind: 'once', date } };
}

describe('the exclusion windows of a backup plan', () => {
  test('come in the order of their times, whatever order they were told in', () => {
    const weekly: ExclusionWindow = {
      startTime: '07:05',
      durationMinutes: 60,
      recurrence: { kind: 'weekly', daysOfWeek: ['SUNDAY', 'MONDAY'] },
    };
    const blocks = [
      {
        startTime: { hours: 7, minutes: 5 },
        duration: '3600s',
        daysOfWeek: { daysOfWeek: ['MONDAY', 'SUNDAY'] },
      },
      {
        startTime: { hours: 8, minutes: 30 },
        duration: '5400s',
        singleOccurrenceDate: { year: 2027, month: 12, day: 24 },
      },
    ];
    expect(exclusionWindows([once('2027-12-24'), weekly])).toEqual(blocks);
    expect(exclusionWindows([weekly, once('2027-12-24')])).toEqual(blocks);
  });

  test('may come every day', () => {
    expect(exclusionWindows([DAILY])).toEqual([
      { startTime: { hours: 8, minutes: 30 }, duration: '5400s', daily: true },
    ]);
  });

  test('may be many that come once, beside one that recurs', () => {
    expect(() => check(DAILY, once('2027-12-24'), once('2028-02-29'))).not.toThrow();
  });

  test('must not be two that recur', () => {
    expect(() => check(DAILY, DAILY)).toThrow(
      "plan: 'exclusionWindows' must have one window that recurs at most, got 2",
    );
  });

  test('must not begin at midnight', () => {
    expect(() => check({ ...DAILY, startTime: '00:00' })).toThrow(
      "plan: 'exclusionWindows.startTime' must not be midnight, which the provider loses on its way to Google, got '00:00'; say '00:01'",
    );
  });

  test.each(['24:00', '8:30', '08:60', ''])('must not begin at %p', (startTime) => {
    expect(() => check({ ...DAILY, startTime })).toThrow(
      `plan: 'exclusionWindows.startTime' must be a time of day in UTC such as '08:30', got '${startTime}'`,
    );
  });

  test.each(['2027-02-29', '2027-13-01', '24.12.2027', '2027-1-1'])('must not come on %p', (date) => {
    expect(() => check(once(date))).toThrow(
      `plan: 'exclusionWindows.recurrence.date' must be a day such as '2027-12-24', got '${date}'`,
    );
  });

  test('must come on some day of the week', () => {
    expect(() => check({ ...DAILY, recurrence: { kind: 'weekly', daysOfWeek: [] } })).toThrow(
      "plan: 'exclusionWindows.recurrence.daysOfWeek' must name one day at least, got []",
    );
  });

  const everyDay = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
  test.each<[ExclusionRecurrence, number]>([
    [{ kind: 'daily' }, 1439],
    [{ kind: 'weekly', daysOfWeek: ['SATURDAY'] }, 10_079],
    [{ kind: 'weekly', daysOfWeek: everyDay }, 1439],
  ])('must leave time for a backup: %j', (recurrence, longest) => {
    expect(() => check({ ...DAILY, recurrence, durationMinutes: longest })).not.toThrow();
    expect(() => check({ ...DAILY, recurrence, durationMinutes: longest + 1 })).toThrow(
      `'exclusionWindows.durationMinutes' must be a whole number from 1 to ${longest}, got ${longest + 1}`,
    );
  });

  test('may last as long as they like where they come once', () => {
    expect(() => check({ ...once('2027-12-24'), durationMinutes: 20_000 })).not.toThrow();
    expect(() => check({ ...once('2027-12-24'), durationMinutes: 0 })).toThrow('must be a whole number of at least 1');
  });
});
