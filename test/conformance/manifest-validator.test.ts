import { CoreSchemas } from './core-schemas';
import { CustomSchemas } from './custom-schemas';
import { TEST_OPEN_API } from './fixtures/open-api';
import { ManifestValidator } from './manifest-validator';

const core = new CoreSchemas(TEST_OPEN_API);
const SERVICE = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'backend' }, spec: { ports: [{ port: 80 }] } };

test('a sound object has no faults', () => {
  expect(new ManifestValidator({ core }).validate(SERVICE)).toEqual({ checked: true, faults: [] });
});

test.each([
  ['a list', [], 'must be an object'],
  ['no version', { kind: 'Service', metadata: { name: 'a' } }, 'apiVersion: must be a string'],
  ['no kind', { apiVersion: 'v1', metadata: { name: 'a' } }, 'kind: must be a string'],
  ['no name', { apiVersion: 'v1', kind: 'Service' }, 'metadata.name: must be a string'],
])('%s is a fault', (_, manifest, fault) => {
  expect(new ManifestValidator({ core }).validate(manifest).faults).toEqual([fault]);
});

test('a kind that may belong to a missing source is not checked', () => {
  const route = { ...SERVICE, apiVersion: 'mesh.test/v1', kind: 'Route' };
  expect(new ManifestValidator({ core }).validate(route)).toEqual({ checked: false, faults: [] });
});

test('a kind that no source knows is a fault', () => {
  const validator = new ManifestValidator({ core, custom: new CustomSchemas([]) });
  expect(validator.validate({ ...SERVICE, kind: 'Servce' }).faults).toEqual([
    'no schema for v1 Servce: neither Kubernetes nor a known definition serves it',
  ]);
});
