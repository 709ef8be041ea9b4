import { EgressOnlyInternetGateway } from '@cdktf/provider-aws/lib/egress-only-internet-gateway';
import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';
import type { RoutedSubnet } from './routed-subnet';
import { ZoneNatGateway } from './zone-nat-gateway';
import type { ZoneSubnets } from './zone-subnets';

const DEFAULT_NAT_GATEWAYS = 'per-zone';

/** How what runs in a network gets to the internet, and the internet to it. */
export interface NetworkEgressOptions {
  /**
   * One NAT gateway in each zone; one in the first, whose failure cuts every zone off; or none. Without one nodes
   * do not reach the internet, over IPv6 neither, and reach AWS through `endpoints` alone.
   *
   * @default 'per-zone'
   */
  readonly natGateways?: 'per-zone' | 'single' | 'none';
  /**
   * Whether there are public subnets and an internet gateway; NAT gateways need both. Load balancers that face the
   * internet live there.
   *
   * @default true
   */
  readonly publicSubnets?: boolean;
  /**
   * Whether Terraform refuses to give back the NAT gateways' public addresses. Others may have them in their
   * firewalls, and AWS never hands the same one out again on request.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** The network that gets its ways out. */
export interface EgressPlace extends AwsConstructProps {
  readonly vpcId: string;
  readonly vpcName: string;
  /** Whether the subnets have IPv6 addresses, which need routes of their own. */
  readonly dualStack: boolean;
}

/** The ways out of a network. */
export interface NetworkEgress {
  readonly routes: readonly ITerraformDependable[];
  /** Public addresses of the NAT gateways. */
  readonly natPublicIps: readonly string[];
}

/** Whether nodes reach the internet. */
export function hasNatGateways({ natGateways = DEFAULT_NAT_GATEWAYS }: NetworkEgressOptions): boolean {
  return natGateways !== 'none';
}

/** Refuses NAT gateways without a public subnet to put them in. */
export function egressRefusals(props: NetworkEgressOptions): readonly (Refusal | undefined)[] {
  const { natGateways = DEFAULT_NAT_GATEWAYS, publicSubnets = true } = props;
  if (publicSubnets || !hasNatGateways(props)) return [];
  const remedy = "say natGateways: 'none', or leave publicSubnets out";
  return [{ property: 'natGateways', rule: "must be 'none' without public subnets", got: natGateways, remedy }];
}

/** Adds gateways, and leads the zones' subnets to them. */
export function addEgress(
  scope: Construct,
  place: EgressPlace,
  zones: readonly ZoneSubnets[],
  options: NetworkEgressOptions,
): NetworkEgress {
  const { provider, vpcId, vpcName, dualStack } = place;
  const outward = zones.flatMap(({ name, public: subnet }) => (subnet === undefined ? [] : [{ name, subnet }]));
  if (outward.length === 0) return { routes: [], natPublicIps: [] };
  const tags = { Name: vpcName };

  const internetGateway = new InternetGateway(scope, 'InternetGateway', { provider, vpcId, tags });
  const publicRoutes = outward.flatMap(({ subnet }) => routeBoth(subnet, internetGateway.id, dualStack));
  if (!hasNatGateways(options)) return { routes: publicRoutes, natPublicIps: [] };

  const gateways = (options.natGateways === 'single' ? outward.slice(0, 1) : outward).map(
    ({ name, subnet }) =>
      new ZoneNatGateway(scope, `nat-${name}`, {
        ...{ provider, internetGateway, deletionProtection: options.deletionProtection },
        gatewayName: `${vpcName}-${name}`,
        subnetId: subnet.subnetId,
      }),
  );
  const egressOnlyGatewayId = dualStack
    ? new EgressOnlyInternetGateway(scope, 'EgressOnlyInternetGateway', { provider, vpcId, tags }).id
    : undefined;
  const privateRoutes = zones.flatMap((zone, index) => {
    const natGatewayId = (gateways[index] ?? gateways[0])?.natGatewayId;
    return [zone.private, ...(zone.pods === undefined ? [] : [zone.pods])].flatMap((subnet) => [
      ...(natGatewayId === undefined ? [] : [subnet.routeOut({ natGatewayId })]),
      ...(egressOnlyGatewayId === undefined ? [] : [subnet.routeIpv6Out({ egressOnlyGatewayId })]),
    ]);
  });
  return {
    routes: [...publicRoutes, ...privateRoutes],
    natPublicIps: gateways.map((gateway) => gateway.publicIp),
  };
}

function routeBoth(subnet: RoutedSubnet, gatewayId: string, dualStack: boolean): readonly ITerraformDependable[] {
  return [subnet.routeOut({ gatewayId }), ...(dualStack ? [subnet.routeIpv6Out({ gatewayId })] : [])];
}
