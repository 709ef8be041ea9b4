import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDependencies, stackGroups } from './stack-groups';

const stack = (name: string): { readonly name: string; readonly json: Readonly<Record<string, unknown>> } => ({
  name,
  json: {},
});

/** Groups of waves of names. */
function names(stacks: readonly string[], dependencies: Readonly<Record<string, readonly string[]>>): string[][][] {
  return stackGroups(stacks.map(stack), dependencies).map((group) => group.map((wave) => wave.map(({ name }) => name)));
}

test('stacks that depend on each other are one group, in waves that are applied one after the other', () => {
  const dependencies = { 'a-cluster': ['z-foundation'], 'b-cluster': ['z-foundation'], edge: ['b-cluster'] };
  expect(names(['a-cluster', 'b-cluster', 'edge', 'z-foundation'], dependencies)).toEqual([
    [['z-foundation'], ['a-cluster', 'b-cluster'], ['edge']],
  ]);
});

test('stacks that do not are groups of their own', () => {
  expect(names(['a', 'b', 'c'], { c: ['a'] })).toEqual([[['a'], ['c']], [['b']]]);
});

test('a dependency on a stack that is not there counts for nothing', () => {
  expect(names(['a', 'b'], { a: ['elsewhere'], b: ['elsewhere'] })).toEqual([[['a']], [['b']]]);
});

test('stacks that wait for each other are an error', () => {
  expect(() => names(['a', 'b'], { a: ['b'], b: ['a'] })).toThrow('stacks wait for each other: a, b');
});

test('dependencies are read from what cdktf writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'groups-'));
  const manifest = { stacks: { a: { name: 'a', dependencies: ['b'] }, b: { name: 'b', dependencies: [] } } };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  expect(readDependencies(folder)).toEqual({ a: ['b'], b: [] });
  rmSync(folder, { recursive: true });
  expect(readDependencies(folder)).toEqual({});
});
