import { isJsonObject, jsonList, jsonObject, mapValues, type JsonObject } from './json';

/** Syntax of Go's regular expressions that JavaScript lacks or reads otherwise: inline flags, Unicode classes. */
const GO_ONLY_PATTERN = /\(\?[a-z]+\)|\\[pP]/;

/** Where a schema only adds conditions to a value whose fields another schema lists. */
const JUNCTORS = ['allOf', 'anyOf', 'oneOf'];

/** How schemas of one origin are to be read. */
export interface StrictOptions {
  /** Whether `type: object` without a list of fields means that there are none, as in a CustomResourceDefinition. */
  readonly bareObjectsAreEmpty: boolean;
}

/**
 * Turns a schema as Kubernetes writes it into JSON Schema that also refuses unknown fields, where the API server would
 * drop them without a word.
 */
export function strictSchema(schema: unknown, options: StrictOptions): JsonObject {
  return convert(schema, options, true);
}

function convert(schema: unknown, options: StrictOptions, closing: boolean): JsonObject {
  const source = jsonObject(schema);
  const { properties, items, additionalProperties, not } = source;
  const rest = Object.fromEntries(Object.entries(source).filter(([key]) => !key.startsWith('x-kubernetes-')));
  return {
    ...rest,
    ...intOrString(source),
    ...limits(source),
    ...(isJsonObject(properties) && { properties: mapValues(properties, (field) => convert(field, options, closing)) }),
    ...(isJsonObject(items) && { items: convert(items, options, closing) }),
    ...(isJsonObject(not) && { not: convert(not, options, false) }),
    ...(isJsonObject(additionalProperties) && {
      additionalProperties: convert(additionalProperties, options, closing),
    }),
    ...(closing && isClosed(source, options) && { additionalProperties: false }),
    ...Object.fromEntries(
      JUNCTORS.filter((key) => key in source).map((key) => [
        key,
        jsonList(source[key]).map((part) => convert(part, options, false)),
      ]),
    ),
    ...('$ref' in source && { $ref: source.$ref }),
  };
}

function isClosed(schema: JsonObject, options: StrictOptions): boolean {
  if (schema['x-kubernetes-preserve-unknown-fields'] === true) return false;
  if (schema['x-kubernetes-embedded-resource'] === true || 'additionalProperties' in schema) return false;
  return isJsonObject(schema.properties) || (schema.type === 'object' && options.bareObjectsAreEmpty);
}

function intOrString(schema: JsonObject): JsonObject {
  const is = schema['x-kubernetes-int-or-string'] === true || schema.format === 'int-or-string';
  return is ? { type: ['integer', 'string'], format: undefined } : {};
}

/** OpenAPI 3.0 writes an exclusive limit as a boolean beside it, and `nullable` may stand without a type. */
function limits(schema: JsonObject): JsonObject {
  const pattern = typeof schema.pattern === 'string' && GO_ONLY_PATTERN.test(schema.pattern);
  return {
    ...(schema.exclusiveMinimum === true && { exclusiveMinimum: schema.minimum, minimum: undefined }),
    ...(schema.exclusiveMaximum === true && { exclusiveMaximum: schema.maximum, maximum: undefined }),
    ...(schema.exclusiveMinimum === false && { exclusiveMinimum: undefined }),
    ...(schema.exclusiveMaximum === false && { exclusiveMaximum: undefined }),
    ...(schema.nullable === true && schema.type === undefined && { nullable: undefined }),
    ...(pattern && { pattern: undefined }),
  };
}
