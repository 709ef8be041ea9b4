import { DAEMON_SET, objectsOf } from '../sample-workload';

describe('the DaemonSet of a workload', () => {
  test('has these settings by default', () => {
    expect(objectsOf(DAEMON_SET).one('DaemonSet')).toMatchObject({
      metadata: { name: 'sample', namespace: 'funlynk', labels: { 'app.kubernetes.io/part-of': 'funlynk' } },
      spec: {
        revisionHistoryLimit: 5,
        updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
        selector: { matchLabels: { 'app.kubernetes.io/name': 'sample' } },
        template: { metadata: { labels: { 'app.kubernetes.io/name': 'sample' } } },
      },
    });
  });

  test('has no number of replicas, which its nodes decide', () => {
    expect(objectsOf(DAEMON_SET).one('DaemonSet')).not.toHaveProperty('spec.replicas');
  });

  test.each([3, '20%'])('leaves as many nodes without a pod as it says: %p', (maxUnavailable) => {
    expect(objectsOf({ ...DAEMON_SET, maxUnavailable }).one('DaemonSet')).toHaveProperty(
      'spec.updateStrategy.rollingUpdate.maxUnavailable',
      maxUnavailable,
    );
  });

  test('has neither budget nor autoscaler', () => {
    const kinds = objectsOf(DAEMON_SET).all.map(({ kind }) => kind);
    expect(kinds).not.toContain('PodDisruptionBudget');
    expect(kinds).not.toContain('HorizontalPodAutoscaler');
  });
});
