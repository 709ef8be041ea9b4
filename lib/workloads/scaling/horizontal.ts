import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { Autoscaling } from '../../core/model/scaling';
import { scaleTarget } from '../controllers/scale-target';
import { objectMetadata, type WorkloadContext } from '../workload-props';
import { horizontalMetrics } from './horizontal-metrics';
import { scalingBehavior } from './scaling-behavior';
import type { Bounds } from './scaling-engine';

/** Scales a workload horizontally between bounds. */
export function addHorizontalAutoscaler(
  scope: Construct,
  context: WorkloadContext,
  { min, max }: Bounds,
  autoscaling: Autoscaling,
): void {
  new k8s.KubeHorizontalPodAutoscalerV2(scope, 'Autoscaler', {
    metadata: objectMetadata(context),
    spec: {
      scaleTargetRef: scaleTarget(context),
      minReplicas: min,
      maxReplicas: max,
      metrics: horizontalMetrics(autoscaling),
      ...scalingBehavior(autoscaling),
    },
  });
}
