import { isEventMetric, type Autoscaling, type Replicas } from '../../core/model/scaling';
import { replicasOf } from '../../core/model/workload-spec';
import type { WorkloadContext } from '../workload-props';

/** Bounds within which an autoscaler chooses. */
export type Bounds = Exclude<Replicas, number>;

/** Who chooses the number of pods: nobody, an autoscaler of ours, or one that KEDA makes. */
export type ScalingEngine = 'none' | 'hpa' | 'keda';

/** Who chooses the number of a workload's pods; its autoscaler has the workload's name whoever makes it. */
export function scalingEngine(context: WorkloadContext): ScalingEngine {
  if (replicaBounds(context) === undefined) return 'none';
  return hasEventMetric(autoscalingOf(context)) ? 'keda' : 'hpa';
}

/** The bounds of a workload's replicas; undefined where their number is fixed. */
export function replicaBounds(context: WorkloadContext): Bounds | undefined {
  const replicas = replicasOf(context);
  return typeof replicas === 'object' ? replicas : undefined;
}

/** What a workload says of its autoscaler; empty where it says nothing. */
export function autoscalingOf(context: WorkloadContext): Autoscaling {
  return 'autoscaling' in context ? (context.autoscaling ?? {}) : {};
}

/** Whether KEDA has to make the autoscaler, as a metric is its own. */
export function hasEventMetric({ metrics = {} }: Autoscaling): boolean {
  return Object.values(metrics).some(isEventMetric);
}
