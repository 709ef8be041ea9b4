import { object, podTemplate, postgres, serving, told } from './versions';

describe('a workload of another kind', () => {
  test('has two controllers for a while', () => {
    expect(told([serving('Deployment', 'backend')], [serving('Rollout', 'backend')])).toEqual([
      'warning renamed backend: was a Deployment and is a Rollout: pods of both bear the same labels, and the old ones end whether or not the new ones are ready; sync without pruning, wait until the new pods are ready, then delete the old ones; where two must not run at once, scale them to 0 first:\n' +
        '  kubectl -n funlynk get pods -l app.kubernetes.io/name=backend\n' +
        '  kubectl -n funlynk delete deployment backend',
    ]);
  });

  test('leaves the claims that it had', () => {
    const template = podTemplate('postgres', 'postgres:17.6', 5432);
    const said = told([postgres()], [object('Deployment', 'postgres', { spec: { template } })]);
    expect(said.map((line) => line.split(':')[0])).toEqual([
      'warning renamed postgres',
      'warning storage-removed postgres',
    ]);
  });

  test('is another workload in another namespace', () => {
    const next = serving('Rollout', 'backend', { template: podTemplate('x', 'other:1') }, 'other');
    expect(told([serving('Deployment', 'backend')], [next])).toEqual([]);
  });
});
