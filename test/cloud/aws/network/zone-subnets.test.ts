import { planSubnets } from '../../../../lib/cloud/aws/network/subnet-plan';
import { addZoneSubnets, type ZoneSubnetsPlace } from '../../../../lib/cloud/aws/network/zone-subnets';
import { Cidr } from '../../../../lib/core/cidr';
import { type Output, synth } from '../harness';

const place: ZoneSubnetsPlace = {
  vpcId: 'vpc-1',
  vpcName: 'funlynk',
  clusterName: undefined,
  publicSubnets: true,
  ipv6Cidr: undefined,
  pods: undefined,
};
const pods = { vpcId: 'vpc-with-range', cidr: Cidr.parse('100.64.0.0/16') };

/** The subnets of the second of two zones. */
function subnets(more: Partial<ZoneSubnetsPlace> = {}): Output {
  return synth((stack) => {
    for (const plan of planSubnets('10.20.0.0/16', ['us-east-1a', 'us-east-1b']).slice(1)) {
      addZoneSubnets(stack, { ...place, ...more }, plan, 1);
    }
  });
}

const output = subnets();

describe('addZoneSubnets', () => {
  test('tags subnets for the load balancers that belong there', () => {
    const tags = ['public', 'private', 'intra'].map((tier) => output.one('aws_subnet', tier).tags);
    expect(tags).toEqual([
      { Name: 'funlynk-public-us-east-1b', 'kubernetes.io/role/elb': '1' },
      { Name: 'funlynk-private-us-east-1b', 'kubernetes.io/role/internal-elb': '1' },
      { Name: 'funlynk-intra-us-east-1b' },
    ]);
  });

  test('lets Karpenter find the private subnet of the cluster named, and no other', () => {
    const found = Object.entries(subnets({ clusterName: 'funlynk-production' }).all('aws_subnet')).filter(
      ([, { tags }]) => JSON.stringify(tags).includes('"karpenter.sh/discovery":"funlynk-production"'),
    );
    expect(found.map(([id]) => id.split('_')[0])).toEqual(['private-us-east-1b']);
  });

  test('leaves the public subnet out where there is to be none', () => {
    const ids = Object.keys(subnets({ publicSubnets: false }).all('aws_subnet'));
    expect(ids.map((id) => id.split('-')[0])).toEqual(['intra', 'private']);
  });

  test('gives each subnet a /64 of its own where the network has IPv6 addresses', () => {
    const dual = subnets({ ipv6Cidr: '2600:1f18:0:100::/56' });
    const ranges = ['public', 'private', 'intra'].map((tier) => dual.one('aws_subnet', tier).ipv6_cidr_block);
    expect(ranges).toEqual([17, 1, 33].map((index) => `\${cidrsubnet("2600:1f18:0:100::/56", 8, ${index})}`));
  });

  test('gives pods a subnet once the network has a range for them, and none of the addresses of nodes', () => {
    const own = subnets({ pods });
    expect(own.one('aws_subnet', 'pods')).toMatchInlineSnapshot(`
      {
        "availability_zone": "us-east-1b",
        "cidr_block": "100.64.32.0/19",
        "map_public_ip_on_launch": false,
        "tags": {
          "Name": "funlynk-pods-us-east-1b",
          "kubernetes.io/role/cni": "1",
        },
        "vpc_id": "vpc-with-range",
      }
    `);
    expect(own.one('aws_subnet', 'private').tags).toMatchObject({ 'kubernetes.io/role/cni': '0' });
    expect(output.one('aws_subnet', 'private').tags).not.toHaveProperty(['kubernetes.io/role/cni']);
  });
});
