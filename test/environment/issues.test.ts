import { z } from 'zod';
import { schemaFaults } from '../../lib/environment/issues';
import { EnvironmentSource } from '../../lib/environment/source';
import { said } from './small-draft';

/** What a schema finds in `value: …`, in our words; a remedy follows after a semicolon. */
function faults(schema: z.ZodType, text: string): readonly string[] {
  const source = EnvironmentSource.parse('file.yaml', text === '' ? '{}' : `value: ${text}`);
  const found = schemaFaults(z.object({ value: schema }).safeParse(source.value).error?.issues ?? [], (path) => ({
    value: source.valueAt(path),
    text: source.textAt(path),
  }));
  return said(found).map((line, index) => {
    const remedy = found[index]?.remedy;
    return remedy === undefined ? line : `${line}; ${remedy}`;
  });
}

const TEXT = z.string({ error: 'must be text' }).regex(/^[a-z]+$/, { error: 'must be text' });
const COUNT = z
  .int({ error: 'must be 1 to 9' })
  .min(1, { error: 'must be 1 to 9' })
  .max(9, { error: 'must be 1 to 9' });
const CHOICE = z.enum(['red', 'green']);
const LIST = z.array(TEXT).min(1, { error: 'must list one at least' });
const MAP = z.strictObject(
  { a: TEXT },
  { error: ({ code }) => (code === 'unrecognized_keys' ? 'no key x\nno key y' : undefined) },
);
const NAMES = z.record(TEXT, COUNT);
const EITHER = z.union([COUNT, z.strictObject({ min: COUNT })], { error: 'must be a number or a map' });
const KINDS = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('red'), size: COUNT }),
  z.strictObject({ kind: z.literal('green') }),
]);

describe('a value', () => {
  test.each([
    ['that is missing', TEXT, '', 'value: is missing; must be text'],
    ['that was left empty', TEXT, '~', 'value: must be text, got nothing'],
    ['of the wrong form', TEXT, 'A1', "value: must be text, got 'A1'"],
    [
      'that is a number, shown as it was written',
      TEXT,
      '1.30',
      'value: must be text, got number 1.30; write it in quotes: "1.30"',
    ],
    ['that is true', TEXT, 'true', 'value: must be text, got boolean true; write it in quotes: "true"'],
    ['that is a list', TEXT, '[a]', 'value: must be text, got a list'],
    ['that is a map', TEXT, '{ a: b }', 'value: must be text, got a map'],
    ['below its bound', COUNT, '0', 'value: must be 1 to 9, got 0'],
    ['above its bound, shown as it was written', COUNT, '0x10', 'value: must be 1 to 9, got 0x10'],
    ['that is a fraction', COUNT, '1.50', 'value: must be 1 to 9, got 1.50'],
    ['that is a number in quotes', COUNT, '"5"', "value: must be 1 to 9, got string '5'"],
    ['of a rule of its own', TEXT.refine(() => false, { error: 'must be else' }), 'a', 'value: must be else'],
  ])('%s is answered with its rule and what was written', (_, schema, text, message) => {
    expect(faults(schema, text)).toEqual([message]);
  });
});

describe('a choice', () => {
  test.each([
    ['that is misspelt', 'gren', "value: must be one of red, green, got 'gren'; did you mean 'green'?"],
    ['that is like none', 'blau', "value: must be one of red, green, got 'blau'"],
    ['of the wrong type', '7', 'value: must be one of red, green, got number 7'],
    ['that was left empty', '~', 'value: must be one of red, green, got nothing'],
    ['that is missing', '', 'value: is missing; must be one of red, green'],
  ])('%s is answered with the choices', (_, text, message) => {
    expect(faults(CHOICE, text)).toEqual([message]);
  });
});

describe('lists and maps', () => {
  test.each([
    ['a list that is none', LIST, 'a', "value: must be a list, got string 'a'"],
    ['a list that is missing', LIST, '', 'value: is missing; must be a list'],
    ['a list that is too short', LIST, '[]', 'value: must list one at least'],
    ['an entry of a list', LIST, '[a, B]', "value[1]: must be text, got 'B'"],
    ['a map that is none', MAP, '[a]', 'value: must be a map of keys and values, got a list'],
    ['a map that is missing', MAP, '', 'value: is missing; must be a map of keys and values'],
    ['a name of the wrong form', NAMES, '{ A: 1 }', "value.A (key): must be text, got 'A'"],
    ['a value by name', NAMES, '{ a: 0 }', 'value.a: must be 1 to 9, got 0'],
    [
      'a merge key among names',
      NAMES,
      '{ a: 1, <<: { b: 1 } }',
      "value['<<'] (key): merge keys are not read; write the keys out",
    ],
  ])('%s is answered where it stands', (_, schema, text, message) => {
    expect(faults(schema, text)).toContain(message);
  });

  test('each unknown key is answered with its own line', () => {
    expect(faults(MAP, '{ a: a, x: 1, y: 2 }')).toEqual(['value.x (key): no key x', 'value.y (key): no key y']);
  });

  test('a merge key is told so in place of the line of unknown keys', () => {
    expect(faults(MAP, '{ a: a, <<: { b: 1 } }')).toEqual([
      "value['<<'] (key): merge keys are not read; write the keys out",
    ]);
  });
});

describe('of several forms', () => {
  test.each([
    ['the one that was meant is held against the value', '0', 'value: must be 1 to 9, got 0'],
    ['the one that was meant is held against what lies inside', '{ min: 0 }', 'value.min: must be 1 to 9, got 0'],
    [
      'a wrong type further inside does not hide what was meant',
      '{ min: two }',
      "value.min: must be 1 to 9, got string 'two'",
    ],
    ['none was meant by a value of another type', '[1]', 'value: must be a number or a map, got a list'],
    ['none was meant by text, which is shown', 'two', "value: must be a number or a map, got string 'two'"],
    ['none was meant by nothing', '~', 'value: must be a number or a map, got nothing'],
  ])('%s', (_, text, message) => {
    expect(faults(EITHER, text)).toEqual([message]);
  });

  test.each([
    ['that is misspelt', '{ kind: rde }', "value.kind: must be one of red, green, got 'rde'; did you mean 'red'?"],
    ['that is missing', '{ size: 1 }', 'value.kind: is missing; must be one of red, green'],
    [
      'that is known leads to the faults of its own form',
      '{ kind: red, size: 0 }',
      'value.size: must be 1 to 9, got 0',
    ],
  ])('the key that tells them apart: one %s', (_, text, message) => {
    expect(faults(KINDS, text)).toEqual([message]);
  });
});

test('no issue is no fault', () => {
  expect(schemaFaults([], () => ({ value: undefined }))).toEqual([]);
});

test('every fault names the rule that found it', () => {
  const { error } = z.object({ a: TEXT, b: CHOICE, c: MAP }).safeParse({ a: 'A', b: 'x', c: { a: 'a', x: 1, y: 2 } });
  const found = schemaFaults(error?.issues ?? [], () => ({ value: 'x' }));

  expect(found.map(({ rule }) => rule)).toEqual(Array(4).fill('environment-schema'));
});
