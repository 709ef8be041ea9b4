import { backendObjects } from '../sample-workload';

describe('the Deployment of a workload', () => {
  test('has these settings by default', () => {
    expect(backendObjects().one('Deployment')).toMatchObject({
      metadata: { name: 'backend', namespace: 'funlynk', labels: { 'app.kubernetes.io/part-of': 'funlynk' } },
      spec: {
        replicas: 1,
        revisionHistoryLimit: 5,
        progressDeadlineSeconds: 600,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
        selector: { matchLabels: { 'app.kubernetes.io/name': 'backend' } },
        template: { metadata: { labels: { 'app.kubernetes.io/name': 'backend' } } },
      },
    });
  });

  test('counts a pod once it is ready where nothing is said', () => {
    expect(backendObjects().one('Deployment')).not.toHaveProperty('spec.minReadySeconds');
  });

  test.each([0, 4])('runs %p replicas where a number is given', (replicas) => {
    expect(backendObjects({ replicas }).one('Deployment')).toHaveProperty('spec.replicas', replicas);
  });

  test('leaves the number to the autoscaler where bounds are given', () => {
    expect(backendObjects({ replicas: { min: 3, max: 10 } }).one('Deployment')).not.toHaveProperty('spec.replicas');
  });

  test('rolls out as fast as it is told, in numbers or in shares', () => {
    const rollout = { strategy: 'RollingUpdate', maxUnavailable: '25%', maxSurge: 2 } as const;
    expect(backendObjects({ rollout }).one('Deployment')).toHaveProperty('spec.strategy', {
      type: 'RollingUpdate',
      rollingUpdate: { maxUnavailable: '25%', maxSurge: 2 },
    });
  });

  test('ends all its pods before new ones start where it cannot run twice', () => {
    expect(backendObjects({ rollout: { strategy: 'Recreate' } }).one('Deployment')).toHaveProperty('spec.strategy', {
      type: 'Recreate',
    });
  });

  test.each(['RollingUpdate', 'Recreate'] as const)(
    'has the history and the deadlines of its rollout, a %s',
    (strategy) => {
      const rollout = { strategy, revisionHistoryLimit: 0, progressDeadlineSeconds: 1200, minReadySeconds: 30 };
      expect(backendObjects({ rollout }).one('Deployment')).toMatchObject({
        spec: { revisionHistoryLimit: 0, progressDeadlineSeconds: 1200, minReadySeconds: 30 },
      });
    },
  );
});
