import { PlacementGroup } from '@cdktf/provider-aws/lib/placement-group';
import { Token, type TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import { placementGroupName } from '../names';
import { parseInstanceType } from './instance-types';

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/placement-groups.html */
const MAX_PARTITIONS_PER_ZONE = 7;
const MAX_SPREAD_NODES_PER_ZONE = 7;

/** The part of a node group's options that has to do with where in the data centre the machines are. */
export interface EksNodePlacementOptions {
  /**
   * Puts the nodes close to each other, in one zone (`cluster`); into seven partitions of each zone that share no
   * hardware (`partition`); or each on hardware of its own, seven in each zone at most (`spread`).
   *
   * @default - anywhere
   */
  readonly placementGroup?: 'cluster' | 'partition' | 'spread';
}

interface PlacedMachines extends EksNodePlacementOptions {
  readonly instanceTypes: readonly string[];
  readonly maxNodes: number;
  readonly subnetIds: readonly string[];
}

interface PlacementScope extends EksNodePlacementOptions {
  readonly provider?: TerraformProvider;
  readonly clusterName: string;
  readonly name: string;
}

/** Makes the placement group that was asked for, and says its name. */
export function makePlacementGroup(scope: Construct, options: PlacementScope): string | undefined {
  const { provider, clusterName, name, placementGroup: strategy } = options;
  if (strategy === undefined) return undefined;
  return new PlacementGroup(scope, 'PlacementGroup', {
    provider,
    // The strategy is part of the name, since another one is another group, made before the old one goes.
    name: placementGroupName(clusterName, name, strategy),
    strategy,
    ...(strategy === 'partition' ? { partitionCount: MAX_PARTITIONS_PER_ZONE } : {}),
  }).name;
}

/** Refuses nodes that cannot be placed so. */
export function placementRefusals(options: PlacedMachines): readonly (Refusal | undefined)[] {
  const { placementGroup, instanceTypes, maxNodes, subnetIds } = options;
  const property = 'placementGroup';
  if (placementGroup === 'spread') {
    const most = MAX_SPREAD_NODES_PER_ZONE * subnetIds.length;
    if (Token.isUnresolved(maxNodes) || maxNodes <= most) return [];
    const rule = `must be at most ${most} with placementGroup spread, ${MAX_SPREAD_NODES_PER_ZONE} in each zone`;
    return [{ property: 'maxNodes', rule, got: maxNodes, remedy: 'choose partition' }];
  }
  if (placementGroup !== 'cluster') return [];
  const flexible = instanceTypes.find((name) => parseInstanceType(name)?.flexible);
  return [
    subnetIds.length > 1
      ? {
          property,
          rule: 'must not be cluster over several zones',
          got: placementGroup,
          remedy: 'make an EksNodeGroup with one subnet',
        }
      : undefined,
    flexible === undefined
      ? undefined
      : { property, rule: `must not be cluster for ${flexible}, which has no place in one`, got: placementGroup },
  ];
}
