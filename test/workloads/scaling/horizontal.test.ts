import type { ScalingRules } from '../../../lib/core/model/scaling';
import { backendObjects } from '../sample-workload';

const KIND = 'HorizontalPodAutoscaler';
const BOUNDS = { min: 3, max: 10 };
const UP: ScalingRules = {
  stabilizationWindowSeconds: 0,
  policies: [
    { type: 'Percent', value: 100, periodSeconds: 15 },
    { type: 'Pods', value: 4, periodSeconds: 15 },
  ],
  selectPolicy: 'Max',
};
const DOWN: ScalingRules = {
  stabilizationWindowSeconds: 300,
  policies: [{ type: 'Percent', value: 10, periodSeconds: 60 }],
};

function metric(name: string, averageUtilization: number): object {
  return { type: 'Resource', resource: { name, target: { type: 'Utilization', averageUtilization } } };
}

describe('the autoscaler of a workload', () => {
  test('follows CPU and memory between the bounds', () => {
    expect(backendObjects({ replicas: BOUNDS }).yaml(KIND)).toMatchSnapshot();
  });

  test.each([[undefined], [0], [3]])('is left out with %p replicas', (replicas) => {
    expect(backendObjects(replicas === undefined ? {} : { replicas }).names(KIND)).toEqual([]);
  });

  test('follows CPU alone where only CPU is named', () => {
    const autoscaling = { cpuUtilizationPercent: 60 };
    expect(backendObjects({ replicas: BOUNDS, autoscaling }).one(KIND)).toHaveProperty('spec.metrics', [
      metric('cpu', 60),
    ]);
  });

  test('follows memory alone where only memory is named', () => {
    const autoscaling = { memoryUtilizationPercent: 75 };
    expect(backendObjects({ replicas: BOUNDS, autoscaling }).one(KIND)).toHaveProperty('spec.metrics', [
      metric('memory', 75),
    ]);
  });

  test('goes on following the defaults where only its pace is named', () => {
    const object = backendObjects({ replicas: BOUNDS, autoscaling: { scaleUp: UP } }).one(KIND);
    expect(object).toHaveProperty('spec.metrics', [metric('cpu', 70), metric('memory', 80)]);
  });

  test('moves at the pace of Kubernetes where none is named', () => {
    expect(backendObjects({ replicas: BOUNDS }).one(KIND)).not.toHaveProperty('spec.behavior');
  });

  test('moves up and down at paces of their own', () => {
    const autoscaling = { scaleUp: UP, scaleDown: DOWN };
    expect(backendObjects({ replicas: BOUNDS, autoscaling }).one(KIND)).toHaveProperty('spec.behavior', {
      scaleUp: UP,
      scaleDown: DOWN,
    });
  });

  test('moves one way at a pace, and the other as Kubernetes does', () => {
    const objects = (autoscaling: object) => backendObjects({ replicas: BOUNDS, autoscaling }).one(KIND);
    expect(objects({ scaleUp: UP })).toHaveProperty('spec.behavior', { scaleUp: UP });
    expect(objects({ scaleDown: DOWN })).toHaveProperty('spec.behavior', { scaleDown: DOWN });
  });
});
