import type { EksNodeGroupScalingConfig } from '@cdktf/provider-aws/lib/eks-node-group';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';

/** The part of a node group's options that has to do with how many nodes there are. */
export interface EksNodeSizeOptions {
  /** Fewest nodes over all zones, 0 or more, and the number to start with. */
  readonly minNodes: number;
  /** Most nodes over all zones, 1 or more. */
  readonly maxNodes: number;
}

/** How many nodes there are, as the provider writes it. */
export function scalingConfig({ minNodes, maxNodes }: EksNodeSizeOptions): EksNodeGroupScalingConfig {
  return { minSize: minNodes, maxSize: maxNodes, desiredSize: minNodes };
}

/** Refuses bounds that no number of nodes fits. */
export function sizeRefusals({ minNodes, maxNodes }: EksNodeSizeOptions): readonly (Refusal | undefined)[] {
  const known = !Token.isUnresolved(minNodes) && !Token.isUnresolved(maxNodes);
  return [
    wholeNumberRefusal('minNodes', minNodes, { min: 0 }),
    wholeNumberRefusal('maxNodes', maxNodes, { min: 1 }),
    known && minNodes > maxNodes
      ? { property: 'minNodes', rule: `must be at most maxNodes (${maxNodes})`, got: minNodes }
      : undefined,
  ];
}
