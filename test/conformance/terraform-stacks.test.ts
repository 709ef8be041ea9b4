import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkStacks, readStacks } from './terraform-stacks';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stacks-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('stacks are read in order of their names, and folders without one are passed over', () => {
  for (const name of ['b', 'a', 'empty']) mkdirSync(join(folder, 'stacks', name), { recursive: true });
  for (const name of ['b', 'a']) writeFileSync(join(folder, 'stacks', name, 'cdk.tf.json'), '{"resource":{}}');
  expect(readStacks(folder)).toEqual([
    { name: 'a', json: { resource: {} } },
    { name: 'b', json: { resource: {} } },
  ]);
});

test('a folder without stacks has none', () => {
  expect(readStacks(folder)).toEqual([]);
});

test('a stack whose provider is not in the mirror is named as not run', async () => {
  const json = { terraform: { required_providers: { google: { source: 'google' }, aws: { source: 'aws' } } } };
  const mirror = { folders: ['/mirror'], providers: { 'hashicorp/aws': '5.100.0' } };
  expect(await checkStacks([{ name: 'gke', json }], { mirror, scratch: folder })).toEqual([
    { check: 'terraform', subject: 'gke', status: 'skipped', details: ['not in the plugin mirror: hashicorp/google'] },
  ]);
});

test('a provider that could not be built is named with the reason', async () => {
  const json = { terraform: { required_providers: { google: { source: 'google' } } } };
  const options = {
    mirror: { folders: ['/mirror'], providers: {} },
    missing: { 'hashicorp/google': 'go is not installed' },
    scratch: folder,
  };
  expect(await checkStacks([{ name: 'gke', json }], options)).toMatchObject([
    { status: 'skipped', details: ['not in the plugin mirror: hashicorp/google (go is not installed)'] },
  ]);
});
