import { TerraformOutput, Token } from 'cdktf';
import { makePlacementGroup, placementRefusals } from '../../../../lib/cloud/aws/nodes/node-placement';
import { CLUSTER, synth } from '../harness';
import { refusedText } from './refused';

const machines = { instanceTypes: ['m7g.large'], maxNodes: 12, subnetIds: ['subnet-1', 'subnet-2'] };

describe('makePlacementGroup', () => {
  test('makes none unless asked for', () => {
    const { all } = synth((stack) => makePlacementGroup(stack, { clusterName: CLUSTER.clusterName, name: 'general' }));
    expect(all('aws_placement_group')).toEqual({});
  });

  test.each([
    ['cluster', {}],
    ['partition', { partition_count: 7 }],
    ['spread', {}],
  ] as const)('makes one called after the group and the strategy %s', (placementGroup, more) => {
    const { one } = synth((stack) => {
      const scope = { clusterName: CLUSTER.clusterName, name: 'general', placementGroup };
      new TerraformOutput(stack, 'name', { value: makePlacementGroup(stack, scope) });
    });
    expect(one('aws_placement_group')).toEqual({
      name: `funlynk-production-us-east-1-general-${placementGroup}`,
      strategy: placementGroup,
      ...more,
    });
  });
});

describe('placementRefusals', () => {
  test.each([
    machines,
    { ...machines, placementGroup: 'partition' as const, maxNodes: 100 },
    { ...machines, placementGroup: 'spread' as const, maxNodes: 14 },
    { ...machines, placementGroup: 'spread' as const, maxNodes: Token.asNumber({ resolve: () => 'a' }) },
    { ...machines, placementGroup: 'cluster' as const, subnetIds: ['subnet-1'] },
  ])('take %j', (options) => {
    expect(refusedText(placementRefusals(options))).toBe('');
  });

  test('want seven spread nodes in each zone at most', () => {
    expect(refusedText(placementRefusals({ ...machines, placementGroup: 'spread', maxNodes: 15 }))).toBe(
      "nodes: 'maxNodes' must be at most 14 with placementGroup spread, 7 in each zone, got 15; choose partition",
    );
  });

  test('want nodes that are close to each other in one zone', () => {
    expect(refusedText(placementRefusals({ ...machines, placementGroup: 'cluster' }))).toBe(
      "nodes: 'placementGroup' must not be cluster over several zones, got 'cluster'; make an EksNodeGroup with one subnet",
    );
  });

  test.each(['t4g.large', 'm7i-flex.large'])('want no %s close to others', (type) => {
    const options = { ...machines, instanceTypes: [type], subnetIds: ['subnet-1'], placementGroup: 'cluster' as const };
    expect(refusedText(placementRefusals(options))).toBe(
      `nodes: 'placementGroup' must not be cluster for ${type}, which has no place in one, got 'cluster'`,
    );
  });
});
