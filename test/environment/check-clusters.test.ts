import { clusterFaults } from '../../lib/environment/check-clusters';
import { said, smallDraft } from './small-draft';

/** Faults of one cluster called `main`, which has a node pool if it is on a cloud that wants one. */
function faults(fields: string, profile = 'production'): readonly string[] {
  const pools = /^cloud: (aws|google)/.test(fields) && !fields.includes('nodePools') ? ', nodePools: { a: {} }' : '';
  const cluster = `${fields}${pools}`;
  return said(clusterFaults(smallDraft(`profile: ${profile}\nclusters: { main: { ${cluster} } }`)));
}

describe('the size of a network', () => {
  test.each([
    ['aws', '10.0.0.0/16'],
    ['aws', '10.0.0.0/20'],
    ['google', '10.0.0.0/12'],
    ['google', '10.0.0.0/20'],
  ])('on %s may be that of %s', (cloud, cidr) => {
    expect(faults(`cloud: ${cloud}, network: { cidr: ${cidr} }`)).toEqual([]);
  });

  test.each([
    ['aws', '10.0.0.0/15', '/16 to /20'],
    ['aws', '10.0.0.0/21', '/16 to /20'],
    ['google', '10.32.0.0/11', '/12 to /20'],
    ['google', '10.0.0.0/21', '/12 to /20'],
  ])('on %s is refused for %s', (cloud, cidr, allowed) => {
    expect(faults(`cloud: ${cloud}, network: { cidr: ${cidr} }`)).toEqual([
      `clusters.main.network.cidr: must be a range from ${allowed}, got '${cidr}'`,
    ]);
  });

  test.each([
    ['a range that is none', 'cloud: aws, network: { cidr: 10.0.0.0 }'],
    ['a cloud that nobody knows', 'cloud: azure, network: { cidr: 10.0.0.0/8 }'],
    ['no network', 'cloud: aws'],
  ])('is not looked at for %s', (_, cluster) => {
    expect(faults(cluster)).toEqual([]);
  });
});

describe('the ranges that may reach the API server', () => {
  test.each([
    ['aws', 'publicAccessCidrs'],
    ['google', 'authorizedNetworks'],
  ])('on %s are never everybody', (cloud, property) => {
    expect(faults(`cloud: ${cloud}, ${property}: [203.0.113.0/24, 0.0.0.0/0]`)).toEqual([
      `clusters.main.${property}[1]: must be no wider than /8; name your own ranges, got '0.0.0.0/0'`,
    ]);
  });

  test('are not everybody in two halves either, nor in development', () => {
    expect(faults('cloud: aws, publicAccessCidrs: [0.0.0.0/1, 128.0.0.0/1]', 'development')).toEqual([
      "clusters.main.publicAccessCidrs[0]: must be no wider than /8; name your own ranges, got '0.0.0.0/1'",
      "clusters.main.publicAccessCidrs[1]: must be no wider than /8; name your own ranges, got '128.0.0.0/1'",
    ]);
  });

  test('may be as wide as /8', () => {
    expect(faults('cloud: aws, publicAccessCidrs: [203.0.0.0/8]')).toEqual([]);
  });

  test('are listed once', () => {
    expect(faults('cloud: google, authorizedNetworks: [10.0.0.0/8, 10.0.0.0/8]')).toEqual([
      "clusters.main.authorizedNetworks[1]: '10.0.0.0/8' stands in the list before, at clusters.main.authorizedNetworks[0]",
    ]);
  });
});

test('a range of a shared network overlaps no other', () => {
  const shared = 'shared: { nodes: 10.0.0.0/20, pods: 10.0.0.0/14 }';
  expect(faults(`cloud: google, network: { ${shared} }`)).toEqual([
    "clusters.main.network.shared.pods: must not overlap 10.0.0.0/20 at clusters.main.network.shared.nodes (line 2, column 64), got '10.0.0.0/14'",
  ]);
});

test('an administrator is listed once', () => {
  expect(faults('cloud: google, administrators: ["user:a@b.c", "user:a@b.c"]')).toEqual([
    "clusters.main.administrators[1]: 'user:a@b.c' stands in the list before, at clusters.main.administrators[0]",
  ]);
});

describe('node pools', () => {
  test.each([
    [
      'fewer nodes at most than at least',
      'nodes: { min: 2, max: 1 }',
      'nodes.min: must be at most nodes.max (1), got 2',
    ],
    [
      'a machine type given twice',
      'machineTypes: [m7g.large, m7g.large]',
      "machineTypes[1]: 'm7g.large' stands in the list before, at clusters.main.nodePools.web.machineTypes[0]",
    ],
    [
      'a taint given twice, whatever its value',
      'taints: [{ key: gpu, value: a, effect: NO_EXECUTE }, { key: gpu, value: b, effect: NO_EXECUTE }]',
      "taints[1]: 'gpu:NO_EXECUTE' stands in the list before, at clusters.main.nodePools.web.taints[0]",
    ],
  ])('are refused with %s', (_, pool, message) => {
    expect(faults(`cloud: aws, nodePools: { web: { ${pool} } }`)).toEqual([`clusters.main.nodePools.web.${message}`]);
  });

  test.each(['aws', 'google'])('on %s have no label of the name that pods choose pools by', (cloud) => {
    expect(faults(`cloud: ${cloud}, nodePools: { web: { labels: { tier: batch, node-pool: web } } }`)).toEqual([
      "clusters.main.nodePools.web.labels.node-pool (key): is the pool's name on all of its nodes; leave it out",
    ]);
  });

  test('may have a taint of one key with two effects', () => {
    const taints = '[{ key: gpu, effect: NO_EXECUTE }, { key: gpu, effect: NO_SCHEDULE }]';

    expect(faults(`cloud: google, nodePools: { web: { taints: ${taints} } }`)).toEqual([]);
  });
});

describe('clusters of one environment', () => {
  function networks(...ranges: readonly string[]): readonly string[] {
    const clusters = ranges.map((cidr, index) => `  c${index}: { network: { cidr: ${cidr} } }`);
    return said(clusterFaults(smallDraft(`clusters:\n${clusters.join('\n')}`)));
  }

  test('share no address; each pair that does is named', () => {
    expect(networks('10.0.0.0/8', '10.1.0.0/16', '10.1.0.0/20')).toEqual([
      "clusters.c1.network.cidr: must not overlap 10.0.0.0/8 at clusters.c0.network.cidr (line 2, column 26), got '10.1.0.0/16'",
      "clusters.c2.network.cidr: must not overlap 10.0.0.0/8 at clusters.c0.network.cidr (line 2, column 26), got '10.1.0.0/20'",
      "clusters.c2.network.cidr: must not overlap 10.1.0.0/16 at clusters.c1.network.cidr (line 3, column 26), got '10.1.0.0/20'",
    ]);
  });

  test('may be neighbours, and a range that is none is left to the schema', () => {
    expect(networks('10.0.0.0/16', '10.1.0.0/16', '10.0.0.0')).toEqual([]);
  });

  test('may be none', () => {
    expect(clusterFaults(smallDraft('domain: shop.test'))).toEqual([]);
  });
});
