import type { Replicas } from '../../core/model/scaling';
import { WORKLOAD_DEFAULTS } from '../defaults';

/** An autoscaler owns the number that it is free to choose; writing it here would undo its choice at every sync. */
export function fixedReplicas(replicas: Replicas = WORKLOAD_DEFAULTS.replicas): { replicas?: number } {
  return typeof replicas === 'number' ? { replicas } : {};
}
