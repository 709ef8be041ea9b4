import { kindOf } from '../../core/model/workload-spec';
import { rolloutEngine } from '../rollouts/progressive';
import type { WorkloadContext } from '../workload-props';

/** The object whose number of pods autoscalers set, and that owns the pods. */
export interface ScaleTarget {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
}

/** What autoscalers of a workload are pointed at. */
export function scaleTarget(context: WorkloadContext): ScaleTarget {
  const { name } = context;
  return rolloutEngine(context) === 'argo-rollouts'
    ? { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name }
    : { apiVersion: 'apps/v1', kind: kindOf(context), name };
}
