import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../stacks/run';
import { manifestsTree } from '../../stacks/trees';
import { readTree, useScratch } from './scratch';

const TODAY = '2026-12-01';
const SIZE = 'storage: { data: { size: 10Gi, storageClass: standard-ssd } }';
const LARGER = SIZE.replace('10Gi', '30Gi');
const SET = 'funlynk/development/europe-west1/40-postgres/statefulset-postgres.yaml';
const scratch = useScratch();
const file = (): string => join(scratch(), 'environments/funlynk/development.yaml');
const manifests = (): string => join(scratch(), 'manifests');

/** Runs on the one environment, and compares with what the last run wrote, or with a folder that was named. */
function synth(named?: string): { readonly code: number; readonly text: string } {
  const printed: string[] = [];
  const code = run({
    root: scratch(),
    today: TODAY,
    trees: (synthesis, selection) => [manifestsTree(manifests(), synthesis, selection)],
    previous: { folder: named ?? manifests(), isNamed: named !== undefined },
    print: (text) => printed.push(text),
  });
  return { code, text: printed.join('\n') };
}

function edit(from: string, to: string): void {
  const text = readFileSync(file(), 'utf8');
  if (!text.includes(from)) throw new Error(`nothing to edit: ${from}`);
  writeFileSync(file(), text.replace(from, to));
}

beforeEach(() => {
  mkdirSync(join(scratch(), 'environments/funlynk'), { recursive: true });
  cpSync('environments/funlynk/development.yaml', file());
  synth();
});

describe('a larger disk of a StatefulSet', () => {
  test('is refused with the way round, and nothing is written', () => {
    const before = readTree(manifests());
    edit(SIZE, LARGER);
    const { code, text } = synth();
    expect(code).toBe(1);
    expect(text).toContain(`${SET}  (immutable-field, postgres)`);
    expect(text).toContain("was '10Gi' and cannot become '30Gi'");
    expect(text).toContain('kubectl -n funlynk delete statefulset postgres --cascade=orphan');
    expect(text).toMatch(/1 fault, nothing written$/);
    expect(readTree(manifests())).toEqual(before);
  });

  test('is written with a waiver, which nobody needs afterwards', () => {
    edit(SIZE, LARGER);
    writeFileSync(
      file(),
      `${readFileSync(file(), 'utf8')}\nwaivers:\n  - { rule: immutable-field, resource: postgres, reason: the claims were grown by hand, expires: 2026-12-02 }\n`,
    );
    const { code, text } = synth();
    expect(code).toBe(0);
    expect(text).toContain('waived until 2026-12-02: the claims were grown by hand');
    expect(readFileSync(join(manifests(), SET), 'utf8')).toContain('storage: 30Gi');
    expect(synth().text).toContain('silences nothing: no finding matches it');
  });

  test('is compared with the manifests that were named', () => {
    edit(SIZE, LARGER);
    const gitops = join(scratch(), 'gitops');
    renameSync(manifests(), gitops);
    expect(synth(gitops).code).toBe(1);
    expect(synth().code).toBe(0);
    expect(synth(gitops).code).toBe(1);
  });
});

test('a second run finds nothing', () => {
  const first = readTree(manifests());
  const { code, text } = synth();
  expect(code).toBe(0);
  expect(text).not.toMatch(/immutable-field|renamed|storage-removed/);
  expect(readTree(manifests())).toEqual(first);
});

test('manifests that cannot be read are one fault, and nothing is written', () => {
  writeFileSync(join(manifests(), SET), 'kind: [');
  const { code, text } = synth();
  expect(code).toBe(1);
  expect(text).toContain('is no YAML');
  expect(readFileSync(join(manifests(), SET), 'utf8')).toBe('kind: [');
});
