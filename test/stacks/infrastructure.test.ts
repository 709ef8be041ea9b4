import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { copyEnvironments, useProgram } from './program';
import { entriesOf, readTree, useScratch, writeTree } from './scratch';

const program = useProgram({ entry: 'stacks/infrastructure.ts' });
const scratch = useScratch();
const STAGING = { ENVIRONMENTS: 'funlynk/staging' };

beforeEach(() => copyEnvironments(scratch()));

test('the stacks are written, and no manifests', () => {
  expect(program.run(scratch(), STAGING)).toMatchObject({ code: 0, stderr: '' });
  expect(entriesOf(scratch())).toEqual(['cdktf.out', 'environments']);
  expect(entriesOf(join(scratch(), 'cdktf.out/stacks'))).toEqual([
    'funlynk-staging-aws-foundation',
    'funlynk-staging-us-east-1',
    'funlynk-staging-us-east-1-bootstrap',
  ]);
});

test('the stacks go where the cdktf command wants them', () => {
  program.run(scratch(), { ...STAGING, CDKTF_OUTDIR: 'build/terraform' });
  expect(entriesOf(scratch())).toEqual(['build', 'environments']);
  expect(Object.keys(readTree(join(scratch(), 'build/terraform')))).toContain('manifest.json');
});

test('no scratch folder is left behind', () => {
  mkdirSync(join(scratch(), 'tmp'));
  expect(program.run(scratch(), { ...STAGING, TMPDIR: join(scratch(), 'tmp') }).code).toBe(0);
  expect(entriesOf(join(scratch(), 'tmp'))).toEqual([]);
});

test('a mistake is answered, and nothing is written', () => {
  const { code, stderr } = program.run(scratch(), { ENVIRONMENTS: 'bunlynk' });
  expect(code).toBe(1);
  expect(stderr).toContain("did you mean 'funlynk'?");
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(entriesOf(scratch())).toEqual(['environments']);
});

test('a place that cannot be written is answered, too', () => {
  writeTree(scratch(), { build: 'a file' });
  const { code, stderr } = program.run(scratch(), { ...STAGING, CDKTF_OUTDIR: 'build/terraform' });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^(EEXIST|ENOTDIR)[^\n]*\nnothing written\n$/);
});
