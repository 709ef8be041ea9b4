import {
  planIpv6Subnet,
  planPodSubnet,
  planRefusals,
  planSubnets,
} from '../../../../lib/cloud/aws/network/subnet-plan';
import { Cidr } from '../../../../lib/core/cidr';

const ZONES = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `us-east-1${letter}`);

/** Rules that were broken, with what broke them. */
function refused(cidr: string, zones: readonly string[]): readonly string[] {
  return planRefusals(cidr, 'us-east-1', zones).map(({ property, rule, got }) => `${property} ${rule}: ${String(got)}`);
}

describe('planSubnets', () => {
  test('gives the first zones of a /16 a private /19, a public /22 and an intra /26 each', () => {
    expect(planSubnets(Cidr.parse('10.20.0.0/16'), ZONES.slice(0, 2))).toEqual([
      { zone: 'us-east-1a', private: '10.20.0.0/19', public: '10.20.192.0/22', intra: '10.20.224.0/26' },
      { zone: 'us-east-1b', private: '10.20.32.0/19', public: '10.20.196.0/22', intra: '10.20.224.64/26' },
    ]);
  });

  test('reads a range that is written as text', () => {
    const zones = ZONES.slice(0, 2);
    expect(planSubnets('10.20.0.0/20', zones)).toEqual(planSubnets(Cidr.parse('10.20.0.0/20'), zones));
  });

  test('moves no subnet when a zone is appended', () => {
    const cidr = Cidr.parse('10.20.0.0/16');
    expect(planSubnets(cidr, ZONES).slice(0, 2)).toEqual(planSubnets(cidr, ZONES.slice(0, 2)));
  });

  test.each(['10.20.0.0/16', '10.20.0.0/18', '10.20.0.0/20'])('cuts %s into subnets that never overlap', (text) => {
    const range = Cidr.parse(text);
    const subnets = planSubnets(range, ZONES).flatMap((zone) =>
      [zone.public, zone.private, zone.intra].map((subnet) => Cidr.parse(subnet)),
    );
    const overlaps = subnets.filter((one, index) => subnets.slice(index + 1).some((other) => one.overlaps(other)));
    expect([overlaps, subnets.every((subnet) => range.contains(subnet) && subnet.prefix <= 28)]).toEqual([[], true]);
  });
});

describe('planPodSubnet', () => {
  test('gives each of six zones an eighth of the range', () => {
    const pods = Cidr.parse('100.64.0.0/16');
    expect([planPodSubnet(pods, 0), planPodSubnet(pods, 5)]).toEqual(['100.64.0.0/19', '100.64.160.0/19']);
  });
});

describe('planIpv6Subnet', () => {
  test('gives no two subnets the same /64, and keeps within the /56', () => {
    const numbers = ZONES.flatMap((_, index) => [
      planIpv6Subnet('private', index),
      planIpv6Subnet('public', index),
      planIpv6Subnet('intra', index),
    ]);
    expect([new Set(numbers).size, Math.max(...numbers) < 256]).toEqual([18, true]);
  });

  test('lets the last digit of a range name the zone', () => {
    expect(planIpv6Subnet('public', 2).toString(16)).toBe('12');
  });
});

describe('planRefusals', () => {
  test.each(['10.20.0.0/16', '10.20.0.0/20'])('accepts %s', (cidr) => {
    expect(refused(cidr, ZONES)).toEqual([]);
  });

  test.each(['10.0.0.0/15', '10.20.0.0/21', '10.20.0.1/16', 'ten'])('refuses %s and says what works', (cidr) => {
    expect(refused(cidr, ZONES)).toEqual([
      `cidr must be an IPv4 range from /16 to /20 that starts on its own boundary: ${cidr}`,
    ]);
  });

  test('refuses fewer than two zones, and more than six', () => {
    expect([refused('10.20.0.0/16', ZONES.slice(0, 1)), refused('10.20.0.0/16', [...ZONES, 'us-east-1g'])]).toEqual([
      ['zones must be from 2 to 6 zones: us-east-1a'],
      [`zones must be from 2 to 6 zones: ${ZONES.join(',')},us-east-1g`],
    ]);
  });

  test('refuses zones of another region, and a zone named twice', () => {
    expect(refused('10.20.0.0/16', ['us-east-1a', 'eu-west-1a', 'us-east-1a'])).toEqual([
      'zones must be zones of us-east-1: eu-west-1a',
      'zones must name each zone once: us-east-1a',
    ]);
  });
});
