import { join } from 'node:path';
import { copyEnvironments, useProgram } from './program';
import { entriesOf, useScratch } from './scratch';

const program = useProgram({ entry: 'stacks/manifests.ts' });
const scratch = useScratch();
const STAGING = { ENVIRONMENTS: 'funlynk/staging' };

beforeEach(() => copyEnvironments(scratch()));

test('the manifests are written, and no stacks', () => {
  expect(program.run(scratch(), STAGING).code).toBe(0);
  expect(entriesOf(scratch())).toEqual(['environments', 'manifests']);
  expect(entriesOf(join(scratch(), 'manifests/funlynk/staging/us-east-1'))).toContain('41-backend');
});

test('the manifests go where the cdk8s command wants them', () => {
  program.run(scratch(), { ...STAGING, CDK8S_OUTDIR: 'out' });
  expect(entriesOf(join(scratch(), 'out/funlynk'))).toEqual(['staging']);
  expect(entriesOf(scratch())).toEqual(['environments', 'out']);
});

test('the report keeps away from standard output, where the cdk8s command prints manifests', () => {
  const { stdout, stderr } = program.run(scratch(), STAGING);
  expect(stdout).toBe('');
  expect(stderr).toContain('funlynk/staging: 1 cluster');
});

test('a mistake is answered, and nothing is written', () => {
  const { code, stderr } = program.run(scratch(), { ENVIRONMENTS: 'bunlynk' });
  expect(code).toBe(1);
  expect(stderr).toContain("did you mean 'funlynk'?");
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(entriesOf(scratch())).toEqual(['environments']);
});
