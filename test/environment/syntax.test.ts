import { parseDocument } from 'yaml';
import { duplicateKeys, syntaxFaults } from '../../lib/environment/syntax';

function faults(text: string): readonly (readonly [number, string])[] {
  return syntaxFaults(parseDocument(text, { prettyErrors: false })).map(({ offset, message }) => [offset, message]);
}

describe('a text that can be read', () => {
  test.each([
    ['a map', 'a: 1'],
    ['a list, which the schema refuses', '- a'],
    ['keys that are numbers or flags', '1: a\ntrue: b'],
    ['an anchor and its aliases', 'a: &a { b: 1 }\nc: *a\nd: [*a]'],
    ['an anchor given anew', 'a: &a 1\nb: *a\nc: &a 2\nd: *a'],
    ['a merge key, which the schema refuses', 'a: &a { b: 1 }\nc: { <<: *a }'],
    ['the name of a later YAML', '%YAML 1.2\n---\na: 1'],
    ['a key that stands twice, which is told apart', 'a: 1\na: 2'],
  ])('may hold %s', (_, text) => {
    expect(faults(text)).toEqual([]);
  });
});

describe('a text that cannot be read on', () => {
  test.each([
    ['nothing', '', 0, 'is empty; it must describe an environment'],
    ['only a comment', '# a', 0, 'is empty; it must describe an environment'],
    ['the value nothing', '~', 0, 'is empty; it must describe an environment'],
    ['an older YAML', '%YAML 1.1\n---\na: 1', 0, 'must be YAML 1.2, where yes and no are plain text'],
    ['a tab', 'a:\n\tb: 1', 3, 'is indented with a tab; YAML allows spaces only'],
    ['a second document', 'a: 1\n---\nb: 1', 5, 'must hold one YAML document, and another begins here'],
    ['a tag', 'a: !!str 1', 9, 'must have no YAML tag'],
    ['a tag of a map', '!environment\na: 1', 13, 'must have no YAML tag'],
    ['no key', ': 1', 0, 'must be a plain name, since it is a key'],
    ['a map for a key', '{ { a: 1 }: 2 }', 2, 'must be a plain name, since it is a key'],
    ['an alias for a key', 'a: &a b\n*a : 1', 8, 'must be a plain name, since it is a key'],
    ['a key that JavaScript takes for its own', 'a: { __proto__: 1 }', 5, 'must be a plain name, since it is a key'],
    ['an alias of no anchor', 'a: *b', 3, "no anchor 'b' stands before this"],
    ['an alias before its anchor', 'a: *b\nc: &b 1', 3, "no anchor 'b' stands before this"],
    ['an anchor that holds itself', 'a: &b [*b]', 7, "the anchor 'b' must not hold itself"],
  ])('holds %s', (_, text, offset, message) => {
    expect(faults(text)).toEqual([[offset, message]]);
  });

  test('is told its first slip only, since the rest is noise', () => {
    expect(faults('a: [1\nb: "\n\tc: {')).toHaveLength(1);
  });

  test('is told every alias, key and tag that is wrong', () => {
    expect(faults('a: *b\n[c]: !!str d').map(([offset]) => offset)).toEqual([3, 6, 17]);
  });
});

describe('keys that stand twice', () => {
  test.each([
    ['at the top', 'a: 1\na: 2', 5, ['a']],
    ['in a map', 'a:\n  b: 1\n  b: 2', 12, ['a', 'b']],
    ['in an entry of a list', 'a: [0, { b: 1, b: 2 }]', 15, ['a', 1, 'b']],
    ['in a map that an alias stands for', 'a: &a { b: 1, b: 2 }\nc: *a', 14, ['a', 'b']],
    ['among numbers', 'a: { 1: a, 1: b }', 11, ['a', '1']],
  ])('%s are found at their path', (_, text, offset, path) => {
    expect(duplicateKeys(parseDocument(text, { prettyErrors: false }))).toEqual([
      { offset, path, message: 'was given before; a key may stand once in a map' },
    ]);
  });

  test('are each found, and other slips are not among them', () => {
    const document = parseDocument('a: 1\na: 2\na: 3\nb: [', { prettyErrors: false });

    expect(duplicateKeys(document).map(({ offset }) => offset)).toEqual([5, 10]);
  });
});
