import type { Construct } from 'constructs';
import {
  ScheduledDisruptionBudget,
  type ScheduledDisruptionBudgetProps,
} from '../../platform/autoscaling/scheduled-disruption-budget';
import { allowEgressToApiServer, apiServerRanges } from '../connections/api-server';
import type { WorkloadContext } from '../workload-props';

/** A budget that changes at given times; what changes it reaches the API server and nothing else. */
export function addScheduledBudget(
  scope: Construct,
  { cluster, kubectlImage: image }: WorkloadContext,
  props: ScheduledDisruptionBudgetProps,
): void {
  const { name, namespace } = props;
  const budget = new ScheduledDisruptionBudget(scope, 'DisruptionBudget', {
    ...props,
    ...(image === undefined ? {} : { image }),
  });
  allowEgressToApiServer(scope, 'DisruptionBudgetToApiServer', {
    name: `${name}-budget-to-api-server`,
    namespace,
    selector: budget.selector,
    ...apiServerRanges(cluster),
  });
}
