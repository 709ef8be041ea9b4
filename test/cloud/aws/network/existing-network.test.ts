import { Token } from 'cdktf';
import { existingNetwork, type ExistingNetworkProps } from '../../../../lib/cloud/aws/network/existing-network';
import { Vpc } from '../../../../lib/cloud/aws/network/vpc';

const [FIRST, SECOND, THIRD] = ['subnet-0a1b2c3d4e5f67890', 'subnet-0a1b2c3d4e5f67891', 'subnet-1a2b3c4d'] as const;
const props: ExistingNetworkProps = { vpcId: 'vpc-0a1b2c3d4e5f67890', privateSubnetIds: [FIRST, SECOND] };

function refused(more: Partial<ExistingNetworkProps>): () => void {
  return () => existingNetwork({ ...props, ...more });
}

describe('existingNetwork', () => {
  test('puts the control plane into the subnets of the nodes, over IPv4, and waits for nothing', () => {
    expect(Vpc.fromAttributes(props)).toEqual({
      ...props,
      intraSubnetIds: [FIRST, SECOND],
      publicSubnetIds: [],
      ipFamily: 'ipv4',
      egress: [],
    });
  });

  test('takes what it is told', () => {
    const told = { intraSubnetIds: [SECOND, THIRD], publicSubnetIds: [THIRD], ipFamily: 'ipv6' } as const;
    expect(existingNetwork({ ...props, ...told })).toMatchObject(told);
  });

  test('refuses what is no identifier, and says how one looks', () => {
    expect(refused({ vpcId: 'main', publicSubnetIds: ['subnet-1'] })).toThrow(
      "network main: 'vpcId' must be an identifier such as vpc-0a1b2c3d4e5f67890, got 'main'; the console shows it beside the name\n" +
        "network main: 'publicSubnetIds' must be an identifier such as subnet-0a1b2c3d4e5f67890, got 'subnet-1'; the console shows it beside the name",
    );
  });

  test.each(['privateSubnetIds', 'intraSubnetIds'] as const)('refuses one subnet as %s', (property) => {
    expect(refused({ [property]: [FIRST] })).toThrow(
      `'${property}' must hold 2 subnets at least, in different zones, got ["${FIRST}"]`,
    );
  });

  test('refuses a subnet that is named twice', () => {
    expect(refused({ privateSubnetIds: [FIRST, SECOND, FIRST] })).toThrow(
      `'privateSubnetIds' must name each subnet once, got '${FIRST}'`,
    );
  });

  test('leaves identifiers that another resource has yet to give to Terraform', () => {
    const vpcId = Token.asString({ resolve: () => 'vpc' });
    const privateSubnetIds = Token.asList({ resolve: () => [FIRST] });
    expect(existingNetwork({ vpcId, privateSubnetIds }).intraSubnetIds).toBe(privateSubnetIds);
  });
});
