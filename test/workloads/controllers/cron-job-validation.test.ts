import { Workload } from '../../../lib/workloads/workload';
import { emptyChart } from '../../support/manifests';
import { CRON_JOB, makingOf } from '../sample-workload';

function naming(name: string): () => void {
  return () => new Workload(emptyChart(), name, CRON_JOB);
}

describe('a CronJob is refused', () => {
  test('with a name that its Jobs have no room for', () => {
    const name = 'a'.repeat(53);
    expect(naming(name)).toThrow(`test/${name}: 'name' of a CronJob must be 52 characters at most, got '${name}'`);
  });

  test('with a name that is too long for every kind, for that reason alone', () => {
    expect(naming('a'.repeat(64))).not.toThrow('of a CronJob');
    expect(naming('a'.repeat(64))).toThrow("'name' must be lower-case letters");
  });

  test('with a schedule that no cron knows', () => {
    expect(makingOf({ ...CRON_JOB, schedule: '0 25 * * *' })).toThrow(
      "test/sample: 'schedule' must have numbers from 0 to 23 for the hour, or lists, ranges or steps of them, got '0 25 * * *'; '25' is none",
    );
  });

  test('with a time zone that nobody knows', () => {
    expect(makingOf({ ...CRON_JOB, timeZone: 'Europe/Berln' })).toThrow(
      "test/sample: 'timeZone' must be a time zone as the IANA names it, such as Europe/Berlin, got 'Europe/Berln'; did you mean 'Europe/Berlin'?",
    );
  });

  test('with a deadline that is over before the controller looks', () => {
    expect(makingOf({ ...CRON_JOB, startingDeadlineSeconds: 9 })).toThrow(
      "test/sample: 'startingDeadlineSeconds' must be a whole number of seconds, 10 or more, got 9",
    );
  });

  test.each(['successfulJobsHistoryLimit', 'failedJobsHistoryLimit'])('with less than nothing for %s', (property) => {
    expect(makingOf({ ...CRON_JOB, [property]: -1 })).toThrow(
      `test/sample: '${property}' must be a whole number, 0 or more, got -1`,
    );
  });

  test('with faults of its times and of its runs at once', () => {
    expect(makingOf({ ...CRON_JOB, schedule: 'daily', completions: 0 })).toThrow(
      [
        "test/sample: 'schedule' must have five fields: minute, hour, day of the month, month, day of the week, got 'daily'",
        "test/sample: 'completions' must be a whole number, 1 or more, got 0",
      ].join('\n'),
    );
  });
});

describe('a CronJob is accepted', () => {
  test('with a name that its Jobs just have room for', () => {
    expect(naming('a'.repeat(52))).not.toThrow();
  });

  test('with the shortest deadline', () => {
    expect(makingOf({ ...CRON_JOB, startingDeadlineSeconds: 10 })).not.toThrow();
  });
});
