import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../lib/checks/output';
import { recoverTree, type OutputTree } from './output';
import type { Synthesis } from './synthesize';

const MANIFEST = 'manifest.json';

/** Which environments a run made, as `funlynk/production`, among all there are. */
export interface Selection {
  readonly all: readonly string[];
  readonly selected: readonly string[];
}

/** The tree of Terraform stacks. A narrowed run keeps the stacks of the environments it did not make. */
export function infrastructureTree(root: string, { infrastructure }: Synthesis, selection: Selection): OutputTree {
  if (isWhole(selection)) return { root, files: infrastructure };
  recoverTree(root);
  const old = readStacks(join(root, MANIFEST));
  const kept = Object.keys(old).filter((stack) => keeps(selection, ownerOf(stack, selection)));
  const made = infrastructure.filter(({ path }) => path !== MANIFEST);
  const manifest = infrastructure.find(({ path }) => path === MANIFEST);
  return {
    root,
    files: [...made, { path: MANIFEST, content: mergedManifest(manifest?.content ?? '{}', old, kept) }],
    keep: kept.map((stack) => `stacks/${stack}`),
  };
}

/** The tree of manifests. A narrowed run keeps the folders of the environments it did not make. */
export function manifestsTree(root: string, { manifests }: Synthesis, selection: Selection): OutputTree {
  if (isWhole(selection)) return { root, files: manifests };
  recoverTree(root);
  const keep = folders(root).flatMap((system) =>
    folders(join(root, system))
      .map((environment) => `${system}/${environment}`)
      .filter((environment) => keeps(selection, environment)),
  );
  return { root, files: manifests, keep };
}

function isWhole({ all, selected }: Selection): boolean {
  return all.every((environment) => selected.includes(environment));
}

/** What belongs to an environment that is no more is not kept. */
function keeps({ all, selected }: Selection, environment: string | undefined): boolean {
  return environment !== undefined && all.includes(environment) && !selected.includes(environment);
}

/** The environment that a stack belongs to: the one with the longest name that the stack's begins with. */
function ownerOf(stack: string, { all }: Selection): string | undefined {
  return all
    .filter((environment) => stack.startsWith(`${environment.replace('/', '-')}-`))
    .sort((a, b) => b.length - a.length)[0];
}

function mergedManifest(made: string, old: Readonly<Record<string, unknown>>, kept: readonly string[]): string {
  const parsed: unknown = JSON.parse(made);
  const stacks = isRecord(parsed) && isRecord(parsed['stacks']) ? parsed['stacks'] : {};
  const all = { ...stacks, ...Object.fromEntries(kept.map((stack) => [stack, old[stack]])) };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify({ ...(isRecord(parsed) ? parsed : {}), stacks: sorted }, null, 2);
}

function readStacks(file: string): Readonly<Record<string, unknown>> {
  if (!existsSync(file)) return {};
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return isRecord(parsed) && isRecord(parsed['stacks']) ? parsed['stacks'] : {};
}

function folders(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}
