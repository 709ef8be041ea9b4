import { kindOf } from '../../core/model/workload-spec';
import type { WorkloadContext } from '../workload-props';

/** The object whose number of pods autoscalers set, and that owns the pods. */
export interface ScaleTarget {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
}

/** What autoscalers of a workload are pointed at. */
export function scaleTarget(context: WorkloadContext): ScaleTarget {
  return { apiVersion: 'apps/v1', kind: kindOf(context), name: context.name };
}
