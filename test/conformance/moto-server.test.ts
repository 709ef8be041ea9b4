import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { installMoto, startMoto } from './moto-server';

const PATH = process.env.PATH;

let folder: string;
let requirements: string;

/** Puts a program named `python3` before all others. */
function install(script: string): void {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'python3'), `#!${process.execPath}\n${script}\n`, { mode: 0o755 });
  process.env.PATH = [bin, PATH].join(delimiter);
}

const INSTALLS = `
const { mkdirSync, appendFileSync } = require('node:fs');
mkdirSync(process.argv[process.argv.indexOf('--target') + 1]);
appendFileSync(${JSON.stringify('LOG')}, 'installed ');
`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'moto-'));
  requirements = join(folder, 'requirements.txt');
  writeFileSync(requirements, 'moto==5.2.5\n');
});

afterEach(() => {
  process.env.PATH = PATH;
  rmSync(folder, { recursive: true });
});

test('moto is installed once for each list of requirements', async () => {
  const log = join(folder, 'log');
  install(INSTALLS.replace('LOG', log));
  const first = await installMoto(requirements, join(folder, 'cache'));
  expect(await installMoto(requirements, join(folder, 'cache'))).toEqual(first);
  expect(readdirSync(join(folder, 'cache'))).toHaveLength(1);
  writeFileSync(requirements, 'moto==5.2.6\n');
  expect(await installMoto(requirements, join(folder, 'cache'))).not.toEqual(first);
});

test('an installation that fails says why and leaves nothing behind', async () => {
  install("console.error('no such package'); process.exit(1);");
  expect(await installMoto(requirements, join(folder, 'cache'))).toEqual({
    missing: expect.stringMatching(/^python3 -m pip install .* failed: no such package$/) as string,
  });
  expect(readdirSync(join(folder, 'cache'))).toEqual([]);
});

test('a machine without Python says so', async () => {
  process.env.PATH = join(folder, 'nothing');
  expect(await installMoto(requirements, join(folder, 'cache'))).toEqual({ missing: 'python3 is not installed' });
});

const SERVES = `
const { createServer } = require('node:http');
const port = Number(process.argv.at(-1));
const { MOTO_ACCOUNT_ID, PYTHONPATH } = process.env;
createServer((_, response) => response.end(MOTO_ACCOUNT_ID + ' ' + PYTHONPATH)).listen(port, '127.0.0.1');
`;

test('a server answers for the account, from the folder that moto is in, until it is stopped', async () => {
  install(SERVES);
  const moto = await startMoto('/moto', '111122223333');
  expect(await (await fetch(moto.endpoint)).text()).toBe('111122223333 /moto');
  await moto.stop();
  await expect(fetch(moto.endpoint)).rejects.toThrow('fetch failed');
});

test('a server that ends before it answers is an error, with what it said', async () => {
  install("console.error('No module named moto'); process.exit(1);");
  await expect(startMoto('/moto', '111122223333')).rejects.toThrow('moto does not answer: No module named moto');
  expect(existsSync(folder)).toBe(true);
});
