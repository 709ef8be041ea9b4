import type { ClusterNetwork } from '../../../../lib/cloud/aws/network/cluster-network';

/** A network that is not made here. */
export const NETWORK: ClusterNetwork = {
  vpcId: 'vpc-0123456789abcdef0',
  publicSubnetIds: ['public-1', 'public-2'],
  privateSubnetIds: ['private-1', 'private-2'],
  intraSubnetIds: ['intra-1', 'intra-2'],
  ipFamily: 'ipv4',
  egress: [],
};
