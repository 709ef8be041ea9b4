import type { Refusal } from '../../core/errors';
import { replicasOf } from '../../core/model/workload-spec';
import type { WorkloadContext } from '../workload-props';

/** What a workload's properties say wrong of its number of pods. */
export function scalingRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  const replicas = replicasOf(context);
  if (replicas === undefined) return [];
  if (typeof replicas === 'number') {
    const valid = Number.isInteger(replicas) && replicas >= 0;
    return [valid ? undefined : { property: 'replicas', rule: 'must be a whole number, 0 or more', got: replicas }];
  }
  return [
    Number.isInteger(replicas.max)
      ? undefined
      : { property: 'replicas.max', rule: 'must be a whole number', got: replicas.max },
    Number.isInteger(replicas.min) && replicas.min >= 1 && replicas.min <= replicas.max
      ? undefined
      : {
          property: 'replicas.min',
          rule: `must be a whole number from 1 to replicas.max (${replicas.max})`,
          got: replicas.min,
        },
    context.kind === 'StatefulSet'
      ? {
          property: 'replicas',
          rule: 'of a StatefulSet must be a number: members are not scaled by load',
          got: replicas,
        }
      : undefined,
  ];
}
