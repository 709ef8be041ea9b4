import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CoreSchemas } from './core-schemas';
import { TEST_OPEN_API } from './fixtures/open-api';
import { checkManifests } from './kubernetes-schemas';
import { ManifestValidator } from './manifest-validator';
import type { Outcome } from './outcome';

const validator = new ManifestValidator({ core: new CoreSchemas(TEST_OPEN_API) });
const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: backend\n';
const ROUTE = 'apiVersion: mesh.test/v1\nkind: Route\nmetadata:\n  name: backend\n';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'manifests-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function check(files: Readonly<Record<string, string>>): readonly Outcome[] {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return checkManifests(folder, validator);
}

test('every cluster gets an outcome that counts its objects', () => {
  const files = {
    'shop/dev/eu/00-a/a.yaml': SERVICE,
    'shop/dev/eu/10-b/b.yml': `${SERVICE}---\n${ROUTE}`,
    'shop/dev/us/00-a/a.yaml': SERVICE,
    'shop/dev/us/notes.txt': 'none',
  };
  expect(check(files)).toMatchObject([
    { subject: join(folder, 'shop/dev/eu'), status: 'passed', details: ['2 of 3 objects checked'] },
    { subject: join(folder, 'shop/dev/us'), status: 'passed', details: ['1 of 1 objects checked'] },
  ]);
});

test('a fault fails the cluster and names the file and the object', () => {
  expect(check({ 'shop/dev/eu/a.yaml': `${SERVICE}spce: {}\n` })).toMatchObject([
    {
      status: 'failed',
      details: [
        "shop/dev/eu/a.yaml: Service backend: (root): unknown field 'spce'; did you mean 'spec'?",
        '1 of 1 objects checked',
      ],
    },
  ]);
});

test('a file that is no YAML fails the cluster', () => {
  const [outcome] = check({ 'shop/dev/eu/a.yaml': `${SERVICE}spec: [` });
  expect(outcome?.status).toBe('failed');
  expect(outcome?.details[0]).toContain('shop/dev/eu/a.yaml: Flow sequence');
});

test('text is read as Kubernetes reads it: an unquoted yes is true', () => {
  const [outcome] = check({ 'shop/dev/eu/a.yaml': `${SERVICE}  labels:\n    mesh: yes\n` });
  expect(outcome?.details[0]).toContain('metadata.labels.mesh: must be string, got true');
});

test('a cluster of which nothing could be checked is skipped', () => {
  expect(check({ 'shop/dev/eu/a.yaml': ROUTE })).toMatchObject([{ status: 'skipped' }]);
});

test('a folder without manifests fails, since nothing checked is nothing passed', () => {
  expect(check({})).toMatchObject([{ status: 'failed', details: ['no manifests here; synthesise them first'] }]);
});
