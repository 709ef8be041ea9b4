import { CRON_JOB, JOB, making, makingOf } from '../sample-workload';

describe('a workload is refused', () => {
  test('where the default draining takes longer than the pod has', () => {
    expect(making({ terminationGracePeriodSeconds: 5 })).toThrow(
      "test/backend: 'preStopSeconds' must be less than terminationGracePeriodSeconds (5), which it is part of, got 5",
    );
  });

  test('where a job drains for longer than it has', () => {
    expect(makingOf({ ...JOB, preStopSeconds: 10, terminationGracePeriodSeconds: 10 })).toThrow(
      "test/sample: 'preStopSeconds' must be less than terminationGracePeriodSeconds (10), which it is part of, got 10",
    );
  });
});

test.each([JOB, CRON_JOB])('a pod that runs to its end may end within a second, for it does not drain: %#', (props) => {
  expect(makingOf({ ...props, terminationGracePeriodSeconds: 1 })).not.toThrow();
});
