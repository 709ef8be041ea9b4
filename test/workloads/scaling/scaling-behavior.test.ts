import type { ScalingRules } from '../../../lib/core/model/scaling';
import { scalingBehavior } from '../../../lib/workloads/scaling/scaling-behavior';

const RULES: ScalingRules = {
  stabilizationWindowSeconds: 60,
  policies: [{ type: 'Pods', value: 2, periodSeconds: 30 }],
};

describe('the pace of an autoscaler', () => {
  test('is left to Kubernetes where none is named', () => {
    expect(scalingBehavior({ cpuUtilizationPercent: 50 })).toEqual({});
  });

  test('is told for one direction where one is named', () => {
    expect(scalingBehavior({ scaleUp: RULES })).toEqual({ behavior: { scaleUp: RULES } });
    expect(scalingBehavior({ scaleDown: RULES })).toEqual({ behavior: { scaleDown: RULES } });
  });

  test('says which of several policies counts', () => {
    expect(scalingBehavior({ scaleDown: { ...RULES, selectPolicy: 'Min' } })).toHaveProperty(
      'behavior.scaleDown.selectPolicy',
      'Min',
    );
  });
});
