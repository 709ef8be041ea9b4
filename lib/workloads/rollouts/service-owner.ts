import type { WorkloadContext } from '../workload-props';
import { rolloutEngine } from './progressive';

/** Whether the workload writes the Services in front of it; Flagger makes those of its workloads by itself. */
export function ownsServices(context: WorkloadContext): boolean {
  return rolloutEngine(context) !== 'flagger';
}
