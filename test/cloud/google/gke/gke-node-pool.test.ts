import { GkeNodeIdentity } from '../../../../lib/cloud/google/gke/gke-node-identity';
import { GkeNodePool, type GkeNodePoolProps } from '../../../../lib/cloud/google/gke/gke-node-pool';
import { cluster } from '../fixtures';
import { googleStack, only, PROJECT } from '../synth';

const TYPE = 'google_container_node_pool';

function pool(props: Partial<GkeNodePoolProps> = {}, location?: string) {
  const stack = googleStack();
  new GkeNodePool(stack, 'pool', {
    cluster: cluster(stack, location === undefined ? {} : { location }),
    name: 'general',
    machineType: 'e2-standard-4',
    nodes: { min: 3, max: 12 },
    ...props,
  });
  return stack;
}

describe('GkeNodePool', () => {
  test('is private, encrypted, repaired, upgraded and scaled by GKE', () => {
    expect(only(pool(), TYPE)).toMatchSnapshot();
  });

  test('counts its bounds over all zones', () => {
    expect(only(pool({ nodes: { min: 0, max: 5 } }), TYPE)).toMatchObject({
      autoscaling: { total_min_node_count: 0, total_max_node_count: 5 },
    });
  });

  test.each([
    [{ min: 3, max: 12 }, undefined, 1],
    [{ min: 4, max: 12 }, undefined, 2],
    [{ min: 1, max: 2 }, undefined, 0],
    [{ min: 0, max: 3 }, undefined, 0],
    [{ min: 2, max: 3 }, 'europe-west1-b', 2],
  ])('of %j in %p starts with %i nodes a zone', (nodes, location, expected) => {
    expect(only(pool({ nodes }, location), TYPE)).toMatchObject({ initial_node_count: expected });
  });

  test('takes spot machines wherever there are any', () => {
    expect(only(pool({ spot: true }), TYPE)).toMatchObject({
      autoscaling: { location_policy: 'ANY' },
      node_config: { spot: true },
    });
  });

  test('spreads machines that stay', () => {
    expect(only(pool({ spot: false }), TYPE)).toMatchObject({
      autoscaling: { location_policy: 'BALANCED' },
      node_config: { spot: false },
    });
  });

  test('labels and taints its nodes, and sizes their disks', () => {
    const taints = [{ key: 'gpu', value: 'true', effect: 'NO_SCHEDULE' as const }];
    expect(only(pool({ labels: { tier: 'batch' }, taints, diskSizeGib: 100, diskType: 'pd-ssd' }), TYPE)).toMatchObject(
      {
        node_config: { labels: { tier: 'batch' }, taint: taints, disk_size_gb: 100, disk_type: 'pd-ssd' },
      },
    );
  });

  test('runs as an identity of its own where given one', () => {
    const stack = googleStack();
    const identity = new GkeNodeIdentity(stack, 'batch', { project: PROJECT, clusterName: 'batch' });
    new GkeNodePool(stack, 'pool', {
      cluster: cluster(stack),
      name: 'batch',
      machineType: 'e2-standard-4',
      nodes: { min: 0, max: 3 },
      identity,
    });
    expect(only(stack, TYPE)).toMatchObject({
      node_config: { service_account: expect.stringMatching(/google_service_account\.batch_/) as unknown },
    });
  });

  test('refuses a minimum above the maximum', () => {
    expect(() => pool({ nodes: { min: 30, max: 12 } })).toThrow(
      "test/pool: 'nodes.min' must be at most nodes.max (12), got 30",
    );
  });

  test('refuses bounds that are no numbers of nodes, both at once', () => {
    expect(() => pool({ nodes: { min: -1, max: 0 } })).toThrow(
      [
        "test/pool: 'nodes.min' must be a whole number of at least 0, got -1",
        "test/pool: 'nodes.max' must be a whole number of at least 1, got 0",
      ].join('\n'),
    );
  });

  test('refuses a disk too small to boot from', () => {
    expect(() => pool({ diskSizeGib: 10 })).toThrow("'diskSizeGib' must be a whole number of at least 20, got 10");
  });

  test('refuses a name that GKE would', () => {
    expect(() => pool({ name: 'General' })).toThrow("'name' must be up to 40 lower-case letters");
  });
});
