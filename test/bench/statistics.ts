/** The middle of some numbers; of an even number of them, the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, number) => sum + number, 0) / middle.length;
}

/** Median of the ratios of pairs that were measured one right after the other, so that a slow minute slows both. */
export function medianRatio(numbers: readonly number[], floors: readonly number[]): number {
  return median(numbers.map((number, index) => number / (floors[index] ?? NaN)));
}

/** What something of a size came to. */
export interface Point {
  readonly size: number;
  readonly value: number;
}

/** How far a point lies above the straight line through two others: 1 is on it. */
export function ratioToLine([first, second]: readonly [Point, Point], point: Point): number {
  const slope = (second.value - first.value) / (second.size - first.size);
  return point.value / (first.value + slope * (point.size - first.size));
}
