import type { Construct } from 'constructs';
import { ScaledObject } from '../../../imports/keda-keda.sh';
import type { Autoscaling } from '../../core/model/scaling';
import { scaleTarget } from '../controllers/scale-target';
import { rolloutEngine } from '../rollouts/progressive';
import { objectMetadata, type WorkloadContext } from '../workload-props';
import { scalingBehavior } from './scaling-behavior';
import type { Bounds } from './scaling-engine';
import { addTriggerAuthentication } from './trigger-authentication';
import { triggers } from './triggers';

/** What KEDA does where the workload does not say; the first two are its own defaults. */
export const KEDA_DEFAULTS = { pollingIntervalSeconds: 30, cooldownSeconds: 300, failureThreshold: 3 } as const;

/** Has KEDA take over an autoscaler of this name, which was ours before a metric of KEDA's came in. */
const TRANSFER_ANNOTATION = 'scaledobject.keda.sh/transfer-hpa-ownership';

/**
 * Has KEDA scale a workload between bounds, by an autoscaler with the workload's name.
 * https://keda.sh/docs/2.20/reference/scaledobject-spec/
 */
export function addScaledObject(
  scope: Construct,
  context: WorkloadContext,
  { min, max }: Bounds,
  autoscaling: Autoscaling,
): void {
  const { cooldownSeconds = KEDA_DEFAULTS.cooldownSeconds, fallbackReplicas } = autoscaling;
  new ScaledObject(scope, 'ScaledObject', {
    metadata: { ...objectMetadata(context), annotations: { [TRANSFER_ANNOTATION]: 'true' } },
    spec: {
      scaleTargetRef: scaleTarget(context),
      minReplicaCount: min,
      maxReplicaCount: max,
      pollingInterval: KEDA_DEFAULTS.pollingIntervalSeconds,
      cooldownPeriod: cooldownSeconds,
      ...(fallbackReplicas === undefined
        ? {}
        : { fallback: { failureThreshold: KEDA_DEFAULTS.failureThreshold, replicas: fallbackReplicas } }),
      advanced: {
        // What it started with is one pod, which is too few for a workload that is about to get a number of its own.
        restoreToOriginalReplicaCount: false,
        horizontalPodAutoscalerConfig: { ...autoscalerName(context), ...scalingBehavior(autoscaling) },
      },
      triggers: triggers(context, autoscaling),
    },
  });
  addTriggerAuthentication(scope, context, autoscaling);
}

/** Flagger copies the object for the version that serves, and two autoscalers cannot have one name. */
function autoscalerName(context: WorkloadContext): { readonly name?: string } {
  return rolloutEngine(context) === 'flagger' ? {} : { name: context.name };
}
