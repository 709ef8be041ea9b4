import { nodePoolName } from '../../../../lib/cloud/google/gke/node-pool-name';

const ATTRIBUTES = { cluster: 'main', location: 'europe-west1', node_config: { spot: false } };

describe('nodePoolName', () => {
  test('ends in a hash of what cannot be changed in place', () => {
    // Another hash would replace every pool there is.
    expect(nodePoolName('general', ATTRIBUTES)).toBe('general-4fd130');
  });

  test('is another where that changes', () => {
    const spot = { ...ATTRIBUTES, node_config: { spot: true } };
    expect(nodePoolName('general', spot)).not.toBe(nodePoolName('general', ATTRIBUTES));
  });

  test.each(['initial_node_count', 'name', 'name_prefix', 'version'])('does not mind %s', (attribute) => {
    expect(nodePoolName('general', { ...ATTRIBUTES, [attribute]: 'x' })).toBe(nodePoolName('general', ATTRIBUTES));
  });

  test('does not mind an option that is not set', () => {
    expect(nodePoolName('general', { ...ATTRIBUTES, max_pods_per_node: undefined })).toBe(
      nodePoolName('general', ATTRIBUTES),
    );
  });

  test('is as long as GKE takes names, and tells long ones apart', () => {
    const [one, other] = ['a', 'b'].map((end) => nodePoolName('n'.repeat(39) + end, ATTRIBUTES));
    expect(one).toHaveLength(40);
    expect(one).not.toBe(other);
  });
});
