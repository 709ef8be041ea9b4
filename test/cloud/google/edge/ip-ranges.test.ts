import { Token } from 'cdktf';
import { rangeRefusal } from '../../../../lib/cloud/google/edge/ip-ranges';

describe('ranges of addresses', () => {
  test('are IPv4 or IPv6, or single addresses', () => {
    for (const range of ['203.0.113.0/24', '203.0.113.7', '2001:db8::/32', '2001:db8::1']) {
      expect(rangeRefusal('deniedRanges', range)).toBeUndefined();
    }
  });

  test('have no bits set beyond their prefix, nor a prefix that is too long', () => {
    for (const range of [
      '203.0.113.1/24',
      '203.0.113.0/33',
      '2001:db8::/129',
      '2001:db8::/a',
      '*',
      'a',
      '1.2.3.4/8/8',
    ]) {
      expect(rangeRefusal('deniedRanges', range)).toMatchObject({ property: 'deniedRanges', got: range });
    }
  });

  test('are never everybody', () => {
    for (const range of ['0.0.0.0/0', '::/0']) {
      expect(rangeRefusal('allowedRanges', range)).toMatchObject({ rule: 'must not be everybody' });
    }
  });

  test('are known at synthesis', () => {
    expect(rangeRefusal('a', Token.asString({ resolve: () => '10.0.0.0/8' }))).toMatchObject({ got: 'a token' });
  });
});
