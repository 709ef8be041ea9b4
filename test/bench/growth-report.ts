import { join } from 'node:path';
import type { Bundles } from './bundles';
import { type Cost, measureInTurns, mebibytesOf, secondsOf } from './cold-run';
import { formatGoal, formatMebibytes, formatSeconds, formatTable } from './format';
import { writeGrowingEnvironments } from './growing-environments';
import { median, type Point, ratioToLine } from './statistics';

/** Odd, so that a median is one of the runs. */
const ROUNDS = 5;

/** Numbers of clusters: two that give the line, and one that is held against it. */
const SIZES = [1, 10, 100] as const;

const GOAL_RATIO = 1.2;

/** The costs of each of the sizes. */
type Growth = readonly [Point, Point, Point];

/** Measures the synthesis of one system on ever more clusters. */
export function growthReport({ synth: bundle, reportPeak }: Bundles, scratch: string): string {
  const programs = SIZES.map((size) => {
    const cwd = join(scratch, `clusters-${size}`);
    writeGrowingEnvironments(cwd, size);
    return { bundle, cwd };
  });
  const costs = measureInTurns(programs, ROUNDS, reportPeak);
  const time = growth(costs, secondsOf);
  const memory = growth(costs, mebibytesOf);
  return [
    `Growth: one system on ${SIZES.join(', ')} clusters, by turns on AWS and Google, in environments of 5 at most\n`,
    `Medians of ${ROUNDS} runs each, by turns; linear is the straight line through ${SIZES[0]} and ${SIZES[1]} clusters\n\n`,
    formatTable([
      ['clusters', 'time', 'a cluster', 'of linear', 'peak', 'a cluster', 'of linear'],
      ...SIZES.map((size, index) => [
        String(size),
        ...cells(time, index, formatSeconds),
        ...cells(memory, index, formatMebibytes),
      ]),
    ]),
    formatGoal(`${SIZES[2]} clusters at most ${GOAL_RATIO} times linear`, ratio(time) <= GOAL_RATIO),
  ].join('');
}

function growth(costs: readonly (readonly Cost[])[], unit: typeof secondsOf): Growth {
  const point = (index: 0 | 1 | 2): Point => ({ size: SIZES[index], value: median(unit(costs[index] ?? [])) });
  return [point(0), point(1), point(2)];
}

function cells(points: Growth, index: number, format: typeof formatSeconds): readonly string[] {
  const { size, value } = points[index] ?? points[0];
  return [format(value), format(value / size), index === 2 ? ratio(points).toFixed(2) : ''];
}

function ratio([first, second, last]: Growth): number {
  return ratioToLine([first, second], last);
}
