import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { endpointPolicy } from './endpoint-policy';
import { endpointAccountRefusals, serviceRefusals, type VpcEndpointService } from './vpc-endpoint-options';

const HTTPS_PORT = 443;

/** Properties for `InterfaceEndpoints`. */
export interface InterfaceEndpointsProps extends AwsConstructProps, AwsPlace {
  readonly vpcId: string;
  /** Name of the network, and start of the names of the endpoints. */
  readonly vpcName: string;
  /** Subnets of the endpoints' network interfaces, one in each zone. */
  readonly subnetIds: readonly string[];
  /** IPv4 ranges that may call: those of the network. */
  readonly cidrs: readonly string[];
  /** Services, by their names without `com.amazonaws.<region>.`: `ecr.api`. */
  readonly services: readonly VpcEndpointService[];
  /**
   * Numbers of other accounts whose identities may use the endpoints.
   *
   * @default [] - identities of the network's own account alone
   */
  readonly endpointAccounts?: readonly string[];
}

/**
 * Services of AWS with addresses inside a network, under their usual names: nothing that calls them has to know.
 * Only the network's own ranges get to them, only by HTTPS, and only with identities of the accounts allowed. A
 * `Vpc` has its own; this is for a network made elsewhere.
 *
 * Throws a `ConstructError` where a name is no service, or comes twice.
 */
export class InterfaceEndpoints extends Construct {
  /** The endpoints; what calls the services from a network without another way waits for them. */
  public readonly endpoints: readonly ITerraformDependable[];
  public readonly securityGroupId: string;

  constructor(scope: Construct, id: string, props: InterfaceEndpointsProps) {
    super(scope, id);
    const { provider, vpcId, vpcName, account, region, subnetIds, services, endpointAccounts = [] } = props;
    refuse(this.node.path, [
      ...serviceRefusals('services', services),
      ...endpointAccountRefusals(endpointAccounts),
      subnetIds.length === 0 ? { property: 'subnetIds', rule: 'must name one at least', got: subnetIds } : undefined,
      props.cidrs.length === 0 ? { property: 'cidrs', rule: 'must name one at least', got: props.cidrs } : undefined,
    ]);

    this.securityGroupId = this.addSecurityGroup(props);
    this.endpoints = services.map(
      (service) =>
        new VpcEndpoint(this, service, {
          ...{ provider, vpcId },
          serviceName: `com.amazonaws.${region}.${service}`,
          vpcEndpointType: 'Interface',
          privateDnsEnabled: true,
          subnetIds: [...subnetIds],
          securityGroupIds: [this.securityGroupId],
          policy: endpointPolicy(service, [account, ...endpointAccounts]),
          tags: { Name: `${vpcName}-${service}` },
        }),
    );
  }

  /** Nothing comes out of an endpoint by itself, so the group has no way out. */
  private addSecurityGroup({ provider, vpcId, vpcName, cidrs }: InterfaceEndpointsProps): string {
    const name = `${vpcName}-endpoints`;
    const tags = { Name: name };
    const group = new SecurityGroup(this, 'SecurityGroup', {
      ...{ provider, vpcId, name, tags },
      description: `Services of AWS, reached from ${vpcName}`,
    });
    for (const cidr of cidrs) {
      new VpcSecurityGroupIngressRule(this, `from-${cidr.replace('/', '-')}`, {
        ...{ provider, tags },
        securityGroupId: group.id,
        description: `HTTPS from ${cidr}`,
        cidrIpv4: cidr,
        ipProtocol: 'tcp',
        fromPort: HTTPS_PORT,
        toPort: HTTPS_PORT,
      });
    }
    return group.id;
  }
}
