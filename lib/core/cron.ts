import type { Refusal } from './errors';
import { suggest } from './nearest';

/** A field of a cron expression: its place, the numbers that it may hold, and names for them from the least on. */
interface CronField {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly words: readonly string[];
}

const FIELDS: readonly CronField[] = [
  { name: 'minute', min: 0, max: 59, words: [] },
  { name: 'hour', min: 0, max: 23, words: [] },
  { name: 'day of the month', min: 1, max: 31, words: [] },
  {
    name: 'month',
    min: 1,
    max: 12,
    words: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  // Unlike crontab's, this cron does not take 7 for Sunday.
  { name: 'day of the week', min: 0, max: 6, words: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

/** Short forms. `@every 1h` is left out: it counts from when the controller last looked, and no clock shows it. */
const SHORT_FORMS: readonly string[] = [
  '@yearly',
  '@annually',
  '@monthly',
  '@weekly',
  '@daily',
  '@midnight',
  '@hourly',
];

const DAYS_OF_MONTHS: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * What is wrong with a cron expression, as CronJobs and KEDA read it; undefined where it is sound. Stricter than they
 * are with what nobody means: a step longer than its field, and a day that never comes.
 * https://github.com/robfig/cron/blob/v3.0.1/parser.go
 */
export function cronRefusal(property: string, expression: string): Refusal | undefined {
  const got = expression;
  if (expression.includes('TZ')) {
    return { property, rule: 'must not name a time zone', got, remedy: 'name it in timeZone' };
  }
  if (expression.startsWith('@')) {
    if (SHORT_FORMS.includes(expression)) return undefined;
    return { property, rule: 'must be a short form of cron', got, remedy: suggest(expression, SHORT_FORMS) };
  }
  const texts = expression.trim().split(/\s+/);
  if (texts.length !== FIELDS.length) {
    return { property, rule: `must have five fields: ${FIELDS.map(({ name }) => name).join(', ')}`, got };
  }
  const values = FIELDS.map((field, index) => fieldValues(texts[index] ?? '', field));
  const wrong = values.indexOf(undefined);
  const field = FIELDS[wrong];
  if (field !== undefined) {
    const { name, min, max } = field;
    const rule = `must have numbers from ${min} to ${max} for the ${name}, or lists, ranges or steps of them`;
    return { property, rule, got, remedy: `'${texts[wrong] ?? ''}' is none` };
  }
  if (comes(values, texts)) return undefined;
  return { property, rule: 'must name a day that its months have', got };
}

/** Whether the day of the month ever comes; where a day of the week is named too, either of them counts. */
function comes(values: readonly (readonly number[] | undefined)[], texts: readonly string[]): boolean {
  const [, , days = [], months = []] = values;
  const isEveryWeekday = /^[*?](\/1)?$/.test(texts[4] ?? '');
  const longest = Math.max(...months.map((month) => DAYS_OF_MONTHS[month - 1] ?? 0));
  return !isEveryWeekday || Math.min(...days) <= longest;
}

/** The numbers that a field stands for; undefined where a part of it is none. */
function fieldValues(text: string, field: CronField): readonly number[] | undefined {
  const parts = text.split(',').map((part) => partValues(part, field));
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

function partValues(text: string, field: CronField): readonly number[] | undefined {
  const match = /^(?:([*?])|([0-9a-z]+)(?:-([0-9a-z]+))?)(?:\/(\d+))?$/i.exec(text);
  if (match === null) return undefined;
  const [, every, first = '', last, step] = match;
  const from = every === undefined ? fieldValue(first, field) : field.min;
  // A number with a step goes on to the end of the field: 5/20 is 5, 25 and 45.
  const isOpen = every !== undefined || (last === undefined && step !== undefined);
  const to = isOpen ? field.max : fieldValue(last ?? first, field);
  const by = Number(step ?? 1);
  if (!(from >= field.min && from <= to && to <= field.max && by >= 1 && by <= field.max)) return undefined;
  return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, index) => from + index * by);
}

/** NaN where the text is neither a number nor a name of the field. */
function fieldValue(text: string, { words, min }: CronField): number {
  const word = words.indexOf(text.toLowerCase());
  if (word >= 0) return word + min;
  return /^\d{1,2}$/.test(text) ? Number(text) : NaN;
}
