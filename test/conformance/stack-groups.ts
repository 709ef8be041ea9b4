import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonList, jsonObject } from './json';
import type { Stack } from './terraform-stacks';

/** For each stack the stacks that are applied before it, as cdktf notes them. */
export type StackDependencies = Readonly<Record<string, readonly string[]>>;

/** The dependencies between the stacks of `cdktf.out`. */
export function readDependencies(cdktfOut: string): StackDependencies {
  const file = join(cdktfOut, 'manifest.json');
  if (!existsSync(file)) return {};
  const { stacks } = jsonObject(JSON.parse(readFileSync(file, 'utf8')));
  return Object.fromEntries(
    Object.entries(jsonObject(stacks)).map(([name, stack]) => [
      name,
      jsonList(jsonObject(stack).dependencies).map(String),
    ]),
  );
}

/** Stacks that may be applied at the same time. */
export type StackWave = readonly Stack[];

/**
 * Stacks that hang together, in waves: each stack comes in a wave after those that it depends on. A dependency on a
 * stack that is not among them counts for nothing.
 */
export function stackGroups(
  stacks: readonly Stack[],
  dependencies: StackDependencies,
): readonly (readonly StackWave[])[] {
  const names = new Set(stacks.map(({ name }) => name));
  const before = (stack: string): readonly string[] => (dependencies[stack] ?? []).filter((name) => names.has(name));
  const group = new Map<string, string>(stacks.map(({ name }) => [name, name]));
  for (const { name } of stacks) {
    for (const other of before(name)) merge(group, group.get(other), group.get(name));
  }
  const members = [...new Set(group.values())].map((id) => stacks.filter(({ name }) => group.get(name) === id));
  return members.map((member) => inWaves(member, before));
}

function merge(group: Map<string, string>, into: string | undefined, from: string | undefined): void {
  if (into === undefined || from === undefined) return;
  for (const [name, id] of group) if (id === from) group.set(name, into);
}

function inWaves(stacks: readonly Stack[], before: (stack: string) => readonly string[]): readonly StackWave[] {
  const done = new Set<string>();
  const waves: StackWave[] = [];
  while (done.size < stacks.length) {
    const wave = stacks.filter(({ name }) => !done.has(name) && before(name).every((other) => done.has(other)));
    if (wave.length === 0) throw new Error(`stacks wait for each other: ${stacks.map(({ name }) => name).join(', ')}`);
    for (const { name } of wave) done.add(name);
    waves.push(wave);
  }
  return waves;
}
