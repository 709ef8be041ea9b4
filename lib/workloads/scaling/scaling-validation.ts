import type { Refusal } from '../../core/errors';
import { replicasOf } from '../../core/model/workload-spec';
import { wholeNumberRefusal } from '../controllers/whole-number';
import type { WorkloadContext } from '../workload-props';
import { behaviorRefusals } from './behavior-validation';
import { kedaRefusals } from './keda-validation';
import { metricRefusals } from './metric-validation';
import { autoscalingOf, hasEventMetric, type Bounds } from './scaling-engine';
import { verticalRefusals } from './vertical-validation';

/**
 * What a workload's properties say wrong of the number and the size of its pods. What it says of its autoscaler is looked
 * at even where an environment gave it a fixed number, so that a fault shows everywhere.
 */
export function scalingRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  const autoscaling = autoscalingOf(context);
  return [
    ...replicaRefusals(context),
    percentRefusal('autoscaling.cpuUtilizationPercent', autoscaling.cpuUtilizationPercent),
    percentRefusal('autoscaling.memoryUtilizationPercent', autoscaling.memoryUtilizationPercent),
    ...metricRefusals(context, autoscaling),
    ...kedaRefusals(context, autoscaling),
    ...behaviorRefusals('autoscaling.scaleUp', autoscaling.scaleUp),
    ...behaviorRefusals('autoscaling.scaleDown', autoscaling.scaleDown),
    ...verticalRefusals(context),
  ];
}

function replicaRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  const replicas = replicasOf(context);
  if (replicas === undefined) return [];
  if (typeof replicas === 'number') return [wholeNumberRefusal('replicas', replicas, 0)];
  return [maxRefusal(replicas) ?? minRefusal(context, replicas)];
}

function maxRefusal({ max }: Bounds): Refusal | undefined {
  if (!Number.isInteger(max)) return { property: 'replicas.max', rule: 'must be a whole number', got: max };
  return max >= 1 ? undefined : { property: 'replicas.max', rule: 'must be 1 or more', got: max };
}

function minRefusal(context: WorkloadContext, { min, max }: Bounds): Refusal | undefined {
  const least = hasEventMetric(autoscalingOf(context)) ? 0 : 1;
  if (Number.isInteger(min) && min >= least && min <= max) return undefined;
  return {
    property: 'replicas.min',
    rule: `must be a whole number from ${least} to replicas.max (${max})`,
    got: min,
    ...(min === 0 ? { remedy: 'a metric of type prometheus, queue or cron brings the first pod back from 0' } : {}),
  };
}

function percentRefusal(property: string, percent: number | undefined): Refusal | undefined {
  if (percent === undefined || (Number.isInteger(percent) && percent >= 1 && percent <= 100)) return undefined;
  return { property, rule: 'must be a whole number of percent, 1 to 100', got: percent };
}
