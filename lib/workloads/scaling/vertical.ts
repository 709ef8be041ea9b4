import type { Construct } from 'constructs';
import {
  VerticalPodAutoscaler,
  VerticalPodAutoscalerSpecResourcePolicyContainerPoliciesControlledValues as ControlledValues,
  VerticalPodAutoscalerSpecResourcePolicyContainerPoliciesMaxAllowed as MaxAllowed,
  VerticalPodAutoscalerSpecResourcePolicyContainerPoliciesMinAllowed as MinAllowed,
  VerticalPodAutoscalerSpecResourcePolicyContainerPoliciesMode as ContainerMode,
  VerticalPodAutoscalerSpecUpdatePolicyUpdateMode as UpdateMode,
} from '../../../imports/vertical-pod-autoscaler-autoscaling.k8s.io';
import { minReplicas, type VerticalScaling } from '../../core/model/scaling';
import { replicasOf } from '../../core/model/workload-spec';
import { scaleTarget } from '../controllers/scale-target';
import { WORKLOAD_DEFAULTS } from '../defaults';
import { objectMetadata, type WorkloadContext } from '../workload-props';

/** Resources that are sized where the workload does not say. */
export const SIZED_RESOURCES = ['cpu', 'memory'] as const;

const UPDATE_MODES: Readonly<Record<VerticalScaling['mode'], UpdateMode>> = {
  recommend: UpdateMode.OFF,
  initial: UpdateMode.INITIAL,
  auto: UpdateMode.IN_PLACE_OR_RECREATE,
};

/** What a workload says of the size of its pods; undefined where they keep it. */
export function verticalScalingOf(context: WorkloadContext): VerticalScaling | undefined {
  return 'verticalScaling' in context ? context.verticalScaling : undefined;
}

/**
 * Sizes a workload's main container, where it says so. What it requests is changed and its limits never, so that a quota
 * of the namespace goes on counting what was declared.
 * https://github.com/kubernetes/autoscaler/blob/vertical-pod-autoscaler-1.7.1/vertical-pod-autoscaler/docs/features.md
 */
export function addVerticalAutoscaler(scope: Construct, context: WorkloadContext): void {
  const scaling = verticalScalingOf(context);
  if (scaling === undefined) return;
  new VerticalPodAutoscaler(scope, 'VerticalAutoscaler', {
    metadata: objectMetadata(context),
    spec: {
      targetRef: scaleTarget(context),
      updatePolicy: { updateMode: UPDATE_MODES[scaling.mode], ...leastReplicas(context) },
      resourcePolicy: {
        containerPolicies: [
          {
            containerName: context.name,
            mode: ContainerMode.AUTO,
            controlledResources: [...(scaling.resources ?? SIZED_RESOURCES)],
            controlledValues: ControlledValues.REQUESTS_ONLY,
            ...bounds(context, scaling),
          },
          // The mesh's proxy, and whatever else is put in beside the container.
          { containerName: '*', mode: ContainerMode.OFF },
        ],
      },
    },
  });
}

/** By itself the updater leaves alone what runs in one pod only, even where the pod could be sized in place. */
function leastReplicas(context: WorkloadContext): { minReplicas?: number } {
  return minReplicas(replicasOf(context) ?? WORKLOAD_DEFAULTS.replicas) < 2 ? { minReplicas: 1 } : {};
}

function bounds(
  { resources: { limits } }: WorkloadContext,
  { resources = SIZED_RESOURCES, min = {}, max = {} }: VerticalScaling,
): { minAllowed?: Record<string, MinAllowed>; maxAllowed: Record<string, MaxAllowed> } {
  const least = resources.flatMap((resource) => {
    const amount = min[resource];
    return amount === undefined ? [] : [[resource, MinAllowed.fromString(amount)] as const];
  });
  const most = resources.map(
    (resource) => [resource, MaxAllowed.fromString(max[resource] ?? limits[resource])] as const,
  );
  return {
    ...(least.length === 0 ? {} : { minAllowed: Object.fromEntries(least) }),
    maxAllowed: Object.fromEntries(most),
  };
}
