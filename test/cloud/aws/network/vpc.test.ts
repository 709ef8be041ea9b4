import { Vpc, type VpcProps } from '../../../../lib/cloud/aws/network/vpc';
import { build, type Output, PLACE, synth } from '../harness';

const props: VpcProps = {
  ...PLACE,
  vpcName: 'funlynk',
  cidr: '10.20.0.0/16',
  zones: ['us-east-1a', 'us-east-1b'],
};

function network(more: Partial<VpcProps> = {}): Output {
  return synth((stack) => new Vpc(stack, 'network', { ...props, ...more }));
}

const output = network();

/** NAT gateway that each private subnet's route leads to. */
function gateways(of: Output): readonly unknown[] {
  return Object.values(of.all('aws_route')).flatMap((route) => route.nat_gateway_id ?? []);
}

describe('Vpc', () => {
  test('resolves names inside the network', () => {
    expect(output.one('aws_vpc')).toMatchInlineSnapshot(`
      {
        "cidr_block": "10.20.0.0/16",
        "enable_dns_hostnames": true,
        "enable_dns_support": true,
        "tags": {
          "Name": "funlynk",
        },
      }
    `);
  });

  test('has a public, a private and an intra subnet in each zone', () => {
    const subnets = Object.values(output.all('aws_subnet'));
    expect(subnets.map(({ availability_zone, cidr_block }) => [availability_zone, cidr_block])).toEqual([
      ['us-east-1a', '10.20.224.0/26'],
      ['us-east-1b', '10.20.224.64/26'],
      ['us-east-1a', '10.20.0.0/19'],
      ['us-east-1b', '10.20.32.0/19'],
      ['us-east-1a', '10.20.192.0/22'],
      ['us-east-1b', '10.20.196.0/22'],
    ]);
  });

  test('keeps every logical id when a zone is appended', () => {
    const wider = network({ zones: [...props.zones, 'us-east-1c'] });
    expect(wider.all('aws_subnet')).toMatchObject(output.all('aws_subnet'));
  });

  test('tags subnets for the load balancers that belong there', () => {
    const tags = ['public', 'private', 'intra'].map(
      (tier) => output.one('aws_subnet', `network_${tier}-us-east-1a`).tags,
    );
    expect(tags).toEqual([
      { Name: 'funlynk-public-us-east-1a', 'kubernetes.io/role/elb': '1' },
      { Name: 'funlynk-private-us-east-1a', 'kubernetes.io/role/internal-elb': '1' },
      { Name: 'funlynk-intra-us-east-1a' },
    ]);
  });

  test('lets Karpenter find the private subnets of the cluster named, and only those', () => {
    const subnets = Object.entries(network({ clusterName: 'funlynk-production' }).all('aws_subnet'));
    const found = subnets.filter(([, { tags }]) => JSON.stringify(tags).includes('"karpenter.sh/discovery"'));
    expect(found.map(([id]) => id.split('_')[1])).toEqual(['private-us-east-1a', 'private-us-east-1b']);
  });

  test('leads each private subnet out through its own zone', () => {
    expect(new Set(gateways(output)).size).toBe(2);
  });

  test('leads all private subnets out through one gateway where one is asked for', () => {
    const single = network({ natGateways: 'single' });
    expect([gateways(single).length, Object.keys(single.all('aws_nat_gateway')).length]).toEqual([2, 1]);
  });

  test('leads no intra subnet out', () => {
    expect(Object.keys(output.all('aws_route')).filter((id) => id.includes('intra'))).toEqual([]);
  });

  test('closes the default security group', () => {
    expect(output.one('aws_default_security_group')).toMatchObject({ ingress: [], egress: [] });
  });

  test('reaches S3 without leaving the network', () => {
    expect(output.one('aws_vpc_endpoint')).toMatchObject({
      service_name: 'com.amazonaws.us-east-1.s3',
      vpc_endpoint_type: 'Gateway',
    });
  });

  test('records its connections as long as told', () => {
    expect(network({ flowLogRetentionDays: 30 }).one('aws_cloudwatch_log_group').retention_in_days).toBe(30);
  });

  test('makes nodes wait for every route', () => {
    let egress = 0;
    synth((stack) => {
      egress = new Vpc(stack, 'network', props).egress.length;
    });
    expect(egress).toBe(4);
  });

  test('cannot fit a range that is too small, nor zones of another region, and says both at once', () => {
    const zones = ['us-east-1a', 'eu-west-1a'];
    expect(build((stack) => new Vpc(stack, 'network', { ...props, cidr: '10.20.0.0/24', zones }))).toThrow(
      "stack/network: 'cidr' must be an IPv4 range from /16 to /20 that starts on its own boundary, got '10.20.0.0/24'; a range such as 10.20.0.0/16 works\n" +
        "stack/network: 'zones' must be zones of us-east-1, got 'eu-west-1a'; a zone such as us-east-1a",
    );
  });
});
