import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { Autoscaling, Replicas, ScalingRules } from '../../core/model/scaling';
import { AUTOSCALING_DEFAULTS } from '../defaults';
import { scaleTarget } from '../controllers/scale-target';
import { objectMetadata, type WorkloadContext } from '../workload-props';

/** Bounds within which an autoscaler chooses. */
export type Bounds = Exclude<Replicas, number>;

/** Scales a workload horizontally between bounds, where its replicas have any. */
export function addHorizontalAutoscaler(
  scope: Construct,
  context: WorkloadContext,
  replicas: Bounds,
  autoscaling: Autoscaling,
): void {
  new k8s.KubeHorizontalPodAutoscalerV2(scope, 'Autoscaler', {
    metadata: objectMetadata(context),
    spec: {
      scaleTargetRef: scaleTarget(context),
      minReplicas: replicas.min,
      maxReplicas: replicas.max,
      metrics: metrics(autoscaling),
      ...behavior(autoscaling),
    },
  });
}

function metrics(autoscaling: Autoscaling): k8s.MetricSpecV2[] {
  const { cpuUtilizationPercent: cpu, memoryUtilizationPercent: memory } = hasTarget(autoscaling)
    ? autoscaling
    : AUTOSCALING_DEFAULTS;
  const targets = { cpu, memory };
  return Object.entries(targets).flatMap(([name, averageUtilization]) =>
    averageUtilization === undefined
      ? []
      : [{ type: 'Resource', resource: { name, target: { type: 'Utilization', averageUtilization } } }],
  );
}

/** Rules about pace alone leave what is followed as it is. */
function hasTarget({ cpuUtilizationPercent, memoryUtilizationPercent }: Autoscaling): boolean {
  return cpuUtilizationPercent !== undefined || memoryUtilizationPercent !== undefined;
}

function behavior({ scaleUp, scaleDown }: Autoscaling): { behavior?: k8s.HorizontalPodAutoscalerBehaviorV2 } {
  if (scaleUp === undefined && scaleDown === undefined) return {};
  return {
    behavior: {
      ...(scaleUp === undefined ? {} : { scaleUp: rules(scaleUp) }),
      ...(scaleDown === undefined ? {} : { scaleDown: rules(scaleDown) }),
    },
  };
}

function rules({ stabilizationWindowSeconds, policies, selectPolicy }: ScalingRules): k8s.HpaScalingRulesV2 {
  return {
    stabilizationWindowSeconds,
    policies: policies.map((policy) => ({ ...policy })),
    ...(selectPolicy === undefined ? {} : { selectPolicy }),
  };
}
