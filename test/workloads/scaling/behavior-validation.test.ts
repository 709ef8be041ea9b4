import type { ScalingRules } from '../../../lib/core/model/scaling';
import { making } from '../sample-workload';
import { BOUNDS } from './scaling-samples';

const RULES: ScalingRules = {
  stabilizationWindowSeconds: 60,
  policies: [{ type: 'Pods', value: 2, periodSeconds: 30 }],
};

function up(changes: Partial<ScalingRules>): () => void {
  return making({ replicas: BOUNDS, autoscaling: { scaleUp: { ...RULES, ...changes } } });
}

function policy(changes: Partial<ScalingRules['policies'][number]>): () => void {
  return up({ policies: [{ type: 'Pods', value: 2, periodSeconds: 30, ...changes }] });
}

describe('the pace of an autoscaler is refused', () => {
  test.each([-1, 3601, 0.5])('where it looks back for %p seconds', (stabilizationWindowSeconds) => {
    expect(up({ stabilizationWindowSeconds })).toThrow(
      "test/backend: 'autoscaling.scaleUp.stabilizationWindowSeconds' must be a whole number from 0 to 3600, " +
        `got ${stabilizationWindowSeconds}`,
    );
  });

  test('without a policy', () => {
    expect(up({ policies: [] })).toThrow(
      "test/backend: 'autoscaling.scaleUp.policies' must have one policy at least, got []",
    );
  });

  test.each([0, 1.5])('where a policy changes %p pods', (value) => {
    expect(policy({ value })).toThrow(
      `test/backend: 'autoscaling.scaleUp.policies[0].value' must be a whole number, 1 or more, got ${value}`,
    );
  });

  test.each([0, 1801])('where a policy is about %p seconds', (periodSeconds) => {
    expect(policy({ periodSeconds })).toThrow(
      "test/backend: 'autoscaling.scaleUp.policies[0].periodSeconds' must be a whole number from 1 to 1800, " +
        `got ${periodSeconds}`,
    );
  });

  test('of the way down as of the way up', () => {
    expect(making({ replicas: BOUNDS, autoscaling: { scaleDown: { ...RULES, policies: [] } } })).toThrow(
      "test/backend: 'autoscaling.scaleDown.policies' must have one policy at least, got []",
    );
  });
});

describe('the pace of an autoscaler is accepted', () => {
  test('at the ends of what Kubernetes takes', () => {
    const policies = [{ type: 'Percent', value: 100, periodSeconds: 1800 }] as const;
    expect(up({ stabilizationWindowSeconds: 0, policies })).not.toThrow();
    expect(up({ stabilizationWindowSeconds: 3600 })).not.toThrow();
  });
});
