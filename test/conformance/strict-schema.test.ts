import { strictSchema } from './strict-schema';

const CUSTOM = { bareObjectsAreEmpty: true };
const CORE = { bareObjectsAreEmpty: false };

test('an object with a list of fields refuses others, at every depth', () => {
  const inner = { type: 'object', properties: { a: { type: 'string' } } };
  const schema = { type: 'object', properties: { one: inner, many: { type: 'array', items: inner } } };
  expect(strictSchema(schema, CUSTOM)).toMatchObject({
    additionalProperties: false,
    properties: { one: { additionalProperties: false }, many: { items: { additionalProperties: false } } },
  });
});

test.each(['x-kubernetes-preserve-unknown-fields', 'x-kubernetes-embedded-resource'])(
  '%s keeps an object open',
  (mark) => {
    const schema = { type: 'object', [mark]: true, properties: { a: { type: 'string' } } };
    expect(strictSchema(schema, CUSTOM)).not.toHaveProperty('additionalProperties');
  },
);

test('a map keeps its values', () => {
  const schema = { type: 'object', additionalProperties: { type: 'object', properties: {} } };
  expect(strictSchema(schema, CUSTOM)).toMatchObject({ additionalProperties: { additionalProperties: false } });
});

test('conditions in a junctor stay open', () => {
  const schema = { type: 'object', properties: {}, oneOf: [{ properties: { a: {} } }], not: { properties: { b: {} } } };
  const strict = strictSchema(schema, CUSTOM);
  expect(strict).toMatchObject({ oneOf: [{ properties: { a: {} } }], not: { properties: { b: {} } } });
  expect(JSON.stringify(strict).match(/additionalProperties/g)).toHaveLength(1);
});

test('an object without a list of fields is empty in a custom definition', () => {
  expect(strictSchema({ type: 'object' }, CUSTOM)).toMatchObject({ additionalProperties: false });
});

test('an object without a list of fields is open in the OpenAPI of Kubernetes', () => {
  expect(strictSchema({ type: 'object' }, CORE)).not.toHaveProperty('additionalProperties');
});

test.each([{ 'x-kubernetes-int-or-string': true }, { type: 'string', format: 'int-or-string' }])(
  '%j takes a number and a text',
  (schema) => {
    expect(strictSchema(schema, CORE)).toMatchObject({ type: ['integer', 'string'] });
  },
);

test.each([
  ['Minimum', { exclusiveMinimum: true, minimum: 0 }, { exclusiveMinimum: 0, minimum: undefined }],
  ['Minimum', { exclusiveMinimum: false, minimum: 0 }, { exclusiveMinimum: undefined, minimum: 0 }],
  ['Maximum', { exclusiveMaximum: true, maximum: 9 }, { exclusiveMaximum: 9, maximum: undefined }],
  ['Maximum', { exclusiveMaximum: false, maximum: 9 }, { exclusiveMaximum: undefined, maximum: 9 }],
])('an exclusive%s as a boolean becomes a limit: %j', (_, schema, expected) => {
  expect(strictSchema(schema, CORE)).toEqual(expected);
});

test.each(['(?i)^all$', '^\\PC*$'])('the pattern %s, which only Go reads, is left out', (pattern) => {
  expect(strictSchema({ type: 'string', pattern }, CORE).pattern).toBeUndefined();
});

test('other patterns stay', () => {
  expect(strictSchema({ type: 'string', pattern: '^(?:a|b)$' }, CORE).pattern).toBe('^(?:a|b)$');
});

test('nullable goes where no type stands beside it, and stays where one does', () => {
  expect(strictSchema({ nullable: true }, CORE).nullable).toBeUndefined();
  expect(strictSchema({ nullable: true, type: 'string' }, CORE).nullable).toBe(true);
});
