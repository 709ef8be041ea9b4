import type { TerraformStack } from 'cdktf';
import { GkeCluster, type GkeClusterProps } from '../../../lib/cloud/google/gke/gke-cluster';
import { VpcNetwork } from '../../../lib/cloud/google/network/vpc-network';
import { PROJECT, REGION } from './synth';

export function network(stack: TerraformStack, cidr = '10.40.0.0/16'): VpcNetwork {
  return new VpcNetwork(stack, 'network', { project: PROJECT, region: REGION, cidr, name: 'main' });
}

export function cluster(stack: TerraformStack, props: Partial<GkeClusterProps> = {}): GkeCluster {
  return new GkeCluster(stack, 'cluster', { network: network(stack), name: 'main', ...props });
}
