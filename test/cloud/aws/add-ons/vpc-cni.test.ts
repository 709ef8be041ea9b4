import { vpcCniConfiguration, vpcCniIpv6Statements, vpcCniRefusals } from '../../../../lib/cloud/aws/add-ons/vpc-cni';
import { policyDocument } from '../../../../lib/cloud/aws/iam/policy-document';
import { refuse } from '../../../../lib/core/errors';
import { PLACE } from '../harness';

describe('vpc-cni', () => {
  test.each([
    [{}, 'true'],
    [{ networkPolicy: true }, 'true'],
    [{ networkPolicy: false }, 'false'],
  ])('with %j enforces network policies: %s', (options, enableNetworkPolicy) => {
    expect(vpcCniConfiguration(options, 'ipv4').enableNetworkPolicy).toBe(enableNetworkPolicy);
  });

  test.each([
    [{}, { ENABLE_PREFIX_DELEGATION: 'true', WARM_PREFIX_TARGET: '1' }],
    [{ prefixDelegation: true }, { ENABLE_PREFIX_DELEGATION: 'true', WARM_PREFIX_TARGET: '1' }],
    [{ prefixDelegation: false }, { ENABLE_PREFIX_DELEGATION: 'false' }],
  ])('with %j hands out addresses of IPv4 so: %j', (options, env) => {
    expect(vpcCniConfiguration(options, 'ipv4').env).toEqual(env);
  });

  test('keeps no prefix of IPv6 in reserve, since one is never used up', () => {
    expect(vpcCniConfiguration({}, 'ipv6').env).toEqual({ ENABLE_PREFIX_DELEGATION: 'true' });
  });

  test('cannot do without prefixes on IPv6', () => {
    const check = (): void => refuse('addons', vpcCniRefusals({ prefixDelegation: false }, 'ipv6'));
    expect(check).toThrow(
      "addons: 'vpcCni.prefixDelegation' must be true on a cluster of IPv6, whose nodes get prefixes only, got false; leave it out",
    );
    expect(vpcCniRefusals({ prefixDelegation: false }, 'ipv4')).toEqual([]);
    expect(vpcCniRefusals({ prefixDelegation: true }, 'ipv6')).toEqual([]);
  });

  test('changes network interfaces of the account and region alone on IPv6', () => {
    const statements = vpcCniIpv6Statements(PLACE);
    expect(() => policyDocument('test', statements)).not.toThrow();
    expect(statements.map(({ actions, resources }) => [actions, resources])).toEqual([
      [['ec2:AssignIpv6Addresses'], ['arn:aws:ec2:us-east-1:111122223333:network-interface/*']],
      [['ec2:CreateTags'], ['arn:aws:ec2:us-east-1:111122223333:network-interface/*']],
      [
        ['ec2:DescribeInstances', 'ec2:DescribeInstanceTypes', 'ec2:DescribeNetworkInterfaces', 'ec2:DescribeTags'],
        ['*'],
      ],
    ]);
  });
});
