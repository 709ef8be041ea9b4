import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

/** A program that is measured. */
export interface Program {
  /** Bundle that Node runs. */
  readonly bundle: string;
  /** Folder it runs in. */
  readonly cwd: string;
  /** @default [] */
  readonly args?: readonly string[];
  /** @default {} */
  readonly env?: Readonly<Record<string, string>>;
}

/** What one run took. */
export interface Cost {
  readonly seconds: number;
  /** Largest resident set. */
  readonly mebibytes: number;
  /** What the program printed. */
  readonly output: string;
}

/**
 * Runs programs one after the other, and all of them again, so many times; returns the costs of each. Taking turns
 * spreads over all of them what else the machine does meanwhile.
 *
 * @param preload bundle of `report-peak.ts`
 */
export function measureInTurns(
  programs: readonly Program[],
  rounds: number,
  preload: string,
): readonly (readonly Cost[])[] {
  const costs = Array.from({ length: rounds }, () => programs.map((program) => runCold(program, preload)));
  return programs.map((_, index) => costs.flatMap((round) => round.slice(index, index + 1)));
}

/** Runs a program in a process of its own. Throws what it printed where it failed. */
function runCold({ bundle, cwd, args = [], env = {} }: Program, preload: string): Cost {
  const peakFile = join(cwd, 'peak.txt');
  const options = { cwd, encoding: 'utf8', env: { ...process.env, ...env, BENCH_PEAK_FILE: peakFile } } as const;
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', preload, bundle, ...args], options);
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${bundle} failed in ${cwd}\n${stdout}${stderr}`);
  const mebibytes = Number(readFileSync(peakFile, 'utf8')) / 1024;
  rmSync(peakFile);
  return { seconds, mebibytes, output: stdout };
}

export function secondsOf(costs: readonly Cost[]): readonly number[] {
  return costs.map(({ seconds }) => seconds);
}

export function mebibytesOf(costs: readonly Cost[]): readonly number[] {
  return costs.map(({ mebibytes }) => mebibytes);
}
