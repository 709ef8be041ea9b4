import { CRON_JOB, JOB, makingOf } from '../sample-workload';

describe.each([JOB, CRON_JOB])('the run of a job is refused', (job) => {
  test.each([
    ['completions', 0, 'must be a whole number, 1 or more'],
    ['completions', 1.5, 'must be a whole number, 1 or more'],
    ['parallelism', 0, 'must be a whole number, 1 or more'],
    ['backoffLimit', -1, 'must be a whole number, 0 or more'],
    ['activeDeadlineSeconds', 0, 'must be a whole number of seconds, 1 or more'],
    ['ttlSecondsAfterFinished', -1, 'must be a whole number of seconds, 0 or more'],
  ])('with %s %p', (property, value, rule) => {
    expect(makingOf({ ...job, [property]: value })).toThrow(`test/sample: '${property}' ${rule}, got ${value}`);
  });

  test('with more pods at once than have to succeed', () => {
    expect(makingOf({ ...job, parallelism: 2 })).toThrow(
      "test/sample: 'parallelism' must be at most completions (1), got 2",
    );
    expect(makingOf({ ...job, completions: 3, parallelism: 4 })).toThrow(
      "test/sample: 'parallelism' must be at most completions (3), got 4",
    );
  });

  test('with all its faults at once, and none that another makes meaningless', () => {
    expect(makingOf({ ...job, completions: 0, parallelism: 2, backoffLimit: -1 })).toThrow(
      [
        "test/sample: 'completions' must be a whole number, 1 or more, got 0",
        "test/sample: 'backoffLimit' must be a whole number, 0 or more, got -1",
      ].join('\n'),
    );
  });
});

describe.each([JOB, CRON_JOB])('the run of a job is accepted', (job) => {
  test('with everything at its bounds', () => {
    const run = {
      completions: 2,
      parallelism: 2,
      backoffLimit: 0,
      activeDeadlineSeconds: 1,
      ttlSecondsAfterFinished: 0,
    };
    expect(makingOf({ ...job, ...run })).not.toThrow();
  });
});
