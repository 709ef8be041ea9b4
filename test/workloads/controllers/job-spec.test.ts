import { CRON_JOB, JOB, objectsOf, type PropsOf } from '../sample-workload';

type RunChanges = Partial<Omit<PropsOf<'Job'>, 'kind'>>;

describe.each([
  { props: JOB, path: 'spec' },
  { props: CRON_JOB, path: 'spec.jobTemplate.spec' },
])('the run of a $props.kind', ({ props, path }) => {
  function run(changes: RunChanges = {}): unknown {
    return objectsOf({ ...props, ...changes }).one(props.kind);
  }

  test.each([
    ['completions', 1],
    ['parallelism', 1],
    ['backoffLimit', 3],
    ['activeDeadlineSeconds', 3600],
  ])('has %s %p by default', (field, value) => {
    expect(run()).toHaveProperty(`${path}.${field}`, value);
  });

  test.each([
    ['completions', 6],
    ['backoffLimit', 0],
    ['activeDeadlineSeconds', 60],
    ['ttlSecondsAfterFinished', 0],
  ])('has %s %p where it says so', (field, value) => {
    expect(run({ [field]: value })).toHaveProperty(`${path}.${field}`, value);
  });

  test('has as many pods at once as it says', () => {
    expect(run({ completions: 4, parallelism: 2 })).toHaveProperty(`${path}.parallelism`, 2);
  });

  test('is kept for as long as nothing else removes it', () => {
    expect(run()).not.toHaveProperty(`${path}.ttlSecondsAfterFinished`);
  });

  test('has a selector that Kubernetes makes', () => {
    expect(run()).not.toHaveProperty(`${path}.selector`);
  });

  test('has pods with the labels of the workload', () => {
    expect(run()).toHaveProperty(`${path}.template.metadata.labels`, {
      'app.kubernetes.io/name': 'sample',
      'app.kubernetes.io/part-of': 'funlynk',
      'app.kubernetes.io/managed-by': 'gantry',
    });
  });
});
