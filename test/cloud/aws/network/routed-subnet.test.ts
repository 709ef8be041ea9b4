import { RoutedSubnet } from '../../../../lib/cloud/aws/network/routed-subnet';
import { synth } from '../harness';

const props = { vpcId: 'vpc-1', subnetName: 'funlynk-private-us-east-1a', zone: 'us-east-1a', cidr: '10.20.0.0/19' };

describe('RoutedSubnet', () => {
  test('gives what is started in it no public address', () => {
    const output = synth(
      (stack) => new RoutedSubnet(stack, 'subnet', { ...props, tags: { 'kubernetes.io/role/elb': '1' } }),
    );
    expect(output.one('aws_subnet')).toMatchInlineSnapshot(`
      {
        "availability_zone": "us-east-1a",
        "cidr_block": "10.20.0.0/19",
        "map_public_ip_on_launch": false,
        "tags": {
          "Name": "funlynk-private-us-east-1a",
          "kubernetes.io/role/elb": "1",
        },
        "vpc_id": "vpc-1",
      }
    `);
  });

  test('has a route table of its own that leads nowhere', () => {
    const output = synth((stack) => new RoutedSubnet(stack, 'subnet', props));
    expect([Object.keys(output.all('aws_route_table')).length, output.all('aws_route')]).toEqual([1, {}]);
  });

  test.each([
    [{ gatewayId: 'igw-1' }, { gateway_id: 'igw-1' }],
    [{ natGatewayId: 'nat-1' }, { nat_gateway_id: 'nat-1' }],
  ])('leads everything out through %j', (gateway, expected) => {
    const output = synth((stack) => new RoutedSubnet(stack, 'subnet', props).routeOut(gateway));
    expect(output.one('aws_route')).toMatchObject({ destination_cidr_block: '0.0.0.0/0', ...expected });
  });

  test('hands out IPv6 addresses where it has a range of them', () => {
    const output = synth((stack) => new RoutedSubnet(stack, 'subnet', { ...props, ipv6Cidr: '2600:1f18::/64' }));
    expect(output.one('aws_subnet')).toMatchObject({
      ipv6_cidr_block: '2600:1f18::/64',
      assign_ipv6_address_on_creation: true,
    });
  });

  test.each([
    [{ gatewayId: 'igw-1' }, { gateway_id: 'igw-1' }],
    [{ egressOnlyGatewayId: 'eigw-1' }, { egress_only_gateway_id: 'eigw-1' }],
  ])('leads every IPv6 address out through %j', (gateway, expected) => {
    const output = synth((stack) => new RoutedSubnet(stack, 'subnet', props).routeIpv6Out(gateway));
    expect(output.one('aws_route')).toMatchObject({ destination_ipv6_cidr_block: '::/0', ...expected });
  });

  test('cannot have two ways out', () => {
    expect(() =>
      synth((stack) => {
        const subnet = new RoutedSubnet(stack, 'subnet', props);
        subnet.routeOut({ gatewayId: 'igw-1' });
        subnet.routeOut({ natGatewayId: 'nat-1' });
      }),
    ).toThrow('DefaultRoute');
  });
});
