import { Token } from 'cdktf';
import { labelKeyRefusal, labelValueRefusal, repeatedRefusal } from '../../../../lib/cloud/aws/nodes/kubernetes-labels';

const unknown = Token.asString({ resolve: () => 'a' });

describe('labelKeyRefusal', () => {
  test.each(['tier', 'example.com/team', 'a', 'a.b_c-d', `${'a'.repeat(63)}`, unknown])('takes %s', (key) => {
    expect(labelKeyRefusal('labels', key)).toBeUndefined();
  });

  test.each([
    '',
    '-tier',
    'tier/',
    '/tier',
    'Example.com/team',
    'a b',
    'a'.repeat(64),
    `example.com/${'a'.repeat(60)}`,
  ])('refuses %s', (got) => {
    const rule = 'must have keys as Kubernetes has them, such as example.com/team, 63 characters at most';
    expect(labelKeyRefusal('labels', got)).toEqual({ property: 'labels', rule, got });
  });
});

describe('labelValueRefusal', () => {
  test.each(['', 'batch', 'a.b_c-d', 'a'.repeat(63), unknown])('takes %s', (value) => {
    expect(labelValueRefusal('labels.a', value)).toBeUndefined();
  });

  test.each(['-a', 'a b', 'a/b', 'a'.repeat(64)])('refuses %s', (got) => {
    const rule = 'must have values of at most 63 letters, digits, dots, dashes and underscores';
    expect(labelValueRefusal('labels.a', got)).toEqual({ property: 'labels.a', rule, got });
  });
});

describe('repeatedRefusal', () => {
  test('takes names that are there once', () => {
    expect(repeatedRefusal('taints', ['a', 'b'])).toBeUndefined();
  });

  test('refuses a name that is there twice', () => {
    expect(repeatedRefusal('taints', ['a', 'b', 'a'])).toEqual({
      property: 'taints',
      rule: 'must name each once',
      got: 'a',
    });
  });
});
