import type { Refusal } from '../../core/errors';
import type { WorkloadContext } from '../workload-props';

/** What a workload's properties say wrong of what may be taken away of it. */
export function disruptionRefusals(_context: WorkloadContext): readonly (Refusal | undefined)[] {
  return [];
}
