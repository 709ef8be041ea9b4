import {
  mostNodes,
  nodePoolSize,
  sizeRefusals,
  type GkeNodeSizeOptions,
} from '../../../../lib/cloud/google/gke/node-pool-size';

const NODES = { min: 3, max: 12 };

function rules(options: Partial<GkeNodeSizeOptions>): unknown[] {
  return sizeRefusals({ nodes: NODES, ...options }, 'europe-west1').flatMap((refusal) =>
    refusal ? [refusal.rule] : [],
  );
}

describe('nodePoolSize', () => {
  test('counts its bounds over all zones', () => {
    expect(nodePoolSize({ nodes: NODES }, 3, false)).toEqual({
      initialNodeCount: 1,
      autoscaling: { totalMinNodeCount: 3, totalMaxNodeCount: 12, locationPolicy: 'BALANCED' },
    });
  });

  test('counts its bounds in each zone where told', () => {
    expect(nodePoolSize({ nodes: NODES, autoscaling: 'per-zone' }, 3, false)).toEqual({
      initialNodeCount: 3,
      autoscaling: { minNodeCount: 3, maxNodeCount: 12, locationPolicy: 'BALANCED' },
    });
  });

  test.each([
    [{ min: 3, max: 12 }, 3, 1],
    [{ min: 4, max: 12 }, 3, 2],
    [{ min: 1, max: 2 }, 3, 0],
    [{ min: 0, max: 3 }, 3, 0],
    [{ min: 2, max: 3 }, 1, 2],
  ])('of %j in %i zones starts with %i nodes a zone', (nodes, zones, expected) => {
    expect(nodePoolSize({ nodes }, zones, false).initialNodeCount).toBe(expected);
  });

  test('goes by its own zones where it has some, whatever their order', () => {
    const size = nodePoolSize({ nodes: { min: 4, max: 12 }, zones: ['europe-west1-c', 'europe-west1-b'] }, 3, false);
    expect(size).toMatchObject({ initialNodeCount: 2, nodeLocations: ['europe-west1-b', 'europe-west1-c'] });
  });

  test.each([
    [true, undefined, 'ANY'],
    [false, undefined, 'BALANCED'],
    [true, 'BALANCED' as const, 'BALANCED'],
    [false, 'ANY' as const, 'ANY'],
  ])('where spot is %p and the policy %p, zones are %s', (spot, locationPolicy, expected) => {
    const policy = locationPolicy === undefined ? {} : { locationPolicy };
    expect(nodePoolSize({ nodes: NODES, ...policy }, 3, spot).autoscaling).toMatchObject({ locationPolicy: expected });
  });
});

describe('mostNodes', () => {
  test.each([
    [{}, 13],
    [{ autoscaling: 'per-zone' as const }, 37],
    [{ autoscaling: 'per-zone' as const, zones: ['europe-west1-b'] }, 13],
    [{ upgrade: { strategy: 'SURGE' as const, maxSurge: 0, maxUnavailable: 1 } }, 12],
    [{ upgrade: { strategy: 'BLUE_GREEN' as const } }, 24],
  ])('of up to 12 nodes with %j is %i', (options, expected) => {
    expect(mostNodes({ nodes: NODES, ...options }, 3)).toBe(expected);
  });
});

describe('sizeRefusals', () => {
  test('accepts zones of the region, and none at all', () => {
    expect(rules({ zones: ['europe-west1-b'] })).toEqual([]);
    expect(rules({})).toEqual([]);
  });

  test.each([
    [['europe-west2-b'], 'must hold zones of europe-west1 such as europe-west1-b'],
    [['europe-west1'], 'must hold zones of europe-west1 such as europe-west1-b'],
    [['europe-west1-b', 'europe-west1-b'], 'must name each zone once'],
    [[], 'must name one zone at least'],
  ])('refuses zones %j', (zones, rule) => {
    expect(rules({ zones })).toEqual([rule]);
  });

  test('refuses a minimum above the maximum', () => {
    expect(rules({ nodes: { min: 30, max: 12 } })).toEqual(['must be at most nodes.max (12)']);
  });

  test('refuses bounds that are no numbers of nodes, both at once', () => {
    expect(rules({ nodes: { min: -1, max: 0 } })).toEqual([
      'must be a whole number of at least 0',
      'must be a whole number of at least 1',
    ]);
  });
});
