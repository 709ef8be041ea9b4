import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { ZoneNatGateway, type ZoneNatGatewayProps } from '../../../../lib/cloud/aws/network/zone-nat-gateway';
import { type Output, synth } from '../harness';

function gateway(more: Partial<ZoneNatGatewayProps> = {}): Output {
  return synth((stack) => {
    const internetGateway = new InternetGateway(stack, 'internet', { vpcId: 'vpc-1' });
    const props = { gatewayName: 'funlynk-us-east-1a', subnetId: 'subnet-1', internetGateway, ...more };
    new ZoneNatGateway(stack, 'nat', props);
  });
}

const output = gateway();

describe('ZoneNatGateway', () => {
  test('waits for the internet gateway, with an address that stays', () => {
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

  test('does not give its address back, unless told', () => {
    const open = gateway({ deletionProtection: false });
    expect([output, open].map((one) => one.one('aws_eip').lifecycle)).toEqual([
      { prevent_destroy: true },
      { prevent_destroy: false },
    ]);
  });
});
