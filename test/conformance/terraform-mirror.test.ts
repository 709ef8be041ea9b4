import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cliConfig, findMirror, joinMirrors, mirroredProviders, withoutProviders } from './terraform-mirror';

const MIRROR = process.env.TERRAFORM_MIRROR;

let folder: string;

beforeEach(() => {
  delete process.env.TERRAFORM_MIRROR;
  folder = mkdtempSync(join(tmpdir(), 'mirror-'));
  for (const version of ['5.9.0', '5.100.0']) {
    mkdirSync(join(folder, 'registry.terraform.io', 'hashicorp', 'aws', version), { recursive: true });
  }
});

afterEach(() => {
  if (MIRROR === undefined) delete process.env.TERRAFORM_MIRROR;
  else process.env.TERRAFORM_MIRROR = MIRROR;
  rmSync(folder, { recursive: true });
});

test('the highest version of a provider counts', () => {
  expect(mirroredProviders(folder)).toEqual({ 'hashicorp/aws': '5.100.0' });
});

test('the mirror that the environment names is taken', async () => {
  process.env.TERRAFORM_MIRROR = folder;
  expect(await findMirror('no-such-script')).toMatchObject({ folders: [folder] });
});

test('the mirror that the script prints is taken', async () => {
  const script = join(folder, 'script');
  writeFileSync(script, `#!/bin/sh\necho '    path = "${folder}"'\n`, { mode: 0o755 });
  expect(await findMirror(script)).toMatchObject({ folders: [folder] });
});

test('a machine without a mirror has none', async () => {
  expect(await findMirror('no-such-script')).toBeUndefined();
});

test('a mirror that is not there is none', async () => {
  process.env.TERRAFORM_MIRROR = join(folder, 'gone');
  expect(await findMirror('no-such-script')).toBeUndefined();
});

test('of two mirrors the first one’s version of a provider counts', () => {
  const mirror = { folders: ['/mirror'], providers: { aws: '5' } };
  expect(joinMirrors(mirror, { folders: ['/builds'], providers: { aws: '6', google: '8' } })).toEqual({
    folders: ['/mirror', '/builds'],
    providers: { aws: '5', google: '8' },
  });
});

test('the configuration of Terraform knows nothing but the mirror', () => {
  expect(cliConfig({ folders: ['/mirror', '/builds'], providers: {} })).toMatchInlineSnapshot(`
    "provider_installation {
      filesystem_mirror {
        path = "/mirror"
      }
      filesystem_mirror {
        path = "/builds"
      }
    }
    "
  `);
});

test('a provider of another major version is as good as none', () => {
  const mirror = { folders: ['/mirror'], providers: { aws: '5.100.0', random: '3.7.0' } };
  expect(withoutProviders(mirror, ['aws'])).toEqual({ folders: ['/mirror'], providers: { random: '3.7.0' } });
});
