import type { TerraformStack } from 'cdktf';
import { addEgress, egressRefusals, type NetworkEgressOptions } from '../../../../lib/cloud/aws/network/network-egress';
import { RoutedSubnet } from '../../../../lib/cloud/aws/network/routed-subnet';
import type { ZoneSubnets } from '../../../../lib/cloud/aws/network/zone-subnets';
import { type Block, type Output, synth } from '../harness';

interface Wanted extends NetworkEgressOptions {
  readonly dualStack?: boolean;
  readonly without?: readonly ('public' | 'pods')[];
}

function zone(stack: TerraformStack, name: string, without: readonly string[]): ZoneSubnets {
  const subnet = (tier: string): RoutedSubnet =>
    new RoutedSubnet(stack, `${tier}-${name}`, { vpcId: 'vpc-1', subnetName: tier, zone: name, cidr: '10.0.0.0/24' });
  const optional = (tier: string): RoutedSubnet | undefined => (without.includes(tier) ? undefined : subnet(tier));
  return {
    name,
    ...{ public: optional('public'), private: subnet('private'), intra: subnet('intra'), pods: optional('pods') },
  };
}

function egress({ dualStack = false, without = ['pods'], ...options }: Wanted = {}): Output & { readonly ips: number } {
  let ips = 0;
  const output = synth((stack) => {
    const zones = ['us-east-1a', 'us-east-1b'].map((name) => zone(stack, name, without));
    const place = { vpcId: 'vpc-1', vpcName: 'funlynk', dualStack };
    ips = addEgress(stack, place, zones, options).natPublicIps.length;
  });
  return { ...output, ips };
}

/** Where each subnet's route leads, by what the two ids begin with. */
function routes(of: Output): readonly string[] {
  const target = (route: Block): string =>
    String(route.gateway_id ?? route.nat_gateway_id ?? route.egress_only_gateway_id).replace(
      /^\$\{aws_|[_A-F0-9]*\.id\}$/g,
      '',
    );
  return Object.entries(of.all('aws_route'))
    .map(([id, route]) => `${id.split('_Default')[0] ?? ''} ${target(route)}`)
    .sort();
}

describe('addEgress', () => {
  test('leads every zone out through its own gateway, and no intra subnet', () => {
    const output = egress();
    expect(routes(output)).toEqual([
      'private-us-east-1a nat_gateway.nat-us-east-1a',
      'private-us-east-1b nat_gateway.nat-us-east-1b',
      'public-us-east-1a internet_gateway.InternetGateway',
      'public-us-east-1b internet_gateway.InternetGateway',
    ]);
    expect(output.ips).toBe(2);
  });

  test('leads all zones out through one gateway where one is asked for', () => {
    const output = egress({ natGateways: 'single' });
    expect(routes(output).slice(0, 2)).toEqual([
      'private-us-east-1a nat_gateway.nat-us-east-1a',
      'private-us-east-1b nat_gateway.nat-us-east-1a',
    ]);
    expect(output.ips).toBe(1);
  });

  test('leads pods out as it does nodes', () => {
    expect(routes(egress({ without: [] })).slice(0, 2)).toEqual([
      'pods-us-east-1a nat_gateway.nat-us-east-1a',
      'pods-us-east-1b nat_gateway.nat-us-east-1b',
    ]);
  });

  test('leads IPv6 out of private subnets by a gateway that lets nothing in', () => {
    expect(routes(egress({ dualStack: true, natGateways: 'single' }))).toEqual(
      ['a', 'b']
        .flatMap((letter) => [
          `private-us-east-1${letter} egress_only_internet_gateway.EgressOnlyInternetGateway`,
          `private-us-east-1${letter} nat_gateway.nat-us-east-1a`,
        ])
        .concat(
          ['a', 'b'].flatMap((letter) => [
            `public-us-east-1${letter} internet_gateway.InternetGateway`,
            `public-us-east-1${letter} internet_gateway.InternetGateway`,
          ]),
        ),
    );
  });

  test('leads nodes nowhere without NAT gateways, over IPv6 neither', () => {
    const output = egress({ natGateways: 'none', dualStack: true });
    expect(routes(output).filter((route) => !route.startsWith('public'))).toEqual([]);
    expect(output.all('aws_egress_only_internet_gateway')).toEqual({});
  });

  test('has no internet gateway without public subnets', () => {
    const output = egress({ natGateways: 'none', without: ['public', 'pods'] });
    expect([output.all('aws_route'), output.all('aws_internet_gateway')]).toEqual([{}, {}]);
  });

  test.each([undefined, false])('hands deletionProtection: %s on to the addresses', (deletionProtection) => {
    const output = egress({ natGateways: 'single', deletionProtection });
    expect(output.one('aws_eip').lifecycle).toEqual({ prevent_destroy: deletionProtection ?? true });
  });
});

describe('egressRefusals', () => {
  test.each<NetworkEgressOptions>([{}, { natGateways: 'none', publicSubnets: false }, { natGateways: 'none' }])(
    'accepts %j',
    (options) => {
      expect(egressRefusals(options)).toEqual([]);
    },
  );

  test.each([undefined, 'single'] as const)('refuses NAT gateways without public subnets: %s', (natGateways) => {
    expect(egressRefusals({ natGateways, publicSubnets: false })).toEqual([
      {
        property: 'natGateways',
        rule: "must be 'none' without public subnets",
        got: natGateways ?? 'per-zone',
        remedy: "say natGateways: 'none', or leave publicSubnets out",
      },
    ]);
  });
});
