import { Eip } from '@cdktf/provider-aws/lib/eip';
import { NatGateway } from '@cdktf/provider-aws/lib/nat-gateway';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { AwsConstructProps } from '../aws-construct';

/** Properties for `ZoneNatGateway`. */
export interface ZoneNatGatewayProps extends AwsConstructProps {
  /** Shown in the console; nothing depends on it. */
  readonly gatewayName: string;
  /** Public subnet of the zone. */
  readonly subnetId: string;
  /** Without it the gateway has no way out. */
  readonly internetGateway: ITerraformDependable;
  /**
   * Whether Terraform refuses to give the address back. Others may have it in their firewalls, and AWS never hands
   * the same one out again on request.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** A zone's way to the internet, with a public address that stays. */
export class ZoneNatGateway extends Construct {
  public readonly natGatewayId: string;
  /** Address that the internet sees, known once it is made. */
  public readonly publicIp: string;

  constructor(scope: Construct, id: string, props: ZoneNatGatewayProps) {
    super(scope, id);
    const { provider, subnetId, internetGateway, deletionProtection = true } = props;
    const tags = { Name: props.gatewayName };
    const dependsOn = [internetGateway];

    const address = new Eip(this, 'Address', {
      ...{ provider, domain: 'vpc', tags, dependsOn },
      lifecycle: { preventDestroy: deletionProtection },
    });
    const gateway = new NatGateway(this, 'Resource', { provider, allocationId: address.id, subnetId, tags, dependsOn });

    this.natGatewayId = gateway.id;
    this.publicIp = address.publicIp;
  }
}
