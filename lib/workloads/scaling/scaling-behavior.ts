import type { Autoscaling, ScalingRules } from '../../core/model/scaling';

/** How fast an autoscaler moves, as Kubernetes and KEDA write it. */
export interface ScalingBehavior {
  readonly behavior?: { readonly scaleUp?: DirectionRules; readonly scaleDown?: DirectionRules };
}

interface DirectionRules {
  readonly stabilizationWindowSeconds: number;
  readonly policies: { readonly type: string; readonly value: number; readonly periodSeconds: number }[];
  readonly selectPolicy?: string;
}

/** How fast a workload is scaled up and down; a direction that it does not name moves as Kubernetes has it. */
export function scalingBehavior({ scaleUp, scaleDown }: Autoscaling): ScalingBehavior {
  if (scaleUp === undefined && scaleDown === undefined) return {};
  return {
    behavior: {
      ...(scaleUp === undefined ? {} : { scaleUp: rules(scaleUp) }),
      ...(scaleDown === undefined ? {} : { scaleDown: rules(scaleDown) }),
    },
  };
}

function rules({ stabilizationWindowSeconds, policies, selectPolicy }: ScalingRules): DirectionRules {
  return {
    stabilizationWindowSeconds,
    policies: policies.map((policy) => ({ ...policy })),
    ...(selectPolicy === undefined ? {} : { selectPolicy }),
  };
}
