import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundles } from './bundles';
import { measureInTurns, mebibytesOf, type Program, secondsOf } from './cold-run';
import { formatCount, formatGoal, formatMebibytes, formatSeconds, formatTable } from './format';
import { median, type Point, ratioToLine } from './statistics';

/** Services of each cluster. */
const SERVICES = 100;

/** Numbers of clusters: two that give the line, and one that is held against it. */
const CLUSTERS = [1, 10, 100] as const;

/** Odd, so that a median is one of the runs. The largest takes minutes. */
const ROUNDS = 3;

const GOAL_RATIO = 1.2;

interface Size {
  readonly clusters: number;
  readonly objects: number;
  readonly seconds: number;
  readonly floorSeconds: number;
  readonly mebibytes: number;
}

/** Measures the manifests of ever more clusters with a hundred services each, beside writing the same objects. */
export function fleetReport({ fleet: bundle, reportPeak }: Bundles, scratch: string): string {
  const sizes = CLUSTERS.map((clusters) => measure(bundle, join(scratch, `fleet-${clusters}`), clusters, reportPeak));
  const ratio = growth(sizes);
  return [
    `Manifests: ${CLUSTERS.join(', ')} clusters with ${SERVICES} services each; floor: turning the same objects into text\n`,
    `Medians of ${ROUNDS} runs each, by turns; linear is the straight line through ${CLUSTERS[0]} and ${CLUSTERS[1]} clusters\n\n`,
    formatTable([
      ['clusters', 'objects', 'time', 'objects/s', 'floor', 'objects/s', 'ratio', 'peak'],
      ...sizes.map(row),
    ]),
    `  ${CLUSTERS[2]} clusters: ${ratio.toFixed(2)} of linear\n`,
    formatGoal(`manifests of ${CLUSTERS[2]} clusters at most ${GOAL_RATIO} times linear`, ratio <= GOAL_RATIO),
  ].join('');
}

function measure(bundle: string, cwd: string, clusters: number, reportPeak: string): Size {
  mkdirSync(cwd, { recursive: true });
  const program = (mode: string): Program => ({ bundle, cwd, args: [mode, String(clusters), String(SERVICES)] });
  const [synthesis = [], floor = []] = measureInTurns([program('synthesis'), program('floor')], ROUNDS, reportPeak);
  return {
    clusters,
    objects: Number(synthesis[0]?.output),
    seconds: median(secondsOf(synthesis)),
    floorSeconds: median(secondsOf(floor)),
    mebibytes: median(mebibytesOf(synthesis)),
  };
}

function growth(sizes: readonly Size[]): number {
  const [first, second, last] = sizes.map(({ clusters, seconds }): Point => ({ size: clusters, value: seconds }));
  return first === undefined || second === undefined || last === undefined ? NaN : ratioToLine([first, second], last);
}

function row({ clusters, objects, seconds, floorSeconds, mebibytes }: Size): readonly string[] {
  return [
    String(clusters),
    formatCount(objects),
    formatSeconds(seconds),
    formatCount(objects / seconds),
    formatSeconds(floorSeconds),
    formatCount(objects / floorSeconds),
    (seconds / floorSeconds).toFixed(2),
    formatMebibytes(mebibytes),
  ];
}
