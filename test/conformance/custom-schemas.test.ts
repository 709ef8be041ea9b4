import { stringify } from 'yaml';
import { CustomSchemas } from './custom-schemas';
import { describeFault } from './schema-faults';

const SPEC = {
  type: 'object',
  required: ['host', 'mode'],
  properties: {
    host: { type: 'string' },
    mode: { type: 'string', default: 'STRICT' },
    tls: { type: 'object', oneOf: [{ required: ['mode'] }], properties: { mode: { default: 'SIMPLE' } } },
  },
};

const DEFINITION = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  spec: {
    group: 'mesh.test',
    names: { kind: 'Route' },
    versions: [
      { name: 'v1', served: true, schema: { openAPIV3Schema: { type: 'object', properties: { spec: SPEC } } } },
      { name: 'v0', served: false, schema: { openAPIV3Schema: { type: 'object' } } },
    ],
  },
};

const schemas = new CustomSchemas([`---\n${stringify(DEFINITION)}---\n${stringify({ kind: 'Other' })}`]);

function faults(fields: object, apiVersion = 'mesh.test/v1'): string[] | undefined {
  const route = { apiVersion, kind: 'Route', metadata: { name: 'a' }, ...fields };
  return schemas.faults(apiVersion, 'Route', route)?.map(describeFault);
}

test('a required field may be left to its default', () => {
  expect(faults({ spec: { host: 'a' } })).toEqual([]);
});

test('a condition sees the defaults', () => {
  expect(faults({ spec: { host: 'a', tls: {} } })).toEqual([]);
});

test('the defaults stay out of the object that was given', () => {
  const route = { apiVersion: 'mesh.test/v1', kind: 'Route', metadata: { name: 'a' }, spec: { host: 'a' } };
  schemas.faults('mesh.test/v1', 'Route', route);
  expect(route.spec).toEqual({ host: 'a' });
});

test('a required field without a default is a fault', () => {
  expect(faults({ spec: {} })).toEqual(["spec: must have required property 'host'"]);
});

test('an unknown field is a fault beside spec as well as inside it', () => {
  expect(faults({ spec: { host: 'a', hots: 'b' }, spce: {} })).toEqual([
    "(root): unknown field 'spce'; did you mean 'spec'?",
    "spec: unknown field 'hots'; did you mean 'host'?",
  ]);
});

test.each(['mesh.test/v0', 'mesh.test/v2', 'other.test/v1'])('%s Route has no schema', (apiVersion) => {
  expect(faults({ spec: { host: 'a' } }, apiVersion)).toBeUndefined();
});
