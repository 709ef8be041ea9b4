import { existsSync } from 'node:fs';
import { CoreSchemas } from './core-schemas';
import { CustomSchemas } from './custom-schemas';
import { TEST_OPEN_API } from './fixtures/open-api';
import { checkManifests } from './kubernetes-schemas';
import { ManifestValidator } from './manifest-validator';
import type { Outcome } from './outcome';

const DEFINITIONS = process.env.CRDS ?? '../shared/crds';
const AT_HAND = existsSync(DEFINITIONS);
const BROKEN = 'test/conformance/fixtures/manifests/broken';

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

test('the definitions of custom resources are at hand in CI', () => {
  const missing = process.env.CI === 'true' && !AT_HAND;
  expect(missing ? `no definitions at ${DEFINITIONS}; CRDS names another folder` : 'at hand, or not in CI').toBe(
    'at hand, or not in CI',
  );
});

(AT_HAND ? describe : describe.skip)(
  'with the definitions of custom resources, which are not part of the checkout',
  () => {
    let outcomes: readonly Outcome[];

    beforeAll(() => {
      const custom = CustomSchemas.fromFolder(DEFINITIONS);
      outcomes = checkManifests(BROKEN, new ManifestValidator({ core, custom }));
    });

    test.each([
      ['unknown-field', "spec: unknown field 'refreshIntervall'; did you mean 'refreshInterval'?"],
      ['unknown-metadata', "metadata: unknown field 'label'; did you mean 'labels'?"],
      ['wrong-type', 'spec.hosts: must be array, got "backend"'],
      ['missing-field', "spec: must have required property 'selector'"],
      ['unknown-kind', 'no schema for networking.istio.io/v1 VirtualServer'],
      ['unknown-core-field', "spec.ports.0: unknown field 'targetport'; did you mean 'targetPort'?"],
    ])('the broken fixture %s is refused', (name, fault) => {
      const outcome = outcomes.find(({ subject }) => subject.endsWith(`/${name}`));
      expect(outcome?.status).toBe('failed');
      expect(outcome?.details.join('\n')).toContain(fault);
    });
  },
);
