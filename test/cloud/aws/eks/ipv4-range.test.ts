import { ipv4Range } from '../../../../lib/cloud/aws/eks/ipv4-range';

describe('ipv4Range', () => {
  test('reads a range', () => {
    expect(ipv4Range('10.0.0.0/8')?.prefix).toBe(8);
  });

  test.each(['10.0.0.1/8', '10.0.0.0', '::/0', 'x'])('knows %s for no range', (text) => {
    expect(ipv4Range(text)).toBeUndefined();
  });
});
