import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { buildFolder, buildProviders, PROVIDER_SOURCES } from './provider-builds';

const SOURCE = { module: 'example.com/provider-demo', moduleVersion: 'v0.1.0', version: '2.0.0' };
const SOURCES = { 'example/demo': SOURCE };
const PATH = process.env.PATH;

let folder: string;

/** Puts a program named `go` before all others. */
function install(script: string): void {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'go'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  process.env.PATH = [bin, PATH].join(delimiter);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'builds-'));
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterEach(() => {
  process.env.PATH = PATH;
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test('a provider is built at its commit and served under its release', async () => {
  install('echo "$@" >"$GOBIN/terraform-provider-demo"');
  const { mirror, missing } = await buildProviders(['example/demo'], join(folder, 'builds'), SOURCES);
  expect(mirror).toEqual({ folders: [join(folder, 'builds')], providers: { 'example/demo': '2.0.0' } });
  expect(missing).toEqual({});
});

test('a provider is built once', async () => {
  install(`echo built >>"${join(folder, 'log')}"; touch "$GOBIN/terraform-provider-demo"`);
  await buildProviders(['example/demo'], folder, SOURCES);
  rmSync(join(folder, 'log'));
  await buildProviders(['example/demo'], folder, SOURCES);
  expect(existsSync(join(folder, 'log'))).toBe(false);
});

test('a build that fails says why and leaves nothing behind', async () => {
  install('echo "no such version" >&2; exit 1');
  const { mirror, missing } = await buildProviders(['example/demo'], join(folder, 'builds'), SOURCES);
  expect(mirror.providers).toEqual({});
  expect(missing['example/demo']).toMatch(/^go install .* example.com\/provider-demo@v0.1.0 failed: no such version$/);
  expect(readdirSync(join(folder, 'builds'))).toEqual([]);
});

test('a machine without Go says so', async () => {
  process.env.PATH = join(folder, 'nothing');
  const { missing } = await buildProviders(['example/demo'], join(folder, 'builds'), SOURCES);
  expect(missing).toEqual({ 'example/demo': 'go is not installed' });
});

test('a provider without a source is nobody’s fault here', async () => {
  expect(await buildProviders(['example/other'], folder, SOURCES)).toMatchObject({ missing: {} });
});

test('the providers that we bind and no mirror has can be built', () => {
  expect(Object.keys(PROVIDER_SOURCES)).toEqual(['hashicorp/google', 'hashicorp/kubernetes']);
});

test('builds are kept in the cache of the user', () => {
  const before = process.env.XDG_CACHE_HOME;
  process.env.XDG_CACHE_HOME = '/cache';
  expect(buildFolder()).toBe('/cache/gantry/providers');
  if (before === undefined) delete process.env.XDG_CACHE_HOME;
  else process.env.XDG_CACHE_HOME = before;
});
