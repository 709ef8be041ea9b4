import type { Refusal } from '../../core/errors';
import type { WorkloadContext } from '../workload-props';

/** What a workload's properties say wrong of its rights in the cloud and in the Kubernetes API. */
export function identityRefusals({ permissions = [], cluster }: WorkloadContext): readonly (Refusal | undefined)[] {
  return [
    permissions.length > 0 && cluster === undefined
      ? { property: 'cluster', rule: 'is needed where permissions ask for a cloud identity', got: cluster }
      : undefined,
  ];
}
