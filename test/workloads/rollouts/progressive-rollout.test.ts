import type { Analysis } from '../../../lib/core/model/rollout';
import { objectsOf } from '../sample-workload';
import { CANARY, WATCHED } from './sample-rollout';

const REQUESTS: Analysis = { metrics: { success: { kind: 'success-rate', minPercent: 99 } } };

describe('a progressive rollout', () => {
  test.each([
    ['argo-rollouts', 'Rollout', 'Deployment'],
    ['flagger', 'Deployment', 'Rollout'],
  ] as const)('of %s has its pods made by a %s alone', (engine, kind, other) => {
    const objects = objectsOf({ ...WATCHED, rollout: { ...CANARY, engine } });
    expect(objects.names(kind)).toEqual(['sample']);
    expect(objects.names(other)).toEqual([]);
  });

  test.each([
    ['argo-rollouts', 'rollouts-pod-template-hash'],
    ['flagger', 'app'],
  ] as const)('of %s that is judged by requests has them read, with the label %s of the pods', (engine, label) => {
    const objects = objectsOf({ ...WATCHED, rollout: { ...CANARY, engine, analysis: REQUESTS } });
    expect(objects.one('PodMonitor', 'sample-requests')).toMatchObject({
      spec: { podTargetLabels: [label], selector: { matchLabels: { 'app.kubernetes.io/name': 'sample' } } },
    });
    expect(objects.names('NetworkPolicy')).toContain('sample-requests-from-prometheus');
  });

  test('that is judged by queries alone needs nothing read', () => {
    const objects = objectsOf({ ...WATCHED, rollout: CANARY });
    expect(objects.names('PodMonitor')).toEqual([]);
    expect(objects.names('NetworkPolicy')).toEqual([]);
  });
});
