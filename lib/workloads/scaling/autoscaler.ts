import type { Construct } from 'constructs';
import type { WorkloadContext } from '../workload-props';
import { addHorizontalAutoscaler } from './horizontal';
import { addScaledObject } from './scaled-object';
import { autoscalingOf, replicaBounds, scalingEngine } from './scaling-engine';
import { addVerticalAutoscaler } from './vertical';

/** Scales a workload by what it says: the number of its pods, where that has bounds, and their size. */
export function addAutoscaler(scope: Construct, context: WorkloadContext): void {
  addVerticalAutoscaler(scope, context);
  const bounds = replicaBounds(context);
  if (bounds === undefined) return;
  const add = scalingEngine(context) === 'keda' ? addScaledObject : addHorizontalAutoscaler;
  add(scope, context, bounds, autoscalingOf(context));
}
