import { readRange, reservedRefusal, writtenRangeRefusals } from '../../../../lib/cloud/google/network/network-range';
import { Cidr } from '../../../../lib/core/cidr';

const written = (name: string, cidr: string) => ({ property: `ranges.${name}`, name, cidr, longestPrefix: 28 });

describe('a range of a network', () => {
  test('is read, or is none', () => {
    expect(String(readRange('10.0.0.0/16'))).toBe('10.0.0.0/16');
    expect(readRange('10.0.0.1/16')).toBeUndefined();
  });

  test.each(['127.0.0.0/16', '169.254.0.0/20', '199.36.153.0/24', '224.0.0.0/16'])('is not %s', (text) => {
    expect(reservedRefusal('cidr', Cidr.parse(text))).toMatchObject({
      rule: expect.stringMatching(/^must not overlap \S+, which no subnet may have$/) as unknown,
      got: text,
    });
  });

  test.each(['10.0.0.0/12', '100.64.0.0/16', '240.0.0.0/16'])('may be %s', (text) => {
    expect(reservedRefusal('cidr', Cidr.parse(text))).toBeUndefined();
  });

  test('does not overlap one that is known, or one written before', () => {
    const known = [{ name: 'nodes', range: Cidr.parse('10.0.0.0/20') }];
    const ranges = [written('a', '10.0.0.0/24'), written('b', '10.1.0.0/24'), written('c', '10.1.0.0/25')];
    expect(writtenRangeRefusals(known, ranges)).toEqual([
      expect.objectContaining({ property: 'ranges.a', rule: 'must not overlap the range of nodes (10.0.0.0/20)' }),
      undefined,
      expect.objectContaining({ property: 'ranges.c', rule: 'must not overlap the range of b (10.1.0.0/24)' }),
    ]);
  });

  test('is large enough to be of use', () => {
    expect(writtenRangeRefusals([], [written('a', '10.0.0.0/29'), written('b', '10.1.0.0/28')])).toEqual([
      expect.objectContaining({ property: 'ranges.a', got: '10.0.0.0/29' }),
      undefined,
    ]);
  });
});
