import { parseAllDocuments, stringify } from 'yaml';
import { KEPT_PARTS } from '../../../lib/cli/import/kinds';
import { trimDefinitions } from '../../../lib/cli/import/trim';

const SPEC = { type: 'object', description: 'Wishes.', properties: { description: { type: 'string' } } };

function definition(kind: string, versions: readonly unknown[] = [version('v1')]): unknown {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${kind.toLowerCase()}s.mesh.test`, annotations: { from: 'upstream' } },
    spec: { group: 'mesh.test', names: { kind, plural: `${kind.toLowerCase()}s` }, scope: 'Namespaced', versions },
  };
}

function version(name: string, served = true, spec: unknown = SPEC): unknown {
  const status = { type: 'object', properties: { phase: { type: 'string' } } };
  return { name, served, schema: { openAPIV3Schema: { type: 'object', properties: { spec, status } } } };
}

function yaml(...documents: readonly unknown[]): string {
  return documents.map((document) => stringify(document)).join('---\n');
}

function trimmed(text: string, kinds: readonly string[]): unknown[] {
  return parseAllDocuments(trimDefinitions(text, kinds)).map((document) => document.toJS() as unknown);
}

test('a definition keeps its names and one version without descriptions, annotations and status', () => {
  expect(trimDefinitions(yaml(definition('Route')), ['Route'])).toMatchInlineSnapshot(`
    "apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata:
      name: routes.mesh.test
    spec:
      group: mesh.test
      names:
        kind: Route
        plural: routes
      scope: Namespaced
      versions:
        - name: v1
          schema:
            openAPIV3Schema:
              type: object
              properties:
                spec:
                  type: object
                  properties:
                    description:
                      type: string
          served: true
          storage: true
    "
  `);
});

test('only the kinds asked for stay, sorted by kind, whatever else the file holds', () => {
  const text = yaml(definition('Route'), { kind: 'Deployment' }, definition('Gateway'), definition('Filter'));
  expect(trimmed(text, ['Route', 'Gateway'])).toMatchObject([
    { spec: { names: { kind: 'Gateway' } } },
    { spec: { names: { kind: 'Route' } } },
  ]);
});

test.each([
  ['the newest stable version', ['v1', 'v2', 'v3beta1', 'v10alpha1'], 'v2'],
  ['the newest number, not the first in the alphabet', ['v9', 'v10'], 'v10'],
  ['beta before alpha', ['v1alpha2', 'v1beta1'], 'v1beta1'],
  ['the newest of one stage', ['v1beta1', 'v1beta2'], 'v1beta2'],
])('%s stays', (_, names, expected) => {
  const text = yaml(
    definition(
      'Route',
      names.map((name) => version(name)),
    ),
  );
  expect(trimmed(text, ['Route'])).toMatchObject([{ spec: { versions: [{ name: expected }] } }]);
});

test('a version that is not served does not stay', () => {
  const text = yaml(definition('Route', [version('v1'), version('v2', false)]));
  expect(trimmed(text, ['Route'])).toMatchObject([{ spec: { versions: [{ name: 'v1' }] } }]);
});

test('a definition that serves no version is refused', () => {
  const text = yaml(definition('Route', [version('v1', false)]));
  expect(() => trimDefinitions(text, ['Route'])).toThrow('routes.mesh.test serves no version');
});

test('a missing kind is refused with the nearest one', () => {
  expect(() => trimDefinitions(yaml(definition('Route')), ['Rout'])).toThrow(
    "no kind Rout here; did you mean 'Route'? (Route)",
  );
});

test('a part that is listed keeps nothing but the properties listed', () => {
  const provider = { type: 'object', properties: { aws: { type: 'object' }, vault: { type: 'object' } } };
  const spec = { type: 'object', properties: { provider, refresh: { type: 'integer' } } };
  const text = trimDefinitions(yaml(definition('SecretStore', [version('v1', true, spec)])), ['SecretStore']);
  expect(KEPT_PARTS.SecretStore?.[0]?.keep).toContain('aws');
  expect(text).toContain('aws:');
  expect(text).toContain('refresh:');
  expect(text).not.toContain('vault:');
});

test('a part that the schema no longer has is refused', () => {
  expect(() => trimDefinitions(yaml(definition('SecretStore')), ['SecretStore'])).toThrow(
    "no 'provider' in the schema; correct KEPT_PARTS",
  );
});

test('a default stays as it is, also where it looks like a description', () => {
  const spec = { type: 'object', default: { description: 'none' } };
  expect(trimDefinitions(yaml(definition('Route', [version('v1', true, spec)])), ['Route'])).toContain(
    'description: none',
  );
});
