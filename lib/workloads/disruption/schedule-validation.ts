import { cronRefusal } from '../../core/cron';
import type { Refusal } from '../../core/errors';
import type { DisruptionSchedule } from '../../core/model/disruption';
import { timeZoneRefusal } from '../../core/time-zone';
import { MAX_BUDGET_NAME } from '../../platform/autoscaling/scheduled-disruption-budget';
import type { WorkloadContext } from '../workload-props';
import { defaultLimit, disruptionOf } from './disruption-limit';

/** Beyond it the name is wrong for every workload, and refused as such. */
const MAX_NAME_OF_ALL = 63;

/** What a workload says wrong of a time during which another limit holds. */
export function scheduleRefusals(
  context: WorkloadContext,
  { timeZone, start, end, limit }: DisruptionSchedule,
): readonly (Refusal | undefined)[] {
  const { name } = context;
  const outside = disruptionOf(context)?.limit ?? defaultLimit(context);
  return [
    name.length > MAX_BUDGET_NAME && name.length <= MAX_NAME_OF_ALL
      ? {
          property: 'name',
          rule: `must be ${MAX_BUDGET_NAME} characters at most where disruption.schedule is set`,
          got: name,
        }
      : undefined,
    timeZoneRefusal('disruption.schedule.timeZone', timeZone),
    cronRefusal('disruption.schedule.start', start),
    cronRefusal('disruption.schedule.end', end) ??
      (start === end
        ? { property: 'disruption.schedule.end', rule: 'must be another time than start', got: end }
        : undefined),
    JSON.stringify(limit) === JSON.stringify(outside)
      ? { property: 'disruption.schedule.limit', rule: 'must differ from what holds outside of it', got: limit }
      : undefined,
  ];
}
