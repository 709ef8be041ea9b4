import type { GkeBackupBackupPlanBackupScheduleRpoConfigExclusionWindows as WindowBlock } from '@cdktf/provider-google/lib/gke-backup-backup-plan';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';

const MINUTES_PER_DAY = 1440;
const DAYS_PER_WEEK = 7;
const SECONDS_PER_MINUTE = 60;

/** A day of the week. */
export type Weekday = 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY';

const WEEK: readonly Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** When an exclusion window comes. */
export type ExclusionRecurrence =
  | { readonly kind: 'once'; /** Day in UTC: `2027-12-24`. */ readonly date: string }
  | { readonly kind: 'daily' }
  | { readonly kind: 'weekly'; readonly daysOfWeek: readonly Weekday[] };

/** A time in which no backup begins; one that is running is not stopped. */
export interface ExclusionWindow {
  /** Time of day in UTC: `08:30`. Not midnight, which the provider loses on its way; 00:01 will do. */
  readonly startTime: string;
  /** Minutes that the window lasts: less than a day for a daily one, less than a week for a weekly one. */
  readonly durationMinutes: number;
  /** When the window comes. A plan may have one that recurs, and any number of others. */
  readonly recurrence: ExclusionRecurrence;
}

/** The windows as Backup for GKE wants them, in the order of their times. */
export function exclusionWindows(windows: readonly ExclusionWindow[]): WindowBlock[] {
  return windows
    .map((window) => ({ window, key: JSON.stringify([dateOf(window), window.startTime, window.durationMinutes]) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ window: { startTime, durationMinutes, recurrence } }) => ({
      startTime: { hours: Number(startTime.slice(0, 2)), minutes: Number(startTime.slice(3)) },
      duration: `${durationMinutes * SECONDS_PER_MINUTE}s`,
      ...recurrenceBlock(recurrence),
    }));
}

function dateOf({ recurrence }: ExclusionWindow): string {
  return recurrence.kind === 'once' ? recurrence.date : '';
}

function recurrenceBlock(recurrence: ExclusionRecurrence) {
  switch (recurrence.kind) {
    case 'once': {
      const [year, month, day] = recurrence.date.split('-').map(Number);
      return { singleOccurrenceDate: { year, month, day } };
    }
    case 'daily':
      return { daily: true };
    case 'weekly':
      return { daysOfWeek: { daysOfWeek: WEEK.filter((day) => recurrence.daysOfWeek.includes(day)) } };
  }
}

/** Refuses windows that Google would, or that the provider would lose. */
export function exclusionWindowRefusals(
  property: string,
  windows: readonly ExclusionWindow[],
): (Refusal | undefined)[] {
  const recurring = windows.filter(({ recurrence }) => recurrence.kind !== 'once');
  return [
    recurring.length > 1
      ? { property, rule: 'must have one window that recurs at most', got: recurring.length }
      : undefined,
    ...windows.flatMap(({ startTime, durationMinutes, recurrence }) => [
      startTimeRefusal(`${property}.startTime`, startTime),
      recurrenceRefusal(`${property}.recurrence`, recurrence),
      durationRefusal(`${property}.durationMinutes`, durationMinutes, recurrence),
    ]),
  ];
}

function durationRefusal(property: string, minutes: number, recurrence: ExclusionRecurrence): Refusal | undefined {
  const max = longestMinutes(recurrence);
  return wholeNumberRefusal(property, minutes, { min: 1, ...(max === Infinity ? {} : { max: max - 1 }) });
}

function longestMinutes(recurrence: ExclusionRecurrence): number {
  switch (recurrence.kind) {
    case 'once':
      return Infinity;
    case 'daily':
      return MINUTES_PER_DAY;
    case 'weekly':
      return new Set(recurrence.daysOfWeek).size === DAYS_PER_WEEK ? MINUTES_PER_DAY : DAYS_PER_WEEK * MINUTES_PER_DAY;
  }
}

/** https://github.com/hashicorp/terraform-provider-google/issues/23602 */
function startTimeRefusal(property: string, startTime: string): Refusal | undefined {
  if (startTime === '00:00') {
    return {
      property,
      rule: 'must not be midnight, which the provider loses on its way to Google',
      got: startTime,
      remedy: "say '00:01'",
    };
  }
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(startTime)) return undefined;
  return { property, rule: "must be a time of day in UTC such as '08:30'", got: startTime };
}

function recurrenceRefusal(property: string, recurrence: ExclusionRecurrence): Refusal | undefined {
  if (recurrence.kind === 'weekly' && recurrence.daysOfWeek.length === 0) {
    return { property: `${property}.daysOfWeek`, rule: 'must name one day at least', got: recurrence.daysOfWeek };
  }
  if (recurrence.kind === 'once' && !isDate(recurrence.date)) {
    return { property: `${property}.date`, rule: "must be a day such as '2027-12-24'", got: recurrence.date };
  }
  return undefined;
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
