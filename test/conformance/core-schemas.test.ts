import { CoreSchemas } from './core-schemas';
import { TEST_OPEN_API } from './fixtures/open-api';
import { describeFault } from './schema-faults';

const schemas = new CoreSchemas(TEST_OPEN_API);

function faults(ports: unknown): string[] | undefined {
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'backend' }, spec: { ports } };
  return schemas.faults('v1', 'Service', service)?.map(describeFault);
}

test.each([[80], ['http']])('a port may be a number or a name: %j', (targetPort) => {
  expect(faults([{ port: 80, targetPort }])).toEqual([]);
});

test.each([[2], ['512Mi']])('a quantity may be a number or a text: %j', (cpu) => {
  expect(schemas.faults('v1', 'ResourceQuota', { hard: { cpu } })).toEqual([]);
});

test('an unknown field is a fault', () => {
  expect(faults([{ port: 80, targetport: 80 }])).toEqual([
    "spec.ports.0: unknown field 'targetport'; did you mean 'targetPort'?",
  ]);
});

test('a missing field is a fault', () => {
  expect(faults([{}])).toEqual(["spec.ports.0: must have required property 'port'"]);
});

test.each([
  ['v1', 'DeleteOptions'],
  ['v1', 'Servce'],
  ['v2', 'Service'],
])('%s %s is no kind that Kubernetes serves', (apiVersion, kind) => {
  expect(schemas.faults(apiVersion, kind, {})).toBeUndefined();
});

test('a label that is no text is a fault of the metadata', () => {
  expect(schemas.metadataFaults({ labels: { tier: 1 } }).map(describeFault)).toEqual([
    'labels.tier: must be string, got 1',
  ]);
});

test('another document than the OpenAPI of Kubernetes is refused', () => {
  expect(() => new CoreSchemas({ definitions: {} })).toThrow('not the OpenAPI of Kubernetes');
});
