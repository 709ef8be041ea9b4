import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Outcome } from './outcome';
import { applyStacks, isAppliedToMoto } from './terraform-apply';
import type { Stack } from './terraform-stacks';

const PATH = process.env.PATH;

let folder: string;

/** Puts a program before all others of its name. */
function install(program: string, script: string): void {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, program), script);
  chmodSync(join(bin, program), 0o755);
  process.env.PATH = [bin, PATH].join(delimiter);
}

/** A Terraform that writes down what it is told, and answers with what the test says. */
function installTerraform(answers: Readonly<Record<string, string>>): void {
  rmSync(join(folder, 'answers'), { recursive: true, force: true });
  mkdirSync(join(folder, 'answers'));
  for (const [command, answer] of Object.entries(answers)) writeFileSync(join(folder, 'answers', command), answer);
  install(
    'terraform',
    `#!/bin/sh
[ "$HTTP_PROXY" = "$AWS_ENDPOINT_URL" ] || { echo 'hosts of an account are not answered' >&2; exit 1; }
echo "$1 $(basename "$PWD")" >>"${join(folder, 'log')}"
answer="${join(folder, 'answers')}/$1"
if grep -q ignore_changes cdk.tf.json && [ -f "$answer forgiving" ]; then answer="$answer forgiving"; fi
[ -f "$answer" ] || exit 0
if grep -q '^FAIL ' "$answer"; then sed 's/^FAIL //' "$answer" >&2; exit 1; fi
cat "$answer"
`,
  );
}

const stack = (name: string, type = 'aws_eks_cluster'): Stack => ({
  name,
  json: {
    terraform: { required_providers: { aws: { source: 'aws', version: '6.25.0' } } },
    provider: { aws: [{ region: 'eu-west-1', allowed_account_ids: ['111122223333'] }] },
    resource: { [type]: { main: { name } } },
  },
});

const plan = (...changes: readonly object[]): string => JSON.stringify({ resource_changes: changes });
const NO_CHANGE = plan({ address: 'aws_eks_cluster.main', type: 'aws_eks_cluster', change: { actions: ['no-op'] } });
const CHANGE = plan({
  address: 'aws_eks_cluster.main',
  type: 'aws_eks_cluster',
  change: {
    actions: ['update'],
    before: { name: 'a', version: '1' },
    after: { name: 'a' },
    after_unknown: { version: true },
  },
});
const APPLIED = { apply: 'Apply complete! Resources: 1 added, 0 changed, 0 destroyed.', show: NO_CHANGE };

function run(...stacks: readonly Stack[]): Promise<readonly Outcome[]> {
  const mirror = { folders: ['/mirror'], providers: { 'hashicorp/aws': '6.48.0' } };
  return applyStacks(
    stacks.map((each) => [each]),
    { mirror, moto: '/moto', scratch: join(folder, 'scratch') },
  );
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'apply-'));
  const server = "require('node:http').createServer((_, r) => r.end()).listen(Number(process.argv.at(-1)));";
  install('python3', `#!${process.execPath}\n${server}\n`);
});

afterEach(() => {
  process.env.PATH = PATH;
  rmSync(folder, { recursive: true });
});

test('stacks are applied and planned again in their order, and destroyed in the opposite one', async () => {
  installTerraform(APPLIED);
  const outcomes = await run(stack('first'), stack('second'));
  expect(readFileSync(join(folder, 'log'), 'utf8').trim().split('\n')).toEqual([
    ...['init first', 'apply first', 'plan first', 'show first'],
    ...['init second', 'apply second', 'plan second', 'show second'],
    ...['destroy second', 'destroy first'],
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['passed', 'passed']);
  expect(outcomes[0]?.details).toEqual(['1 added, second plan empty, destroyed']);
});

test('a second plan that differs is a failure that names what differs', async () => {
  installTerraform({ ...APPLIED, show: CHANGE });
  expect(await run(stack('first'))).toMatchObject([
    {
      status: 'failed',
      details: ['1 added, destroyed', 'the second plan is not empty:', 'aws_eks_cluster.main (update): version'],
    },
  ]);
});

test('a second plan that differs by faults of moto alone passes, and says so', async () => {
  installTerraform({ ...APPLIED, show: CHANGE, 'show forgiving': NO_CHANGE });
  expect(await run(stack('first'))).toMatchObject([
    { status: 'passed', details: ['1 added, second plan empty but for faults of moto in aws_eks_cluster, destroyed'] },
  ]);
});

test('what a provider computes cannot be ignored, and is forgiven where the table has it', async () => {
  const tags = { actions: ['update'], before: { tags_all: {} }, after: { tags_all: { system: 'shop' } } };
  const show = (type: string): string => plan({ address: `${type}.main`, type, change: tags });
  installTerraform({ ...APPLIED, show: show('aws_s3_bucket') });
  expect(await run(stack('first', 'aws_s3_bucket'))).toMatchObject([{ status: 'passed' }]);
  installTerraform({ ...APPLIED, show: show('aws_sqs_queue') });
  expect(await run(stack('second', 'aws_sqs_queue'))).toMatchObject([{ status: 'failed' }]);
});

test('a stack that cannot be applied is a failure, and is destroyed all the same', async () => {
  installTerraform({ apply: 'FAIL no such subnet', destroy: 'Destroy complete! Resources: 3 destroyed.' });
  expect(await run(stack('first'))).toMatchObject([
    { status: 'failed', details: ['not applied, 3 destroyed', 'terraform apply', 'no such subnet'] },
  ]);
});

test('a stack that cannot be destroyed is a failure', async () => {
  installTerraform({ ...APPLIED, destroy: 'FAIL still in use' });
  expect(await run(stack('first'))).toMatchObject([
    { status: 'failed', details: ['1 added, second plan empty', 'terraform destroy', 'still in use'] },
  ]);
});

test('what moto does not implement is named', async () => {
  installTerraform(APPLIED);
  const [outcome] = await run(stack('first', 'aws_eks_addon'));
  expect(outcome?.details[1]).toBe('left out, as eks/urls.py has no /addons: aws_eks_addon.main');
});

test('only what asks for nothing but AWS is applied', () => {
  const required = { aws: { source: 'aws' }, kubernetes: { source: 'hashicorp/kubernetes' } };
  expect(isAppliedToMoto(stack('first'))).toBe(true);
  expect(isAppliedToMoto({ name: 'bootstrap', json: { terraform: { required_providers: required } } })).toBe(false);
});
