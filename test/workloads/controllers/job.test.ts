import { JOB, objectsOf, type PropsOf } from '../sample-workload';

function jobNameOf(changes: Partial<PropsOf<'Job'>> = {}): string | undefined {
  return objectsOf({ ...JOB, ...changes }).names('Job')[0];
}

describe('the Job of a workload', () => {
  test('has the workload’s name and a hash, and its labels', () => {
    expect(jobNameOf()).toMatch(/^sample-[0-9a-f]{8}$/);
    expect(objectsOf(JOB).one('Job')).toMatchObject({
      metadata: { namespace: 'funlynk', labels: { 'app.kubernetes.io/name': 'sample' } },
    });
  });

  test('keeps its name where nothing changes', () => {
    expect(jobNameOf()).toBe(jobNameOf());
  });

  test.each<[string, Partial<PropsOf<'Job'>>]>([
    ['another image', { image: 'ghcr.io/funlynk/backend:v1.4.3' }],
    ['another environment', { env: { LEVEL: 'debug' } }],
    ['other configuration', { config: { mountPath: '/etc/job', files: { 'job.yaml': 'a: 1\n' } } }],
    ['another deadline', { activeDeadlineSeconds: 60 }],
  ])('is a new object for %s, as a Job cannot be changed', (_what, changes) => {
    expect(jobNameOf(changes)).not.toBe(jobNameOf());
  });

  test('leaves the names of what belongs to it as they are', () => {
    expect(objectsOf(JOB).names('ServiceAccount')).toEqual(['sample']);
  });
});
