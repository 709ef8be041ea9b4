import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { findEnvironments } from '../../lib/environment/find';
import { environmentJsonSchema, environmentJsonSchemaText } from '../../lib/environment/json-schema';
import { changed, SAMPLE } from './sample-file';

const validate = new Ajv({ allErrors: true }).compile(environmentJsonSchema());

/** Paths of the fields that a person would see no help for. */
function undescribed(schema: unknown, path = ''): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const isField = /\/properties\/[^/]+$/.test(path);
  const below = Object.entries(schema).flatMap(([key, value]) => undescribed(value, `${path}/${key}`));
  return isField && !('description' in schema) ? [path, ...below] : below;
}

test('environments/schema.json is up to date; run `npm run schema` where it is not', () => {
  expect(readFileSync('environments/schema.json', 'utf8')).toBe(environmentJsonSchemaText());
});

test('every field is described', () => {
  expect(undescribed(environmentJsonSchema())).toEqual([]);
});

test('a default that both profiles share is one of the schema, any other is described', () => {
  const text = environmentJsonSchemaText();

  expect(text).toContain('"default": "1.35"');
  expect(text).toContain(
    'NAT gateways of the network; with none, nodes reach AWS through endpoints and the internet not at all. Default: single in development, per-zone in production.',
  );
});

test.each(findEnvironments('.'))('%s satisfies it and names it for editors', (file) => {
  const text = readFileSync(file, 'utf8');

  expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../schema.json');
  expect(validate(parse(text))).toBe(true);
});

test('the sample satisfies it, and a change that the schema refuses does not', () => {
  expect(validate(parse(SAMPLE))).toBe(true);
  expect(validate(parse(changed('"111122223333"', '111122223333')))).toBe(false);
  expect(validate(parse(changed('cloud: google', 'cloud: azure')))).toBe(false);
  expect(validate(parse(changed('domain:', 'domian:')))).toBe(false);
});
