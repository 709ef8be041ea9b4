import type { TerraformStack } from 'cdktf';
import type { IVpcNetwork } from '../../../../lib/cloud/google/network/network-ref';
import type { SharedNetworkProps } from '../../../../lib/cloud/google/network/shared-network';
import { VpcNetwork, type VpcNetworkProps } from '../../../../lib/cloud/google/network/vpc-network';
import { googleStack, PROJECT, REGION } from '../synth';

/** A stack with a network called `main`. */
export function networkStack(props: Partial<VpcNetworkProps> = {}): TerraformStack {
  const stack = googleStack();
  new VpcNetwork(stack, 'main', { project: PROJECT, region: REGION, cidr: '10.40.0.0/16', ...props });
  return stack;
}

/** A subnet of a network that another project shares. */
export function sharedSubnet(props: Partial<SharedNetworkProps> = {}): IVpcNetwork {
  return VpcNetwork.fromAttributes({
    project: PROJECT,
    hostProject: 'funlynk-network',
    region: REGION,
    network: 'shared',
    subnet: 'clusters',
    podsRange: 'pods-1',
    servicesRange: 'services-1',
    nodes: '10.0.0.0/20',
    pods: '10.16.0.0/14',
    services: '10.0.16.0/20',
    controlPlane: '10.0.32.0/28',
    ...props,
  });
}
