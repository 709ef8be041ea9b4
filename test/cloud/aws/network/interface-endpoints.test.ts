import {
  InterfaceEndpoints,
  type InterfaceEndpointsProps,
} from '../../../../lib/cloud/aws/network/interface-endpoints';
import { build, PLACE, statements, synth } from '../harness';

const props: InterfaceEndpointsProps = {
  ...PLACE,
  vpcId: 'vpc-1',
  vpcName: 'funlynk',
  subnetIds: ['subnet-1', 'subnet-2'],
  cidrs: ['10.20.0.0/16', '100.64.0.0/16'],
  services: ['ecr.api', 'eks-auth'],
  endpointAccounts: ['444455556666'],
};

let waitedFor = 0;
const output = synth((stack) => {
  waitedFor = new InterfaceEndpoints(stack, 'endpoints', props).endpoints.length;
});

describe('InterfaceEndpoints', () => {
  test('answers to the usual names in every zone', () => {
    const { policy, ...endpoint } = output.one('aws_vpc_endpoint', 'endpoints_ecrapi');
    expect(statements(policy)[0]).toMatchObject({
      Condition: { StringEquals: { 'aws:PrincipalAccount': ['111122223333', '444455556666'] } },
    });
    expect(endpoint).toMatchInlineSnapshot(`
      {
        "private_dns_enabled": true,
        "security_group_ids": [
          "\${aws_security_group.endpoints_SecurityGroup_B7A222CF.id}",
        ],
        "service_name": "com.amazonaws.us-east-1.ecr.api",
        "subnet_ids": [
          "subnet-1",
          "subnet-2",
        ],
        "tags": {
          "Name": "funlynk-ecr.api",
        },
        "vpc_endpoint_type": "Interface",
        "vpc_id": "vpc-1",
      }
    `);
  });

  test('sets no policy that the service may refuse', () => {
    expect(output.one('aws_vpc_endpoint', 'endpoints_eks-auth')).not.toHaveProperty('policy');
  });

  test('is open to HTTPS from the ranges given, and to nothing else', () => {
    const rules = Object.values(output.all('aws_vpc_security_group_ingress_rule'));
    expect(rules.map((rule) => [rule.cidr_ipv4, rule.ip_protocol, rule.from_port, rule.to_port])).toEqual([
      ['100.64.0.0/16', 'tcp', 443, 443],
      ['10.20.0.0/16', 'tcp', 443, 443],
    ]);
    expect(output.one('aws_security_group')).not.toHaveProperty('egress');
    expect(output.all('aws_vpc_security_group_egress_rule')).toEqual({});
  });

  test('is waited for, endpoint by endpoint', () => {
    expect(waitedFor).toBe(2);
  });

  test('refuses names that are no services, and places that are none', () => {
    const nowhere = { ...props, services: ['s3'], subnetIds: [], cidrs: [], endpointAccounts: ['me'] };
    expect(build((stack) => new InterfaceEndpoints(stack, 'endpoints', nowhere))).toThrow(
      "stack/endpoints: 'services' must be services with an interface endpoint, got 's3'; name it in gatewayEndpoints\n" +
        "stack/endpoints: 'endpointAccounts' must be numbers of accounts, 12 digits each, got 'me'\n" +
        "stack/endpoints: 'subnetIds' must name one at least, got []\n" +
        "stack/endpoints: 'cidrs' must name one at least, got []",
    );
  });
});
