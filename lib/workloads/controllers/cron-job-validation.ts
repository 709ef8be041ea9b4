import { cronRefusal } from '../../core/cron';
import type { Refusal } from '../../core/errors';
import { timeZoneRefusal } from '../../core/time-zone';
import type { ContextOf } from '../workload-props';
import { CRON_JOB_DEFAULTS } from './controller-defaults';
import { wholeNumberRefusal } from './whole-number';

/**
 * The controller adds 11 characters to the name of each Job, which has room for 63.
 * https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
 */
const MAX_NAME = 52;

/** Beyond it the name is wrong for every kind, and refused as such. */
const MAX_NAME_OF_ALL = 63;

/** The controller looks every 10 seconds; the page above says that a shorter deadline may be over before it does. */
const LEAST_STARTING_DEADLINE_SECONDS = 10;

/** What a workload's properties say wrong of the times at which a job runs. */
export function cronJobRefusals(context: ContextOf<'CronJob'>): readonly (Refusal | undefined)[] {
  const { name, schedule, timeZone = CRON_JOB_DEFAULTS.timeZone, startingDeadlineSeconds } = context;
  return [
    name.length > MAX_NAME && name.length <= MAX_NAME_OF_ALL
      ? { property: 'name', rule: `of a CronJob must be ${MAX_NAME} characters at most`, got: name }
      : undefined,
    cronRefusal('schedule', schedule),
    timeZoneRefusal('timeZone', timeZone),
    wholeNumberRefusal(
      'startingDeadlineSeconds',
      startingDeadlineSeconds,
      LEAST_STARTING_DEADLINE_SECONDS,
      ' of seconds',
    ),
    wholeNumberRefusal('successfulJobsHistoryLimit', context.successfulJobsHistoryLimit, 0),
    wholeNumberRefusal('failedJobsHistoryLimit', context.failedJobsHistoryLimit, 0),
  ];
}
