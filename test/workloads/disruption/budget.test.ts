import { backendObjects } from '../sample-workload';

const KIND = 'PodDisruptionBudget';

describe('the disruption budget of a workload', () => {
  test('lets one pod go at a time', () => {
    expect(backendObjects({ replicas: 3 }).yaml(KIND)).toMatchInlineSnapshot(`
      "apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata:
        labels:
          app.kubernetes.io/managed-by: gantry
          app.kubernetes.io/name: backend
          app.kubernetes.io/part-of: funlynk
        name: backend
        namespace: funlynk
      spec:
        maxUnavailable: 1
        selector:
          matchLabels:
            app.kubernetes.io/name: backend
        unhealthyPodEvictionPolicy: AlwaysAllow
      "
    `);
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
});
