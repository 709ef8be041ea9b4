import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importSources, readSource } from '../../../lib/cli/import/sources';

const SOURCE = { name: 'mesh', url: 'https://upstream.test/v1.2.3/crds.yaml' };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sources-'));
});

afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test('sources are sorted by name', () => {
  const sources = importSources('imports:\n  - b:=https://upstream.test/b\n  - a:=https://upstream.test/a\n');
  expect(sources.map((source) => source.name)).toEqual(['a', 'b']);
});

test('a line without a module name is refused', () => {
  expect(() => importSources('imports: ["https://upstream.test/a"]')).toThrow(
    "cdk8s.yaml: imports: 'https://upstream.test/a' must be written name:=https://…",
  );
});

test('a module name that stands twice is refused', () => {
  expect(() => importSources('imports: ["a:=https://upstream.test/1", "a:=https://upstream.test/2"]')).toThrow(
    "cdk8s.yaml: imports: 'a' stands twice; give each its own name",
  );
});

test('a file at hand is read instead of the address', async () => {
  const fetched = jest.spyOn(globalThis, 'fetch');
  writeFileSync(join(folder, 'mesh.yaml'), 'local');
  expect(await readSource(SOURCE, folder)).toBe('local');
  expect(fetched).not.toHaveBeenCalled();
});

test('the address is fetched where no file is at hand', async () => {
  const fetched = jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('remote'));
  expect(await readSource(SOURCE, folder)).toBe('remote');
  expect(fetched).toHaveBeenCalledWith(SOURCE.url);
});

test('an address that cannot be reached is named, with the file that would do instead', async () => {
  jest.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network'));
  const file = join(folder, 'mesh.yaml');
  await expect(readSource(SOURCE, folder)).rejects.toThrow(
    `mesh: cannot reach ${SOURCE.url}; try again with a network, or put the file at ${file} (CRDS names another folder)`,
  );
});

test('an address that answers with an error is named, with its status', async () => {
  jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('', { status: 404 }));
  await expect(readSource(SOURCE, folder)).rejects.toThrow(`mesh: ${SOURCE.url} answered 404; correct cdk8s.yaml`);
});
