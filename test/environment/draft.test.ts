import { z } from 'zod';
import { smallDraft } from './small-draft';

const draft = smallDraft('name: shop\ncount: 3\nempty:\nlist: [a, b]\nmap: { a: 1, b: 2, <<: { c: 3 } }\n');

test('a value is had in its right form only', () => {
  expect(draft.get(['name'], z.string())).toBe('shop');
  expect(draft.get(['count'], z.string())).toBeUndefined();
  expect(draft.get(['none'], z.string())).toBeUndefined();
  expect(draft.get(['list', 1], z.literal('b'))).toBe('b');
});

test.each([
  ['name', true],
  ['count', true],
  ['empty', true],
  ['none', false],
])('something was written at %s: %s', (path, written) => {
  expect(draft.has([path])).toBe(written);
});

test('the keys of a map leave out merge keys, and what is no map has none', () => {
  expect(draft.keys(['map'])).toEqual(['a', 'b']);
  expect(draft.keys(['list'])).toEqual([]);
  expect(draft.keys(['none'])).toEqual([]);
});

test('the entries of a list are had by their paths, and what is no list has none', () => {
  expect(draft.entries(['list'])).toEqual([
    ['list', 0],
    ['list', 1],
  ]);
  expect(draft.entries(['map'])).toEqual([]);
  expect(draft.entries(['none'])).toEqual([]);
});

test('a place is its path, line and column', () => {
  expect(draft.where(['list', 1])).toBe('list[1] (line 4, column 11)');
});

test.each([
  ['profile: development', 'development'],
  ['profile: production', 'production'],
  ['profile: prod', undefined],
  ['name: shop', undefined],
])('of a file with %s the profile is %s', (text, profile) => {
  expect(smallDraft(text).profile).toBe(profile);
});
