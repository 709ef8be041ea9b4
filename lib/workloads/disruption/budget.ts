import type { Construct } from 'constructs';
import { DisruptionBudget } from '../../platform/autoscaling/disruption-budget';
import { objectMetadata, type WorkloadContext } from '../workload-props';
import { addScheduledBudget } from './budget-schedule';
import { defaultLimit, disruptionOf, mostPods } from './disruption-limit';

/**
 * Lets nodes be drained a few pods of the workload at a time. What never runs twice has no budget, whatever it says:
 * it could only keep its node from being drained.
 */
export function addDisruptionBudget(scope: Construct, context: WorkloadContext): void {
  if ((mostPods(context) ?? 0) < 2) return;
  const { limit = defaultLimit(context), schedule } = disruptionOf(context) ?? {};
  const budget = { ...objectMetadata(context), selector: context.selector, limit };
  if (schedule === undefined) new DisruptionBudget(scope, 'DisruptionBudget', budget);
  else addScheduledBudget(scope, context, { ...budget, schedule });
}
