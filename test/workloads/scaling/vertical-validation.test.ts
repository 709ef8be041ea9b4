import type { Autoscaling, VerticalScaling } from '../../../lib/core/model/scaling';
import { making } from '../sample-workload';
import { BOUNDS, PROMETHEUS } from './scaling-samples';

function sizing(scaling: Partial<VerticalScaling>, autoscaling?: Autoscaling): () => void {
  const verticalScaling = { mode: 'auto', ...scaling } as const;
  return autoscaling === undefined
    ? making({ replicas: 3, verticalScaling })
    : making({ replicas: BOUNDS, verticalScaling, autoscaling });
}

describe('a vertical autoscaler is refused', () => {
  test('where it sizes nothing', () => {
    expect(sizing({ resources: [] })).toThrow(
      "test/backend: 'verticalScaling.resources' must name cpu or memory, got []",
    );
  });

  test('where the number of pods follows the same by default', () => {
    expect(sizing({}, {})).toThrow(
      "test/backend: 'verticalScaling.resources' must leave out what the autoscaler follows: cpu, memory, " +
        `got ["cpu","memory"]; or scale the number of pods by a metric, or have mode 'recommend'`,
    );
  });

  test('where the number of pods follows the same', () => {
    expect(
      sizing({ resources: ['memory'] }, { memoryUtilizationPercent: 70, metrics: { sessions: PROMETHEUS } }),
    ).toThrow(
      "test/backend: 'verticalScaling.resources' must leave out what the autoscaler follows: memory, " +
        `got ["memory"]; or scale the number of pods by a metric, or have mode 'recommend'`,
    );
  });

  test.each([
    ['min', 'cpu', '1 core', '250m'],
    ['max', 'cpu', '', '250m'],
    ['min', 'memory', '100MB', '512Mi'],
    ['max', 'memory', 'all', '512Mi'],
  ])('where %s.%s is no quantity', (bound, resource, amount, example) => {
    expect(sizing({ [bound]: { [resource]: amount } })).toThrow(
      `test/backend: 'verticalScaling.${bound}.${resource}' must be a quantity such as ${example}, got '${amount}'`,
    );
  });

  test('where it may size beyond the limit, which it does not change', () => {
    expect(sizing({ max: { memory: '1Gi' } })).toThrow(
      "test/backend: 'verticalScaling.max.memory' must be at most resources.limits.memory (512Mi), got '1Gi'",
    );
  });

  test('where its bounds are the wrong way round', () => {
    expect(sizing({ min: { cpu: '300m' }, max: { cpu: '200m' } })).toThrow(
      "test/backend: 'verticalScaling.min.cpu' must be at most verticalScaling.max.cpu (200m), got '300m'",
    );
  });

  test('where its lower bound is above the limit', () => {
    expect(sizing({ min: { cpu: '600m' } })).toThrow(
      "test/backend: 'verticalScaling.min.cpu' must be at most resources.limits.cpu (500m), got '600m'",
    );
  });

  test.each(['min', 'max'])('where %s is about what it does not size', (bound) => {
    expect(sizing({ resources: ['cpu'], [bound]: { memory: '128Mi' } })).toThrow(
      `test/backend: 'verticalScaling.${bound}.memory' must be left out, as verticalScaling.resources has cpu only, ` +
        "got '128Mi'",
    );
  });
});

describe('a vertical autoscaler is accepted', () => {
  test('for memory where the number of pods follows CPU', () => {
    expect(sizing({ resources: ['memory'] }, { cpuUtilizationPercent: 60 })).not.toThrow();
  });

  test('for everything where the number of pods follows a metric', () => {
    expect(sizing({}, { metrics: { sessions: PROMETHEUS } })).not.toThrow();
  });

  test('beside an autoscaler of the same where it only recommends', () => {
    expect(sizing({ mode: 'recommend' }, {})).not.toThrow();
  });

  test('with a lower bound as high as the upper one', () => {
    expect(sizing({ min: { cpu: '500m', memory: '256Mi' }, max: { memory: '256Mi' } })).not.toThrow();
  });
});
