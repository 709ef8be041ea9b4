import { podRangeRefusals } from '../../../../lib/cloud/aws/network/pod-range';

function refused(cidr: string, podCidr: string | undefined): readonly string[] {
  return podRangeRefusals(cidr, podCidr).flatMap((refusal) =>
    refusal === undefined ? [] : [`${refusal.property} ${refusal.rule}, got ${String(refusal.got)}`],
  );
}

describe('podRangeRefusals', () => {
  test.each([
    ['10.20.0.0/16', undefined],
    ['10.20.0.0/16', '100.64.0.0/16'],
    ['10.20.0.0/16', '10.21.0.0/18'],
    ['172.20.0.0/16', '172.21.0.0/20'],
    ['100.64.0.0/16', '100.65.0.0/16'],
  ])('accepts beside %s the range %s', (cidr, podCidr) => {
    expect(refused(cidr, podCidr)).toEqual([]);
  });

  test.each(['100.64.0.0/10', '100.64.0.0/21', '100.64.1.0/16', 'many'])(
    'refuses %s, which the plan cannot cut',
    (podCidr) => {
      expect(refused('10.20.0.0/16', podCidr)).toEqual([
        `podCidr must be an IPv4 range from /16 to /20 that starts on its own boundary, got ${podCidr}`,
      ]);
    },
  );

  test.each([
    ['10.20.0.0/16', '172.16.0.0/16', '100.64.0.0/10 or 10.0.0.0/8'],
    ['192.168.0.0/16', '10.0.0.0/16', '100.64.0.0/10 or 192.168.0.0/16'],
    ['100.64.0.0/16', '10.0.0.0/16', '100.64.0.0/10'],
    ['10.20.0.0/16', '8.8.0.0/16', '100.64.0.0/10 or 10.0.0.0/8'],
  ])('refuses beside %s the range %s, which AWS does not add to it', (cidr, podCidr, allowed) => {
    expect(refused(cidr, podCidr)).toEqual([
      `podCidr must lie in ${allowed} beside a network of ${cidr}, got ${podCidr}`,
    ]);
  });

  test('refuses the addresses of the network itself', () => {
    expect(refused('10.20.0.0/18', '10.20.0.0/16')).toEqual([
      "podCidr must not overlap the network's own 10.20.0.0/18, got 10.20.0.0/16",
    ]);
  });

  test('leaves a network that cannot be read to its own refusal', () => {
    expect(refused('ten', '100.64.0.0/16')).toEqual([]);
  });
});
