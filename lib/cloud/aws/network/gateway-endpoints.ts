import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { endpointPolicy } from './endpoint-policy';
import {
  DEFAULT_GATEWAY_ENDPOINTS,
  type GatewayEndpointService,
  type VpcEndpointOptions,
} from './vpc-endpoint-options';

/** Names that the endpoints have had since there was one. */
const ENDPOINT_ID: Readonly<Record<GatewayEndpointService, string>> = {
  s3: 'S3Endpoint',
  dynamodb: 'DynamodbEndpoint',
};

/** The network, and the tables that the routes to the services go into. */
export interface GatewayEndpointsPlace extends AwsConstructProps, AwsPlace {
  readonly vpcId: string;
  readonly vpcName: string;
  readonly routeTableIds: readonly string[];
}

/** Image layers come from S3; through the endpoint they neither cross the NAT gateways nor cost what those charge. */
export function addGatewayEndpoints(
  scope: Construct,
  { provider, vpcId, vpcName, account, region, routeTableIds }: GatewayEndpointsPlace,
  { gatewayEndpoints = DEFAULT_GATEWAY_ENDPOINTS, endpointAccounts = [] }: VpcEndpointOptions,
): readonly ITerraformDependable[] {
  return gatewayEndpoints.map(
    (service) =>
      new VpcEndpoint(scope, ENDPOINT_ID[service], {
        ...{ provider, vpcId },
        serviceName: `com.amazonaws.${region}.${service}`,
        vpcEndpointType: 'Gateway',
        routeTableIds: [...routeTableIds],
        policy: endpointPolicy(service, [account, ...endpointAccounts]),
        tags: { Name: `${vpcName}-${service}` },
      }),
  );
}
