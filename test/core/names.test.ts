import { boundedName, isDnsLabel, isPortName } from '../../lib/core/names';

test('a name that fits is its parts, joined', () => {
  expect(boundedName(['funlynk', 'production', 'us-east-1'], 28)).toBe('funlynk-production-us-east-1');
});

test('a name that is too long is cut and ends in a hash of the whole', () => {
  const name = boundedName(['funlynk', 'production', 'us-east-1'], 27);

  expect(name).toMatch(/^funlynk-production-u-[0-9a-f]{6}$/);
  expect(name).toHaveLength(27);
});

test('long names that differ only at their end stay apart', () => {
  const long = 'a'.repeat(60);

  expect(boundedName([long, 'a'], 30)).not.toBe(boundedName([long, 'b'], 30));
});

test('a cut leaves no dash before the hash', () => {
  expect(boundedName(['abc', 'defghijklmnop'], 11)).toMatch(/^abc-[0-9a-f]{6}$/);
});

test.each([
  ['backend', true],
  ['0', true],
  ['a'.repeat(63), true],
  ['a'.repeat(64), false],
  ['Backend', false],
  ['-a', false],
  ['a-', false],
  ['a.b', false],
  ['', false],
])("'%s' is a DNS label: %s", (name, valid) => {
  expect(isDnsLabel(name)).toBe(valid);
});

test.each([
  ['http', true],
  ['a'.repeat(15), true],
  ['a'.repeat(16), false],
  ['8080', false],
  ['http--web', false],
  ['-http', false],
  ['', false],
])("'%s' is the name of a port: %s", (name, valid) => {
  expect(isPortName(name)).toBe(valid);
});
