import { fixedReplicas } from '../../../lib/workloads/controllers/replicas';

describe('the number of replicas of a controller', () => {
  test('is one where nothing is said', () => {
    expect(fixedReplicas()).toEqual({ replicas: 1 });
  });

  test('is the number that is given, none included', () => {
    expect(fixedReplicas(0)).toEqual({ replicas: 0 });
  });

  test('is left out where an autoscaler chooses it', () => {
    expect(fixedReplicas({ min: 2, max: 4 })).toEqual({});
  });
});
