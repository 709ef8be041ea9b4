import type { DisruptionSchedule } from '../../../lib/core/model/disruption';
import { Workload } from '../../../lib/workloads/workload';
import { emptyChart } from '../../support/manifests';
import { DEPLOYMENT, making } from '../sample-workload';

const SCHEDULE: DisruptionSchedule = {
  timeZone: 'America/New_York',
  start: '0 8 * * 1-5',
  end: '0 18 * * 1-5',
  limit: { maxUnavailable: 0 },
};

function scheduled(changes: Partial<DisruptionSchedule>): () => void {
  return making({ replicas: 3, disruption: { schedule: { ...SCHEDULE, ...changes } } });
}

function named(name: string): () => void {
  return () => new Workload(emptyChart(), name, { ...DEPLOYMENT, replicas: 3, disruption: { schedule: SCHEDULE } });
}

describe('the schedule of a disruption budget is refused', () => {
  test('under a name that its CronJobs have no room for', () => {
    const name = 'a'.repeat(40);
    expect(named(name)).toThrow(
      `test/${name}: 'name' must be 39 characters at most where disruption.schedule is set, got '${name}'`,
    );
  });

  test('under a name that is too long for every workload, for that reason alone', () => {
    expect(named('a'.repeat(64))).not.toThrow('where disruption.schedule is set');
  });

  test('where nobody knows its time zone', () => {
    expect(scheduled({ timeZone: 'America/New_Yrok' })).toThrow(
      "test/backend: 'disruption.schedule.timeZone' must be a time zone as the IANA names it, such as Europe/Berlin, " +
        "got 'America/New_Yrok'; did you mean 'America/New_York'?",
    );
  });

  test.each(['start', 'end'])('where no cron knows its %s', (time) => {
    expect(scheduled({ [time]: 'morning' })).toThrow(
      `test/backend: 'disruption.schedule.${time}' must have five fields: ` +
        "minute, hour, day of the month, month, day of the week, got 'morning'",
    );
  });

  test('where it ends as it begins', () => {
    expect(scheduled({ end: SCHEDULE.start })).toThrow(
      "test/backend: 'disruption.schedule.end' must be another time than start, got '0 8 * * 1-5'",
    );
  });

  test('where nothing changes', () => {
    expect(scheduled({ limit: { maxUnavailable: 1 } })).toThrow(
      "test/backend: 'disruption.schedule.limit' must differ from what holds outside of it, " +
        'got {"maxUnavailable":1}',
    );
  });
});

describe('the schedule of a disruption budget is accepted', () => {
  test('under a name that its CronJobs just have room for', () => {
    expect(named('a'.repeat(39))).not.toThrow();
  });

  test('in the short forms of cron', () => {
    expect(scheduled({ start: '@weekly', end: '@monthly' })).not.toThrow();
  });
});
