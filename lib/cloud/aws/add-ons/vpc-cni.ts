import type { Refusal } from '../../../core/errors';
import type { AwsPlace } from '../aws-construct';
import type { PolicyStatement } from '../iam/policy-document';
import type { IpFamily } from '../network/cluster-network';

const DEFAULTS = { networkPolicy: true, prefixDelegation: true } as const;

/** How pods get their addresses, and who may talk to whom. */
export interface VpcCniOptions {
  /**
   * Whether network policies are enforced.
   *
   * @default true
   */
  readonly networkPolicy?: boolean;
  /**
   * Whether a node takes addresses sixteen at a time, so that a small machine is not full after a few pods. It
   * needs subnets with unbroken ranges of sixteen free addresses, and machines of the Nitro kind. With IPv6 there
   * is no other way.
   *
   * @default true
   */
  readonly prefixDelegation?: boolean;
}

/** What the add-on is told. IPv6 needs no word: the add-on asks the cluster for its family. */
export function vpcCniConfiguration(options: VpcCniOptions, ipFamily: IpFamily): Readonly<Record<string, unknown>> {
  const { networkPolicy = DEFAULTS.networkPolicy, prefixDelegation = DEFAULTS.prefixDelegation } = options;
  return {
    enableNetworkPolicy: String(networkPolicy),
    env: {
      ENABLE_PREFIX_DELEGATION: String(prefixDelegation),
      // One prefix is kept in reserve; a prefix of IPv6 is never used up.
      ...(prefixDelegation && ipFamily === 'ipv4' ? { WARM_PREFIX_TARGET: '1' } : {}),
    },
  };
}

/** Refuses IPv6 without prefixes. */
export function vpcCniRefusals(options: VpcCniOptions, ipFamily: IpFamily): readonly (Refusal | undefined)[] {
  if (ipFamily === 'ipv4' || options.prefixDelegation !== false) return [];
  const rule = 'must be true on a cluster of IPv6, whose nodes get prefixes only';
  return [{ property: 'vpcCni.prefixDelegation', rule, got: false, remedy: 'leave it out' }];
}

/**
 * What the add-on needs with IPv6. AWS keeps a policy for IPv4 alone:
 * https://docs.aws.amazon.com/eks/latest/userguide/cni-iam-role.html
 */
export function vpcCniIpv6Statements({ account, region }: AwsPlace): readonly PolicyStatement[] {
  const interfaces = [`arn:aws:ec2:${region}:${account}:network-interface/*`];
  const wildcard = 'the interfaces of nodes that do not exist yet';
  return [
    { sid: 'AssignAddresses', actions: ['ec2:AssignIpv6Addresses'], resources: interfaces, wildcard },
    { sid: 'TagInterfaces', actions: ['ec2:CreateTags'], resources: interfaces, wildcard },
    {
      sid: 'ReadInterfaces',
      actions: [
        'ec2:DescribeInstances',
        'ec2:DescribeInstanceTypes',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeTags',
      ],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:RequestedRegion': [region] } },
      wildcard: 'EC2 lets nobody read by name',
    },
  ];
}
