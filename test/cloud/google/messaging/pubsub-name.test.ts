import { Token } from 'cdktf';
import { pubsubNameRefusal } from '../../../../lib/cloud/google/messaging/pubsub-name';

describe('pubsubNameRefusal', () => {
  test.each(['abc', 'Orders.v2', 'a-b_c~d+e%f', 'a'.repeat(255)])('accepts %s', (name) => {
    expect(pubsubNameRefusal('name', name)).toBeUndefined();
  });

  test.each(['', 'ab', '1abc', '-abc', 'a/b/c', 'a b c', 'google-orders', 'Goog', 'a'.repeat(256)])(
    'refuses %p',
    (name) => {
      expect(pubsubNameRefusal('name', name)?.got).toBe(name);
    },
  );

  test('tells what is allowed', () => {
    expect(pubsubNameRefusal('name', 'ab', 243)).toEqual({
      property: 'name',
      rule: 'must be from 3 to 243 letters, digits and -._~+%, beginning with a letter and not with goog',
      got: 'ab',
    });
  });

  test('refuses a token, since other names are made of the name', () => {
    expect(pubsubNameRefusal('name', Token.asString({ x: 1 }))?.rule).toBe('must be known at synthesis');
  });
});
