import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { instant, instantRefusal } from '../../common/instant';

const MS_PER_HOUR = 3_600_000;
/** https://cloud.google.com/kubernetes-engine/docs/concepts/maintenance-windows-and-exclusions */
const LEAST_HOURS = 48;
const WITHIN_DAYS = 92;
const SHORTEST_HOURS = 4;
const DAYS_PER_WEEK = 7;
/** Parts of a rule that are enough to count by. */
const COUNTED_PARTS = ['FREQ', 'INTERVAL', 'BYDAY', 'WKST'];

/**
 * When GKE may upgrade and repair by itself. Google asks for 48 hours at least in any 92 days, and counts windows of
 * four hours or more.
 */
export interface MaintenanceWindow {
  /** Start of the first window, RFC 3339 in UTC. */
  readonly startTime: string;
  /** End of the first window. */
  readonly endTime: string;
  /** How it recurs: an RFC 5545 rule such as `FREQ=WEEKLY;BYDAY=SA,SU`. */
  readonly recurrence: string;
}

/** Refuses windows that leave GKE too little time. What a rule too rare for us amounts to, GKE says. */
export function maintenanceWindowRefusals({
  startTime,
  endTime,
  recurrence,
}: MaintenanceWindow): (Refusal | undefined)[] {
  const property = 'maintenanceWindow';
  const start = instant(startTime);
  const end = instant(endTime);
  const hours = start === undefined || end === undefined ? undefined : (end - start) / MS_PER_HOUR;
  return [
    instantRefusal(`${property}.startTime`, startTime),
    instantRefusal(`${property}.endTime`, endTime),
    hours === undefined || hours >= SHORTEST_HOURS
      ? undefined
      : {
          property: `${property}.endTime`,
          rule: `must be ${SHORTEST_HOURS} hours after startTime at least`,
          got: endTime,
        },
    ...recurrenceRefusals(`${property}.recurrence`, recurrence, hours),
  ];
}

function recurrenceRefusals(property: string, recurrence: string, hours: number | undefined): (Refusal | undefined)[] {
  if (Token.isUnresolved(recurrence)) return [];
  if (!/^FREQ=[A-Z]+(;[A-Z]+=[A-Z0-9,+-]+)*$/.test(recurrence)) {
    return [{ property, rule: 'must be a rule of RFC 5545 such as FREQ=WEEKLY;BYDAY=SA,SU', got: recurrence }];
  }
  const parts = new Map(recurrence.split(';').map((part): [string, string] => split(part)));
  if (parts.has('COUNT') || parts.has('UNTIL')) {
    return [{ property, rule: 'must recur without an end', got: recurrence, remedy: 'leave COUNT and UNTIL out' }];
  }
  const windows = windowsWithin(parts);
  if (windows === undefined || hours === undefined || hours < SHORTEST_HOURS) return [];
  if (windows * hours >= LEAST_HOURS) return [];
  return [
    {
      property,
      rule: `must leave ${LEAST_HOURS} hours in any ${WITHIN_DAYS} days for maintenance, as GKE demands`,
      got: `${recurrence}, ${hours} hours each`,
      remedy: 'name more days, or a longer window',
    },
  ];
}

/** How many windows there are in any 92 days at least. */
function windowsWithin(parts: ReadonlyMap<string, string>): number | undefined {
  if ([...parts.keys()].some((part) => !COUNTED_PARTS.includes(part))) return undefined;
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const days = parts.get('BYDAY')?.split(',').length;
  const frequency = parts.get('FREQ');
  if (!Number.isInteger(interval) || interval < 1) return undefined;
  if (frequency === 'WEEKLY') return Math.floor(WITHIN_DAYS / (DAYS_PER_WEEK * interval)) * (days ?? 1);
  if (frequency === 'DAILY' && days === undefined) return Math.floor(WITHIN_DAYS / interval);
  return undefined;
}

function split(part: string): [string, string] {
  const at = part.indexOf('=');
  return [part.slice(0, at), part.slice(at + 1)];
}
