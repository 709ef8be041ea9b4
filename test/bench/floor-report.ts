import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Manifest } from '../../lib/core/manifest';
import type { Bundles } from './bundles';
import { type Cost, measureInTurns, mebibytesOf, type Program, secondsOf } from './cold-run';
import type { FloorInput } from './floor';
import { formatGoal, formatMebibytes, formatSeconds, formatTable } from './format';
import { median, medianRatio } from './statistics';

/** Odd, so that a median is one of the runs. */
const ROUNDS = 9;

/** The largest environment there is. */
const ONE = 'funlynk/production';

const GOAL_SECONDS = 2;
const GOAL_RATIO = 2.5;

interface Comparison {
  readonly name: string;
  readonly synthesis: readonly Cost[];
  readonly floor: readonly Cost[];
}

/** Measures synthesis beside the least that any synthesis of the same could take. */
export function floorReport(bundles: Bundles, scratch: string): string {
  const all = compare('every environment', bundles, synthesisIn(join(scratch, 'all'), bundles));
  const one = compare(ONE, bundles, synthesisIn(join(scratch, 'one'), bundles, ONE));
  const ratio = medianRatio(secondsOf(one.synthesis), secondsOf(one.floor));
  return [
    'Synthesis and its floor: loading the same modules and writing the same objects as text, from a cold start\n',
    `Medians of ${ROUNDS} runs each, by turns; a ratio is the median of the ratios within a turn\n\n`,
    formatTable([['', 'time', 'floor', 'ratio', 'peak', 'floor', 'ratio'], ...[all, one].map(row)]),
    formatGoal(`one environment below ${GOAL_SECONDS} s`, median(secondsOf(one.synthesis)) < GOAL_SECONDS),
    formatGoal(`one environment below ${GOAL_RATIO} times its floor`, ratio < GOAL_RATIO),
  ].join('');
}

/** The first run, which is not counted, makes the objects that the floor writes. */
function compare(name: string, { floor: bundle, reportPeak }: Bundles, program: Program): Comparison {
  measureInTurns([program], 1, reportPeak);
  const floorProgram = { bundle, cwd: program.cwd, args: [writeObjects(program.cwd)] };
  const [synthesis = [], floor = []] = measureInTurns([program, floorProgram], ROUNDS, reportPeak);
  return { name, synthesis, floor };
}

function row({ name, synthesis, floor }: Comparison): readonly string[] {
  const cells = (unit: typeof secondsOf, format: typeof formatSeconds): readonly string[] => [
    format(median(unit(synthesis))),
    format(median(unit(floor))),
    medianRatio(unit(synthesis), unit(floor)).toFixed(2),
  ];
  return [name, ...cells(secondsOf, formatSeconds), ...cells(mebibytesOf, formatMebibytes)];
}

/** A synthesis of the checkout's own environments, in a folder of its own. */
function synthesisIn(cwd: string, { synth: bundle }: Bundles, environments?: string): Program {
  mkdirSync(cwd, { recursive: true });
  cpSync('environments', join(cwd, 'environments'), { recursive: true });
  return { bundle, cwd, ...(environments === undefined ? {} : { env: { ENVIRONMENTS: environments } }) };
}

/** Keeps what a synthesis made as data. */
function writeObjects(cwd: string): string {
  const objects: FloorInput = {
    stacks: textsBelow(join(cwd, 'cdktf.out')).map((text): unknown => JSON.parse(text)),
    manifests: textsBelow(join(cwd, 'manifests')).map((text) => parse(text) as Manifest),
  };
  writeFileSync(join(cwd, 'objects.json'), JSON.stringify(objects));
  return 'objects.json';
}

function textsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}
