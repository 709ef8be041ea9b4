import type { Refusal } from '../../core/errors';
import type { WorkloadContext } from '../workload-props';

/** What a workload's properties say wrong of its rollouts. */
export function rolloutRefusals(_context: WorkloadContext): readonly (Refusal | undefined)[] {
  return [];
}
