import type { Construct } from 'constructs';
import { AUTOSCALING_DEFAULTS } from '../defaults';
import type { WorkloadContext } from '../workload-props';
import { addHorizontalAutoscaler } from './horizontal';

/** Scales a workload by what it says, where its replicas have bounds. */
export function addAutoscaler(scope: Construct, context: WorkloadContext): void {
  if (context.kind !== undefined && context.kind !== 'Deployment') return;
  const { replicas, autoscaling = AUTOSCALING_DEFAULTS } = context;
  if (replicas === undefined || typeof replicas === 'number') return;
  addHorizontalAutoscaler(scope, context, replicas, autoscaling);
}
