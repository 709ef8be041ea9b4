import { backendObjects, DAEMON_SET, JOB, objectsOf, postgresObjects } from '../sample-workload';

const KIND = 'PodDisruptionBudget';

describe('the disruption budget of a workload', () => {
  test('lets one pod go at a time', () => {
    expect(backendObjects({ replicas: 3 }).yaml(KIND)).toMatchSnapshot();
  });

  test.each([2, { min: 2, max: 2 }, { min: 1, max: 9 }])('is there with %j replicas', (replicas) => {
    expect(backendObjects({ replicas }).names(KIND)).toEqual(['backend']);
  });

  test.each([0, 1, { min: 1, max: 1 }])('is left out with %j replicas', (replicas) => {
    expect(backendObjects({ replicas }).names(KIND)).toEqual([]);
  });

  test('is left out where nothing is said of replicas', () => {
    expect(backendObjects().names(KIND)).toEqual([]);
  });

  test.each([DAEMON_SET, JOB])('is left out for a kind that has no number of pods', (props) => {
    expect(objectsOf(props).names(KIND)).toEqual([]);
  });

  test('is what the workload says', () => {
    const disruption = { limit: { minAvailable: '80%' } } as const;
    const { spec } = backendObjects({ replicas: { min: 20, max: 100 }, disruption }).one(KIND);
    expect(spec).toHaveProperty('minAvailable', '80%');
    expect(spec).not.toHaveProperty('maxUnavailable');
  });

  test('is left out of an environment with one pod, which it would keep on its node', () => {
    const disruption = { limit: { minAvailable: 2 } };
    expect(backendObjects({ replicas: 1, disruption }).names(KIND)).toEqual([]);
  });

  test.each([
    [3, 2],
    [5, 3],
    [7, 4],
  ])('leaves a quorum of %i a majority of %i', (replicas, minAvailable) => {
    const objects = postgresObjects({ replicas, quorum: { port: 'sql' } });
    expect(objects.one(KIND)).toHaveProperty('spec.minAvailable', minAvailable);
  });
});
