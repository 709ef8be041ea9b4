import { addGatewayEndpoints } from '../../../../lib/cloud/aws/network/gateway-endpoints';
import { PLACE, statements, synth } from '../harness';

const place = { ...PLACE, vpcId: 'vpc-1', vpcName: 'funlynk', routeTableIds: ['rtb-1', 'rtb-2'] };

describe('addGatewayEndpoints', () => {
  test('leads to S3 unless told otherwise', () => {
    const output = synth((stack) => addGatewayEndpoints(stack, place, {}));
    const { policy, ...endpoint } = output.one('aws_vpc_endpoint');
    expect(statements(policy)).toHaveLength(2);
    expect(endpoint).toMatchInlineSnapshot(`
      {
        "route_table_ids": [
          "rtb-1",
          "rtb-2",
        ],
        "service_name": "com.amazonaws.us-east-1.s3",
        "tags": {
          "Name": "funlynk-s3",
        },
        "vpc_endpoint_type": "Gateway",
        "vpc_id": "vpc-1",
      }
    `);
  });

  test('leads to DynamoDB under identities of the accounts allowed', () => {
    const endpointAccounts = ['444455556666'];
    const output = synth((stack) =>
      addGatewayEndpoints(stack, place, { gatewayEndpoints: ['dynamodb'], endpointAccounts }),
    );
    const endpoint = output.one('aws_vpc_endpoint', 'DynamodbEndpoint');
    expect(endpoint.service_name).toBe('com.amazonaws.us-east-1.dynamodb');
    expect(statements(endpoint.policy)).toMatchObject([
      { Condition: { StringEquals: { 'aws:PrincipalAccount': ['111122223333', '444455556666'] } } },
    ]);
  });

  test('leads nowhere where nothing is named', () => {
    const output = synth((stack) => addGatewayEndpoints(stack, place, { gatewayEndpoints: [] }));
    expect(output.all('aws_vpc_endpoint')).toEqual({});
  });
});
