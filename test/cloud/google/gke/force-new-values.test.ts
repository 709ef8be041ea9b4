import { forceNewValues } from '../../../../lib/cloud/google/gke/force-new-values';

const TYPE = 'google_container_node_pool';

describe('forceNewValues', () => {
  test('holds what replaces the resource, by path and sorted, and nothing else', () => {
    const attributes = {
      project: 'p',
      node_config: { machine_type: 'e2-standard-4', spot: false, oauth_scopes: ['b', 'a'] },
      cluster: 'main',
    };
    expect(Object.entries(forceNewValues(TYPE, attributes))).toEqual([
      ['cluster', ['main']],
      ['node_config', 1],
      ['node_config.oauth_scopes', [['b', 'a']]],
      ['node_config.spot', [false]],
      ['project', ['p']],
    ]);
  });

  test('counts blocks, and lists the values of each', () => {
    const blocks = [{ network: 'a' }, { network: 'b', subnetwork: 'c' }];
    expect(forceNewValues(TYPE, { network_config: { additional_node_network_configs: blocks } })).toEqual({
      'network_config.additional_node_network_configs': 2,
      'network_config.additional_node_network_configs.network': ['a', 'b'],
      'network_config.additional_node_network_configs.subnetwork': ['c'],
    });
  });

  test('does not mind what may change within a block that may not come or go', () => {
    expect(forceNewValues(TYPE, { placement_policy: { type: 'COMPACT' } })).toEqual({ placement_policy: 1 });
  });

  test('does not mind the order of a map', () => {
    const [one, other] = [
      { a: '1', b: '2' },
      { b: '2', a: '1' },
    ].map((metadata) => JSON.stringify(forceNewValues(TYPE, { node_config: { metadata } })));
    expect(one).toBe(other);
  });

  test('takes what is null for what is not set', () => {
    expect(forceNewValues(TYPE, { cluster: null, node_config: null })).toEqual({});
  });
});
