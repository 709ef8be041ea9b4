import { Route } from '@cdktf/provider-aws/lib/route';
import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import type { AwsConstructProps } from '../aws-construct';

const EVERYWHERE = '0.0.0.0/0';
const EVERYWHERE_IPV6 = '::/0';

/** Properties for `RoutedSubnet`. */
export interface RoutedSubnetProps extends AwsConstructProps {
  readonly vpcId: string;
  /** Shown in the console; nothing depends on it. */
  readonly subnetName: string;
  readonly zone: string;
  /** IPv4 range. */
  readonly cidr: string;
  /**
   * IPv6 range, a /64; what is started in the subnet then has an IPv6 address as well.
   *
   * @default - IPv4 only
   */
  readonly ipv6Cidr?: string;
  /**
   * Tags by which controllers find the subnet.
   *
   * @default {}
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * A subnet with a route table of its own, so that a route can change in one zone and leave the others alone.
 * It gives nothing a public IPv4 address, and leads nowhere until it is told where.
 */
export class RoutedSubnet extends Construct {
  public readonly subnetId: string;
  public readonly routeTableId: string;
  private readonly provider: TerraformProvider | undefined;

  constructor(scope: Construct, id: string, props: RoutedSubnetProps) {
    super(scope, id);
    const { provider, vpcId, subnetName, ipv6Cidr } = props;
    const tags = { Name: subnetName };

    const subnet = new Subnet(this, 'Resource', {
      provider,
      vpcId,
      availabilityZone: props.zone,
      cidrBlock: props.cidr,
      mapPublicIpOnLaunch: false,
      ...(ipv6Cidr === undefined ? {} : { ipv6CidrBlock: ipv6Cidr, assignIpv6AddressOnCreation: true }),
      tags: { ...tags, ...props.tags },
    });
    const table = new RouteTable(this, 'RouteTable', { provider, vpcId, tags });
    new RouteTableAssociation(this, 'RouteTableAssociation', {
      provider,
      subnetId: subnet.id,
      routeTableId: table.id,
    });

    this.subnetId = subnet.id;
    this.routeTableId = table.id;
    this.provider = provider;
  }

  /** Leads everything that is not local to a gateway. A subnet has one such route. */
  public routeOut(gateway: { readonly gatewayId: string } | { readonly natGatewayId: string }): ITerraformDependable {
    return new Route(this, 'DefaultRoute', {
      provider: this.provider,
      routeTableId: this.routeTableId,
      destinationCidrBlock: EVERYWHERE,
      ...gateway,
    });
  }

  /** Leads every IPv6 address that is not local to a gateway. A subnet has one such route. */
  public routeIpv6Out(
    gateway: { readonly gatewayId: string } | { readonly egressOnlyGatewayId: string },
  ): ITerraformDependable {
    return new Route(this, 'DefaultIpv6Route', {
      provider: this.provider,
      routeTableId: this.routeTableId,
      destinationIpv6CidrBlock: EVERYWHERE_IPV6,
      ...gateway,
    });
  }
}
