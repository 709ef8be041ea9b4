import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { ZoneNatGateway } from '../../../../lib/cloud/aws/network/zone-nat-gateway';
import { synth } from '../harness';

describe('ZoneNatGateway', () => {
  test('waits for the internet gateway, with an address that stays', () => {
    const output = synth((stack) => {
      const internetGateway = new InternetGateway(stack, 'internet', { vpcId: 'vpc-1' });
      new ZoneNatGateway(stack, 'nat', { gatewayName: 'funlynk-us-east-1a', subnetId: 'subnet-1', internetGateway });
    });
    expect(output.one('aws_nat_gateway')).toMatchInlineSnapshot(`
      {
        "allocation_id": "\${aws_eip.nat_Address_B9D1BCEA.id}",
        "depends_on": [
          "aws_internet_gateway.internet",
        ],
        "subnet_id": "subnet-1",
        "tags": {
          "Name": "funlynk-us-east-1a",
        },
      }
    `);
    expect(output.one('aws_eip').domain).toBe('vpc');
  });
});
