import type { DisruptionLimit } from '../../../lib/core/model/disruption';
import { DisruptionBudget } from '../../../lib/platform/autoscaling/disruption-budget';
import { synth, type Objects } from '../../support/manifests';

function budget(limit: DisruptionLimit, labels?: Readonly<Record<string, string>>): Objects {
  const props = { name: 'api', namespace: 'funlynk', selector: { app: 'api' }, limit };
  return synth((chart) => new DisruptionBudget(chart, 'budget', labels === undefined ? props : { ...props, labels }));
}

describe('a disruption budget', () => {
  test('is this object', () => {
    expect(budget({ maxUnavailable: 1 }).yaml('PodDisruptionBudget')).toMatchSnapshot();
  });

  test('says how many pods stay, where that is its limit', () => {
    const { spec } = budget({ minAvailable: '80%' }).one('PodDisruptionBudget');
    expect(spec).toHaveProperty('minAvailable', '80%');
    expect(spec).not.toHaveProperty('maxUnavailable');
  });

  test('carries labels where it is given any', () => {
    expect(budget({ maxUnavailable: 1 }, { team: 'core' }).one('PodDisruptionBudget')).toHaveProperty(
      'metadata.labels',
      { team: 'core' },
    );
  });
});
