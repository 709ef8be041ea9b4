import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

/**
 * What AWS takes for a schedule: six fields, of which either the day of the month or that of the week is `?`.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based
 */
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] as const;
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;
const FIELDS: readonly Field[] = [
  { name: 'minutes', min: 0, max: 59 },
  { name: 'hours', min: 0, max: 23 },
  { name: 'days of the month', min: 1, max: 31, special: /^(?:\?|L|LW|\d{1,2}W)$/ },
  { name: 'months', min: 1, max: 12, words: MONTHS },
  { name: 'days of the week', min: 1, max: 7, words: WEEKDAYS, special: /^(?:\?|L|[1-7]L|[1-7]#[1-5])$/ },
  { name: 'years', min: 1970, max: 2199 },
];
/** AWS Backup makes no backups at shorter intervals. */
const MAX_TIMES_AN_HOUR = 1;

interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Words that stand for numbers, the first one for the least. */
  readonly words?: readonly string[];
  /** What else may stand there. */
  readonly special?: RegExp;
}

/**
 * Refuses what AWS takes for no schedule, and one that comes more often than once an hour.
 *
 * `every` and `rate` of other services are unknown to AWS Backup, and so are the five fields of Unix.
 */
export function scheduleRefusal(property: string, schedule: string): Refusal | undefined {
  if (Token.isUnresolved(schedule)) return undefined;
  const fields = /^cron\((.+)\)$/.exec(schedule)?.[1]?.split(' ');
  if (fields?.length !== FIELDS.length) {
    return {
      property,
      rule: 'must be minutes, hours, day of the month, month, day of the week and year, such as cron(0 2 * * ? *)',
      got: schedule,
    };
  }
  const [minutes = '', , day = '', , weekday = ''] = fields;
  const wrong = FIELDS.find((field, index) => !fits(fields[index] ?? '', field));
  if (wrong !== undefined) {
    const { name, min, max } = wrong;
    return { property, rule: `must have ${name} from ${min} to ${max}`, got: schedule };
  }
  if ((day === '?') === (weekday === '?')) {
    return { property, rule: 'must have ? for either the day of the month or that of the week', got: schedule };
  }
  if (count(minutes) > MAX_TIMES_AN_HOUR) {
    return { property, rule: 'must not come more often than once an hour', got: schedule };
  }
  return undefined;
}

function fits(text: string, { min, max, words = [], special }: Field): boolean {
  if (special?.test(text) === true) return true;
  const value = (word: string) => (words.includes(word) ? words.indexOf(word) + min : Number(word));
  return text.split(',').every((part) => {
    const match = /^(?:\*|(\d{1,4}|[A-Z]{3})(?:-(\d{1,4}|[A-Z]{3}))?)(?:\/(\d{1,2}))?$/.exec(part);
    if (match === null) return false;
    const [, first, last, step] = match;
    const from = first === undefined ? min : value(first);
    const to = last === undefined ? from : value(last);
    return from >= min && to <= max && from <= to && Number(step ?? 1) >= 1;
  });
}

/** How many minutes of an hour a field of minutes names. */
function count(minutes: string): number {
  return minutes
    .split(',')
    .map((part) => {
      const [range = '', step = '1'] = part.split('/');
      const [first, last] = range === '*' ? ['0', '59'] : range.split('-');
      const end = last ?? (part.includes('/') ? '59' : first);
      return Math.floor((Number(end) - Number(first)) / Number(step)) + 1;
    })
    .reduce((sum, times) => sum + times, 0);
}
