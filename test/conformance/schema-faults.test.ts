import { describeFault, newAjv } from './schema-faults';

function faults(schema: object, value: unknown): string[] {
  const ajv = newAjv({ useDefaults: false });
  ajv.validate(schema, value);
  return (ajv.errors ?? []).map(describeFault);
}

test('an unknown field is named with the nearest field', () => {
  const schema = { properties: { spec: { properties: { replicas: {} }, additionalProperties: false } } };
  expect(faults(schema, { spec: { replica: 1 } })).toEqual(["spec: unknown field 'replica'; did you mean 'replicas'?"]);
});

test('an unknown field that resembles none is named alone', () => {
  expect(faults({ properties: { a: {} }, additionalProperties: false }, { zone: 1 })).toEqual([
    "(root): unknown field 'zone'",
  ]);
});

test('a wrong type is named with the value', () => {
  expect(faults({ properties: { port: { type: 'integer' } } }, { port: 'http' })).toEqual([
    'port: must be integer, got "http"',
  ]);
});

test('a wrong choice is named with the choices', () => {
  expect(faults({ properties: { mode: { enum: ['A', 'B'] } } }, { mode: 'C' })).toEqual([
    'mode: must be equal to one of the allowed values (A,B), got "C"',
  ]);
});

test('a missing field is named with its parent', () => {
  expect(faults({ required: ['spec'] }, {})).toEqual(["(root): must have required property 'spec'"]);
});

test.each(['5s', '1h30m', '0'])('%s is a duration', (value) => {
  expect(faults({ format: 'duration' }, value)).toEqual([]);
});

test.each(['PT5S', '5', 'soon'])('%s is no duration', (value) => {
  expect(faults({ format: 'duration' }, value)).toHaveLength(1);
});
