import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { buildProviders, PROVIDER_SOURCES } from './provider-builds';

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
  const { mirror, missing } = await buildProviders(['example/demo'], [], join(folder, 'builds'), SOURCES);
  expect(mirror).toEqual({ folders: [join(folder, 'builds')], providers: { 'example/demo': '2.0.0' } });
  expect(missing).toEqual({});
});

test('a provider is built once', async () => {
  install(`echo built >>"${join(folder, 'log')}"; touch "$GOBIN/terraform-provider-demo"`);
  await buildProviders(['example/demo'], [], folder, SOURCES);
  rmSync(join(folder, 'log'));
  await buildProviders(['example/demo'], [], folder, SOURCES);
  expect(existsSync(join(folder, 'log'))).toBe(false);
});

test('a build that fails says why and leaves nothing behind', async () => {
  install('echo "no such version" >&2; exit 1');
  const { mirror, missing } = await buildProviders(['example/demo'], [], join(folder, 'builds'), SOURCES);
  expect(mirror.providers).toEqual({});
  expect(missing['example/demo']).toMatch(/^go install .* example.com\/provider-demo@v0.1.0 failed: no such version$/);
  expect(readdirSync(join(folder, 'builds'))).toEqual([]);
});

test('a machine without Go says so', async () => {
  process.env.PATH = join(folder, 'nothing');
  const { missing } = await buildProviders(['example/demo'], [], join(folder, 'builds'), SOURCES);
  expect(missing).toEqual({ 'example/demo': 'go is not installed' });
});

const TRIMMED = { 'example/demo': { ...SOURCE, trimmed: true } };

/** A Go that has downloaded a provider of two services, and builds by writing down what is left of it. */
function installTrimming(): void {
  const source = join(folder, 'downloaded');
  for (const service of ['ec2', 'sqs']) {
    mkdirSync(join(source, 'internal/service', service), { recursive: true });
    writeFileSync(join(source, 'internal/service', service, 'service_package_gen.go'), `"aws_${service}_thing"`);
  }
  for (const file of ['internal/conns/awsclient_gen.go', 'internal/provider/sdkv2/service_packages_gen.go']) {
    mkdirSync(join(source, file, '..'), { recursive: true });
    writeFileSync(join(source, file), 'import (\n)\n\tec2.ServicePackage(ctx),\n\tsqs.ServicePackage(ctx),\n');
  }
  install(`if [ "$1" = mod ]; then echo '{"Dir":"${source}"}'; exit; fi
cat internal/provider/sdkv2/service_packages_gen.go >"$4"`);
}

test('a trimmed provider has the services that the types belong to', async () => {
  installTrimming();
  const { mirror } = await buildProviders(['example/demo'], ['aws_sqs_thing'], join(folder, 'builds'), TRIMMED);
  expect(mirror.providers).toEqual({ 'example/demo': '2.0.0' });
  const [built = ''] = readdirSync(join(folder, 'builds'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('provider-demo'),
  );
  const text = readFileSync(join(folder, 'builds', built), 'utf8');
  expect(text).toContain('sqs.ServicePackage');
  expect(text).not.toContain('ec2.ServicePackage');
});

test('a trimmed provider is another one for other services, and the same for other types of them', async () => {
  installTrimming();
  const build = async (...types: readonly string[]): Promise<readonly string[]> =>
    (await buildProviders(['example/demo'], types, join(folder, 'builds'), TRIMMED)).mirror.folders;
  const first = await build('aws_sqs_thing');
  expect(await build('aws_sqs_thing', 'aws_unknown')).toEqual(first);
  expect(await build('aws_sqs_thing', 'aws_ec2_thing')).not.toEqual(first);
});

test('a source that cannot be had is named', async () => {
  install('echo \'{"Error":"not found"}\'; exit 1');
  const { missing } = await buildProviders(['example/demo'], [], join(folder, 'builds'), TRIMMED);
  expect(missing['example/demo']).toBe('go mod download -json example.com/provider-demo@v0.1.0 failed: not found');
});

test('a provider without a source is nobody’s fault here', async () => {
  expect(await buildProviders(['example/other'], [], folder, SOURCES)).toMatchObject({ missing: {} });
});

test('the providers that we bind and no mirror has can be built', () => {
  expect(Object.keys(PROVIDER_SOURCES)).toEqual(['hashicorp/aws', 'hashicorp/google', 'hashicorp/kubernetes']);
});
