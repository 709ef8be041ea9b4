import { EnvironmentSource } from '../../lib/environment/source';

const source = EnvironmentSource.parse(
  'file.yaml',
  'a:\n  b: &anchor { c: 1.30 }\n  list:\n    - x\n    -   y\nalias: *anchor\nempty:\n',
);

test('the content is plain data', () => {
  expect(source.value).toEqual({ a: { b: { c: 1.3 }, list: ['x', 'y'] }, alias: { c: 1.3 }, empty: null });
});

test.each([
  ['the value', ['a', 'b', 'c'], 'value', 2, 19],
  ['the key where it is asked for', ['a', 'b', 'c'], 'key', 2, 16],
  ['an entry of a list', ['a', 'list', 1], 'value', 5, 9],
  ['the key of a map that lacks the value', ['a', 'b', 'none'], 'value', 2, 3],
  ['the key that holds nothing', ['empty'], 'value', 7, 1],
  ['the place that an alias stands for', ['alias', 'c'], 'value', 2, 19],
  ['the start of the file that lacks the key', ['none'], 'value', 1, 1],
] as const)('a person is led to %s', (_, path, at, line, column) => {
  expect(source.locate(path, at)).toEqual({ file: 'file.yaml', line, column });
});

test('a scalar is shown as it was written', () => {
  expect(source.textAt(['a', 'b', 'c'])).toBe('1.30');
  expect(source.textAt(['a', 'b'])).toBeUndefined();
});

test('what was not written has no value', () => {
  expect(source.valueAt(['a', 'none'])).toBeUndefined();
  expect(source.valueAt(['empty'])).toBeNull();
});
