import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyEnvironments, useProgram, type Outcome } from './program';
import { entriesOf, readTree, useScratch, writeTree } from './scratch';

const program = useProgram({ entry: 'stacks/synth.ts' });
const scratch = useScratch();
const STAGING = 'environments/funlynk/staging.yaml';

beforeEach(() => copyEnvironments(scratch()));

/** Edits staging as a stranger would by mistake. */
function mistake(from: string, to: string): void {
  const file = join(scratch(), STAGING);
  const yaml = readFileSync(file, 'utf8');
  if (!yaml.includes(from)) throw new Error(`nothing to edit: ${from}`);
  writeFileSync(file, yaml.replace(from, to));
}

/** Nothing but the environments is there, and what was said is for a person. */
function expectRefusal({ code, stdout, stderr }: Outcome): void {
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/nothing written\n$/);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(entriesOf(scratch())).toEqual(['environments']);
}

test('both trees are written for every environment, and a second run leaves them as they are', () => {
  const first = program.run(scratch());
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain('funlynk/development, funlynk/production, funlynk/staging: 4 clusters, 12 stacks,');
  expect(entriesOf(scratch())).toEqual(['cdktf.out', 'environments', 'manifests']);
  const written = readTree(scratch());
  expect(program.run(scratch()).code).toBe(0);
  expect(readTree(scratch())).toEqual(written);
});

test('ENVIRONMENTS narrows a run, which makes its own anew and leaves everything else as it is', () => {
  program.run(scratch());
  const whole = readTree(scratch());
  const changed = { 'manifests/funlynk/production/us-east-1/00-namespaces/namespace-funlynk.yaml': 'changed' };
  writeTree(scratch(), { ...changed, 'manifests/funlynk/staging/us-east-1/99-gone/gone.yaml': 'gone' });
  const { code, stdout } = program.run(scratch(), { ENVIRONMENTS: 'funlynk/staging' });
  expect(code).toBe(0);
  expect(stdout).toContain('funlynk/staging: 1 cluster, ');
  expect(readTree(scratch())).toEqual({ ...whole, ...changed });
});

describe('a mistake is answered, and nothing is written:', () => {
  test('a misspelt key, with its line and the key that was meant', () => {
    mistake('domain:', 'domian:');
    const outcome = program.run(scratch());
    expectRefusal(outcome);
    expect(outcome.stderr).toMatch(new RegExp(`^${STAGING}:5:1 `, 'm'));
    expect(outcome.stderr).toContain("did you mean 'domain'?");
  });

  test('a value of the wrong type, with the value', () => {
    mistake('min: 2, max: 4', 'min: two, max: 4');
    const outcome = program.run(scratch());
    expectRefusal(outcome);
    expect(outcome.stderr).toContain('clusters.us-east-1.nodePools.general.nodes.min');
    expect(outcome.stderr).toContain("got string 'two'");
  });

  test('a service that the system does not have, with the one that was meant', () => {
    mistake('  backend: {', '  bakend: {');
    const outcome = program.run(scratch());
    expectRefusal(outcome);
    expect(outcome.stderr).toContain("did you mean 'backend'?");
  });

  test('an error of syntax, with its line', () => {
    mistake('domain: staging.funlynk.com', 'domain: [staging.funlynk.com');
    const outcome = program.run(scratch());
    expectRefusal(outcome);
    expect(outcome.stderr).toMatch(new RegExp(`^${STAGING}:\\d+:\\d+ `, 'm'));
  });

  test('a folder without environments, with where to run', () => {
    const outcome = program.run(join(scratch(), 'environments'));
    expectRefusal(outcome);
    expect(outcome.stderr).toContain('run from the folder that holds environments/');
  });

  test('ENVIRONMENTS that names nothing, with what there is', () => {
    const outcome = program.run(scratch(), { ENVIRONMENTS: 'funlynk/stagging' });
    expectRefusal(outcome);
    expect(outcome.stderr).toContain("did you mean 'funlynk/staging'?");
  });
});

test('what was written before stays when a mistake is made', () => {
  program.run(scratch());
  const written = readTree(join(scratch(), 'manifests'));
  mistake('domain:', 'domian:');
  expect(program.run(scratch()).code).toBe(1);
  expect(readTree(join(scratch(), 'manifests'))).toEqual(written);
});
