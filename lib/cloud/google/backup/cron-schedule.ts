const MINUTES_PER_DAY = 1440;
const MINUTES_PER_HOUR = 60;
const MILLISECONDS_PER_DAY = 86_400_000;
/** Long enough to hold several leap days. */
const HORIZON_DAYS = 3 * 1461;
const HORIZON_BEGIN = Date.UTC(2001, 0, 1);

/** Fields of a schedule, in their order, with the numbers that each may hold. Seven is Sunday too. */
const FIELDS = [
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  { min: 1, max: 31 },
  { min: 1, max: 12 },
  { min: 0, max: 7 },
] as const;

/**
 * The shortest time between two moments of a cron schedule, in minutes: `Infinity` where they never come twice, and
 * `undefined` where the text is no schedule at all.
 */
export function shortestInterval(schedule: string): number | undefined {
  const texts = schedule.split(' ');
  const [minutes, hours, days, months, weekdays] = FIELDS.map(({ min, max }, index) =>
    numbers(texts[index] ?? '', min, max),
  );
  if (texts.length !== FIELDS.length || !minutes || !hours || !days || !months || !weekdays) return undefined;

  const times = [...hours].flatMap((hour) => [...minutes].map((minute) => hour * MINUTES_PER_HOUR + minute));
  const [, , day = '', , weekday = ''] = texts;
  const found = matchingDays((date) => {
    const onDay = days.has(date.getUTCDate());
    const onWeekday = weekdays.has(date.getUTCDay()) || (date.getUTCDay() === 0 && weekdays.has(7));
    // Where both are restricted, cron wants either; an asterisk restricts nothing.
    const matches = day.startsWith('*') || weekday.startsWith('*') ? onDay && onWeekday : onDay || onWeekday;
    return months.has(date.getUTCMonth() + 1) && matches;
  });
  if (found.length === 0) return Infinity;
  times.sort((a, b) => a - b);
  const overnight = shortestGap(found) * MINUTES_PER_DAY - ((times.at(-1) ?? 0) - (times[0] ?? 0));
  return Math.min(shortestGap(times), overnight);
}

function matchingDays(matches: (date: Date) => boolean): readonly number[] {
  return Array.from({ length: HORIZON_DAYS }, (_, day) => day).filter((day) =>
    matches(new Date(HORIZON_BEGIN + day * MILLISECONDS_PER_DAY)),
  );
}

function shortestGap(sorted: readonly number[]): number {
  return Math.min(Infinity, ...sorted.slice(1).map((value, index) => value - (sorted[index] ?? value)));
}

/** The numbers that one field stands for. */
function numbers(field: string, min: number, max: number): ReadonlySet<number> | undefined {
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(?:(\*)|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part);
    if (match === null) return undefined;
    const [, every, first, last, step] = match;
    const from = every === undefined ? Number(first) : min;
    const open = every !== undefined || (last === undefined && step !== undefined);
    const to = open ? max : Number(last ?? first);
    const by = Number(step ?? 1);
    if (from < min || to > max || from > to || by < 1) return undefined;
    for (let number = from; number <= to; number += by) found.add(number);
  }
  return found;
}
