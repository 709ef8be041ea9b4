import { isJsonObject, jsonList, jsonObject, mapValues, without } from './json';

test.each([[null], [[]], ['text'], [undefined]])('%j is no object', (value) => {
  expect(isJsonObject(value)).toBe(false);
  expect(jsonObject(value)).toEqual({});
});

test('an object stays itself', () => {
  const value = { a: 1 };
  expect(jsonObject(value)).toBe(value);
});

test('a list stays itself, and anything else is an empty one', () => {
  expect(jsonList([1])).toEqual([1]);
  expect(jsonList({ 0: 1 })).toEqual([]);
});

test('values are changed by key', () => {
  expect(mapValues({ a: 1, b: 2 }, (value, key) => `${key}${String(value)}`)).toEqual({ a: 'a1', b: 'b2' });
});

test('keys are left out', () => {
  expect(without({ a: 1, b: 2 }, ['a'])).toEqual({ b: 2 });
});
