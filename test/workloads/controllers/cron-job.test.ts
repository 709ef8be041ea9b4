import { CRON_JOB, objectsOf } from '../sample-workload';

describe('the CronJob of a workload', () => {
  test('has these settings by default', () => {
    expect(objectsOf(CRON_JOB).one('CronJob')).toMatchObject({
      metadata: { name: 'sample', namespace: 'funlynk', labels: { 'app.kubernetes.io/name': 'sample' } },
      spec: {
        schedule: '0 2 * * *',
        timeZone: 'Etc/UTC',
        concurrencyPolicy: 'Forbid',
        startingDeadlineSeconds: 300,
        successfulJobsHistoryLimit: 3,
        failedJobsHistoryLimit: 3,
        suspend: false,
      },
    });
  });

  test('makes Jobs with the labels of the workload', () => {
    expect(objectsOf(CRON_JOB).one('CronJob')).toMatchObject({
      spec: { jobTemplate: { metadata: { labels: { 'app.kubernetes.io/name': 'sample' } } } },
    });
  });

  test('runs when and how it says', () => {
    const times = {
      schedule: '@weekly',
      timeZone: 'Europe/Berlin',
      concurrencyPolicy: 'Replace',
      startingDeadlineSeconds: 10,
      successfulJobsHistoryLimit: 0,
      failedJobsHistoryLimit: 10,
      suspend: true,
    } as const;
    expect(objectsOf({ ...CRON_JOB, ...times }).one('CronJob')).toMatchObject({ spec: times });
  });

  test('keeps its name whatever changes, as it can be changed', () => {
    expect(objectsOf({ ...CRON_JOB, image: 'ghcr.io/funlynk/backend:v2' }).names('CronJob')).toEqual(['sample']);
  });
});
