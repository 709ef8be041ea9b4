import { Token } from 'cdktf';
import { isIpv6Range, rangeRefusal } from '../../../../lib/cloud/aws/edge/ip-ranges';

describe('ranges', () => {
  test.each(['203.0.113.0/24', '203.0.113.7/32', '2001:db8::/32', '2001:db8::1/128'])('can be %s', (range) => {
    expect(rangeRefusal('cidrs', range)).toBeUndefined();
  });

  test.each(['203.0.113.7', '203.0.113.1/24', '2001:db8::1', '2001:db8::/129', '2001:db8::/32/1', 'all'])(
    'cannot be %s',
    (range) => {
      expect(rangeRefusal('cidrs', range)).toEqual({
        property: 'cidrs',
        rule: 'must hold ranges such as 203.0.113.0/24, 203.0.113.7/32 or 2001:db8::/32',
        got: range,
      });
    },
  );

  test.each(['0.0.0.0/0', '::/0'])('cannot be everybody: %s', (range) => {
    expect(rangeRefusal('cidrs', range)).toMatchObject({ rule: 'must not be everybody' });
  });

  test('are known at synthesis', () => {
    expect(rangeRefusal('cidrs', Token.asString({ resolve: () => '' }))).toMatchObject({ got: 'a token' });
  });

  test('are of one family', () => {
    expect(['203.0.113.0/24', '2001:db8::/32'].map(isIpv6Range)).toEqual([false, true]);
  });
});
