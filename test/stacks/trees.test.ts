import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { replaceTrees, type OutputFile } from '../../stacks/output';
import type { Synthesis } from '../../stacks/synthesize';
import { infrastructureTree, manifestsTree, type Selection } from '../../stacks/trees';
import { readTree, useScratch, writeTree } from './scratch';

const scratch = useScratch();
const root = (): string => join(scratch(), 'out');

/** A manifest of cdktf with these stacks. */
function manifest(...stacks: readonly string[]): string {
  return JSON.stringify({ version: '0.21.0', stacks: Object.fromEntries(stacks.map((name) => [name, { name }])) });
}

/** What a run makes that has these stacks and manifests. */
function synthesis(stacks: readonly string[], manifests: readonly string[] = []): Synthesis {
  const files = (paths: readonly string[]): readonly OutputFile[] => paths.map((path) => ({ path, content: 'new' }));
  return {
    infrastructure: [
      ...files(stacks.map((name) => `stacks/${name}/cdk.tf.json`)),
      { path: 'manifest.json', content: manifest(...stacks) },
    ],
    manifests: files(manifests),
    outputs: [],
  };
}

const BOTH = ['funlynk/production', 'funlynk/staging'];
const STAGING: Selection = { all: BOTH, selected: ['funlynk/staging'] };
const WHOLE: Selection = { all: BOTH, selected: BOTH };

describe('the tree of stacks', () => {
  const write = (made: Synthesis, selection: Selection): Readonly<Record<string, string>> => {
    replaceTrees([infrastructureTree(root(), made, selection)]);
    return readTree(root());
  };
  const stacksOf = (tree: Readonly<Record<string, string>>): readonly string[] => {
    const { stacks } = JSON.parse(tree['manifest.json'] ?? '{}') as { stacks: Record<string, unknown> };
    return Object.keys(stacks);
  };
  const before = (...stacks: readonly string[]): void => {
    writeTree(root(), Object.fromEntries(stacks.map((name) => [`stacks/${name}/cdk.tf.json`, 'old'])));
    writeTree(root(), { 'manifest.json': manifest(...stacks) });
  };

  test('is made anew by a run on everything', () => {
    before('funlynk-production-a', 'funlynk-gone-a');
    const tree = write(synthesis(['funlynk-staging-a']), WHOLE);
    expect(Object.keys(tree)).toEqual(['manifest.json', 'stacks/funlynk-staging-a/cdk.tf.json']);
    expect(stacksOf(tree)).toEqual(['funlynk-staging-a']);
  });

  test('keeps the stacks of the environments that a narrowed run leaves out', () => {
    before('funlynk-production-a', 'funlynk-staging-a');
    const tree = write(synthesis(['funlynk-staging-a']), STAGING);
    expect(tree).toMatchObject({
      'stacks/funlynk-production-a/cdk.tf.json': 'old',
      'stacks/funlynk-staging-a/cdk.tf.json': 'new',
    });
  });

  test('has one manifest of the stacks that were made and kept, sorted', () => {
    before('funlynk-production-z', 'funlynk-production-a', 'funlynk-staging-old');
    const tree = write(synthesis(['funlynk-staging-b']), STAGING);
    expect(stacksOf(tree)).toEqual(['funlynk-production-a', 'funlynk-production-z', 'funlynk-staging-b']);
    expect(tree['manifest.json']).toContain('"version": "0.21.0"');
  });

  test('loses a stack that a narrowed run no longer makes', () => {
    before('funlynk-production-a', 'funlynk-staging-a', 'funlynk-staging-gone');
    expect(stacksOf(write(synthesis(['funlynk-staging-a']), STAGING))).not.toContain('funlynk-staging-gone');
  });

  test('loses the stacks of an environment that is no more', () => {
    before('funlynk-production-a', 'funlynk-gone-a');
    expect(stacksOf(write(synthesis(['funlynk-staging-a']), STAGING))).toEqual([
      'funlynk-production-a',
      'funlynk-staging-a',
    ]);
  });

  test('tells environments apart whose names begin alike', () => {
    before('funlynk-prod-a', 'funlynk-prod-eu-a');
    const selection = { all: ['funlynk/prod', 'funlynk/prod-eu'], selected: ['funlynk/prod'] };
    const tree = write(synthesis(['funlynk-prod-b']), selection);
    expect(stacksOf(tree)).toEqual(['funlynk-prod-b', 'funlynk-prod-eu-a']);
  });

  test('is written by a narrowed run where there was none', () => {
    expect(stacksOf(write(synthesis(['funlynk-staging-a']), STAGING))).toEqual(['funlynk-staging-a']);
  });

  test('keeps the other environments after a run that was killed between its two renames', () => {
    before('funlynk-production-a', 'funlynk-staging-a');
    killedBetweenRenames();
    const tree = write(synthesis(['funlynk-staging-a']), STAGING);
    expect(stacksOf(tree)).toEqual(['funlynk-production-a', 'funlynk-staging-a']);
    expect(tree['stacks/funlynk-production-a/cdk.tf.json']).toBe('old');
  });
});

describe('the tree of manifests', () => {
  const write = (made: readonly string[], selection: Selection): readonly string[] => {
    replaceTrees([manifestsTree(root(), synthesis([], made), selection)]);
    return Object.keys(readTree(root()));
  };

  test('is made anew by a run on everything', () => {
    writeTree(root(), { 'funlynk/gone/a.yaml': 'old', 'funlynk/staging/old.yaml': 'old' });
    expect(write(['funlynk/staging/a.yaml'], WHOLE)).toEqual(['funlynk/staging/a.yaml']);
  });

  test('keeps the environments that a narrowed run leaves out, and no other', () => {
    writeTree(root(), {
      'funlynk/production/a.yaml': 'old',
      'funlynk/staging/old.yaml': 'old',
      'funlynk/gone/a.yaml': 'old',
      'other/production/a.yaml': 'old',
      'README.md': 'a stray file',
    });
    expect(write(['funlynk/staging/a.yaml'], STAGING)).toEqual(['funlynk/production/a.yaml', 'funlynk/staging/a.yaml']);
  });

  test('is written by a narrowed run where there was none', () => {
    expect(write(['funlynk/staging/a.yaml'], STAGING)).toEqual(['funlynk/staging/a.yaml']);
  });

  test('keeps the other environments after a run that was killed between its two renames', () => {
    writeTree(root(), { 'funlynk/production/a.yaml': 'old', 'funlynk/staging/a.yaml': 'old' });
    killedBetweenRenames();
    expect(write(['funlynk/staging/a.yaml'], STAGING)).toEqual(['funlynk/production/a.yaml', 'funlynk/staging/a.yaml']);
  });
});

function killedBetweenRenames(): void {
  renameSync(root(), join(scratch(), '.out.previous'));
}
