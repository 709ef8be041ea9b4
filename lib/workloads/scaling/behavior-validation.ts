import type { Refusal } from '../../core/errors';
import type { ScalingRules } from '../../core/model/scaling';

/** https://kubernetes.io/docs/reference/kubernetes-api/autoscaling/horizontal-pod-autoscaler-v2/ */
const MAX_WINDOW_SECONDS = 3600;
const MAX_PERIOD_SECONDS = 1800;

/** What rules for one direction of an autoscaler say wrong. */
export function behaviorRefusals(property: string, rules: ScalingRules | undefined): readonly (Refusal | undefined)[] {
  if (rules === undefined) return [];
  const { stabilizationWindowSeconds, policies } = rules;
  return [
    rangeRefusal(`${property}.stabilizationWindowSeconds`, stabilizationWindowSeconds, 0, MAX_WINDOW_SECONDS),
    policies.length === 0
      ? { property: `${property}.policies`, rule: 'must have one policy at least', got: policies }
      : undefined,
    ...policies.flatMap(({ value, periodSeconds }, index) => [
      rangeRefusal(`${property}.policies[${index}].value`, value, 1),
      rangeRefusal(`${property}.policies[${index}].periodSeconds`, periodSeconds, 1, MAX_PERIOD_SECONDS),
    ]),
  ];
}

function rangeRefusal(property: string, value: number, least: number, most?: number): Refusal | undefined {
  if (Number.isInteger(value) && value >= least && (most === undefined || value <= most)) return undefined;
  const range = most === undefined ? `, ${least} or more` : ` from ${least} to ${most}`;
  return { property, rule: `must be a whole number${range}`, got: value };
}
