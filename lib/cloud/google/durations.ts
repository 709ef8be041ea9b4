const SECONDS_PER_DAY = 86_400;

/** A number of days as Google's APIs write a duration: `604800s`. */
export function daysAsDuration(days: number): string {
  return `${days * SECONDS_PER_DAY}s`;
}
