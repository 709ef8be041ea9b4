import type { TerraformStack } from 'cdktf';
import { VpcNetwork, type VpcNetworkProps } from '../../../../lib/cloud/google/network/vpc-network';
import { googleStack, PROJECT, REGION } from '../synth';

/** A stack with a network called `main`. */
export function networkStack(props: Partial<VpcNetworkProps> = {}): TerraformStack {
  const stack = googleStack();
  new VpcNetwork(stack, 'main', { project: PROJECT, region: REGION, cidr: '10.40.0.0/16', ...props });
  return stack;
}
