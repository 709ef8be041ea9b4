import type { Autoscaling } from '../../core/model/scaling';
import { AUTOSCALING_DEFAULTS } from '../defaults';

/** Average use of what is requested that an autoscaler aims for, in percent; what is left out it does not follow. */
export type UtilizationTargets = Readonly<Partial<Record<'cpu' | 'memory', number>>>;

/** Use of CPU and memory that a workload is scaled by: the defaults where it names neither a use nor a metric. */
export function utilizationTargets(autoscaling: Autoscaling): UtilizationTargets {
  const { cpuUtilizationPercent: cpu, memoryUtilizationPercent: memory } = hasTarget(autoscaling)
    ? autoscaling
    : AUTOSCALING_DEFAULTS;
  return { ...(cpu === undefined ? {} : { cpu }), ...(memory === undefined ? {} : { memory }) };
}

/** Rules about pace alone leave what is followed as it is. */
function hasTarget({ cpuUtilizationPercent, memoryUtilizationPercent, metrics = {} }: Autoscaling): boolean {
  return (
    cpuUtilizationPercent !== undefined || memoryUtilizationPercent !== undefined || Object.keys(metrics).length > 0
  );
}
