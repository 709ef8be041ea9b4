import { BLUE_GREEN, CANARY, WATCHED } from '../rollouts/sample-rollout';
import { objectsOf } from '../sample-workload';

describe('an autoscaler is pointed at what makes the pods', () => {
  test.each([
    ['a Deployment', 'apps/v1', 'Deployment', undefined],
    ['a Deployment that Flagger copies', 'apps/v1', 'Deployment', { ...CANARY, engine: 'flagger' }],
    ['the Rollout of a canary', 'argoproj.io/v1alpha1', 'Rollout', CANARY],
    ['the Rollout of a blue-green rollout', 'argoproj.io/v1alpha1', 'Rollout', BLUE_GREEN],
  ] as const)('%s', (_, apiVersion, kind, rollout) => {
    const objects = objectsOf({ ...WATCHED, ...(rollout === undefined ? {} : { rollout }) });
    expect(objects.one('HorizontalPodAutoscaler')).toHaveProperty('spec.scaleTargetRef', {
      apiVersion,
      kind,
      name: 'sample',
    });
  });
});
