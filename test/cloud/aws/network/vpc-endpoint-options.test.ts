import {
  CLUSTER_ENDPOINTS,
  endpointRefusals,
  type VpcEndpointOptions,
} from '../../../../lib/cloud/aws/network/vpc-endpoint-options';
import { ConstructError } from '../../../../lib/core/errors';

function refused(options: VpcEndpointOptions, hasNat = true): string {
  const found = endpointRefusals(options, hasNat).flatMap((refusal) => refusal ?? []);
  return new ConstructError('network', found).message;
}

describe('CLUSTER_ENDPOINTS', () => {
  test('names what nodes, add-ons and controllers call, in order', () => {
    expect(CLUSTER_ENDPOINTS).toEqual([...CLUSTER_ENDPOINTS].sort());
    expect(CLUSTER_ENDPOINTS).toEqual(
      expect.arrayContaining(['ec2', 'ecr.api', 'ecr.dkr', 'eks', 'eks-auth', 'elasticloadbalancing', 'logs', 'sts']),
    );
  });
});

describe('endpointRefusals', () => {
  test.each([
    [{}, true],
    [{}, false],
    [{ endpoints: [] }, true],
    [{ endpoints: ['aps-workspaces', 'ecr.api'], gatewayEndpoints: [] }, true],
    [{ gatewayEndpoints: ['s3', 'dynamodb'], endpointAccounts: ['444455556666'] }, false],
  ] satisfies [VpcEndpointOptions, boolean][])('accepts %j, with NAT gateways: %s', (options, hasNat) => {
    expect(refused(options, hasNat)).toBe('');
  });

  test('refuses no endpoints, and no way to S3, where there are no NAT gateways', () => {
    expect(refused({ endpoints: [], gatewayEndpoints: ['dynamodb'] }, false)).toBe(
      "network: 'endpoints' must name services where there are no NAT gateways, got []; leave it out for all that a cluster needs\n" +
        'network: \'gatewayEndpoints\' must hold s3 where there are no NAT gateways, got ["dynamodb"]; image layers come from there',
    );
  });

  test.each([
    ['com.amazonaws.us-east-1.ecr.dkr', 'ecr.dkr'],
    ['ECR', 'ecr.api'],
    ['', 'ecr.api'],
  ])("refuses the name '%s' and says what works", (service, example) => {
    expect(refused({ endpoints: [service] })).toBe(
      `network: 'endpoints' must be names of services without com.amazonaws and region, got '${service}'; such as ${example}`,
    );
  });

  test.each(['s3', 'dynamodb'])('sends %s to the gateway endpoints', (service) => {
    expect(refused({ endpoints: [service] })).toBe(
      `network: 'endpoints' must be services with an interface endpoint, got '${service}'; name it in gatewayEndpoints`,
    );
  });

  test('refuses what is named twice', () => {
    expect(
      refused({
        endpoints: ['sts', 'sts'],
        gatewayEndpoints: ['s3', 's3'],
        endpointAccounts: ['444455556666', '444455556666'],
      }),
    ).toBe(
      "network: 'endpoints' must name each once, got 'sts'\n" +
        "network: 'endpointAccounts' must name each once, got '444455556666'\n" +
        "network: 'gatewayEndpoints' must name each once, got 's3'",
    );
  });

  test('refuses what is no account', () => {
    expect(refused({ endpointAccounts: ['production'] })).toBe(
      "network: 'endpointAccounts' must be numbers of accounts, 12 digits each, got 'production'",
    );
  });
});
