import type { Refusal } from '../../core/errors';
import type { WorkloadContext } from '../workload-props';

/** What a workload's properties say wrong of what makes its pods. */
export function controllerRefusals(_context: WorkloadContext): readonly (Refusal | undefined)[] {
  return [];
}
