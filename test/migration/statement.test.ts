import { kubectl, report, resource, steps } from '../../lib/migration/statement';
import { object } from './versions';

const JOB = object('Job', 'migrate');

describe('what is said of a change', () => {
  test('is a finding about the object and its file', () => {
    const statement = { rule: 'renamed', severity: 'warning', message: 'is another', remedy: 'wait' } as const;
    expect(report({ path: 'a/b.yaml', manifest: JOB }, statement)).toEqual({
      ...statement,
      resource: 'migrate',
      path: 'a/b.yaml',
    });
  });

  test('has commands below it, a line each', () => {
    expect(steps('do this', 'one', 'two')).toBe('do this:\n  one\n  two');
  });

  test('names the namespace in a command where the object has one', () => {
    expect(kubectl(JOB, `delete ${resource(JOB)}`)).toBe('kubectl -n funlynk delete job migrate');
    expect(kubectl(object('Namespace', 'a'), 'get pv')).toBe('kubectl get pv');
  });
});
