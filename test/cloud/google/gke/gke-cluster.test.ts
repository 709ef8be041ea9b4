import { GkeCluster, type GkeClusterProps } from '../../../../lib/cloud/google/gke/gke-cluster';
import { VpcNetwork } from '../../../../lib/cloud/google/network/vpc-network';
import { cluster, network } from '../fixtures';
import { googleStack, only, PROJECT, REGION, resources, values } from '../synth';

const TYPE = 'google_container_cluster';
const POOL = { machineType: 'e2-standard-4', nodes: { min: 3, max: 12 } };

function attributes(props: Partial<GkeClusterProps> = {}): Readonly<Record<string, unknown>> {
  const stack = googleStack();
  cluster(stack, props);
  return only(stack, TYPE);
}

describe('GkeCluster', () => {
  test('is as its snapshot by default', () => {
    expect(attributes()).toMatchSnapshot();
  });

  test('is reached through IAM only, by default', () => {
    const made = attributes();
    expect(made).toMatchObject({ control_plane_endpoints_config: { ip_endpoints_config: { enabled: false } } });
    expect(made).not.toHaveProperty('master_authorized_networks_config');
  });

  test('is reached by address from authorized networks', () => {
    expect(attributes({ authorizedNetworks: ['203.0.113.0/24'] })).toMatchObject({
      control_plane_endpoints_config: { ip_endpoints_config: { enabled: true } },
      master_authorized_networks_config: { cidr_blocks: [{ cidr_block: '203.0.113.0/24' }] },
    });
  });

  test('encrypts secrets with a key of its own, which GKE may use', () => {
    const stack = googleStack();
    cluster(stack);
    expect(only(stack, TYPE)).toMatchObject({
      database_encryption: { state: 'ENCRYPTED', key_name: expect.stringMatching(/key-etcd/) as unknown },
      depends_on: expect.arrayContaining([
        expect.stringMatching(/^google_kms_crypto_key_iam_member\.cluster_Keys_key-etcd_container-engine_/),
        expect.stringMatching(/^google_kms_crypto_key_iam_member\.cluster_Keys_key-volumes_compute_/),
      ]) as unknown,
    });
    expect(values(stack, 'google_kms_crypto_key', 'name')).toEqual(['etcd', 'upgrades', 'volumes']);
  });

  test('names its key ring after itself, as the contract says', () => {
    const stack = googleStack();
    cluster(stack, { name: 'funlynk-production-europe-west1' });
    expect(only(stack, 'google_kms_key_ring')).toMatchObject({
      name: 'funlynk-production-europe-west1',
      location: REGION,
    });
  });

  test('protects itself and its keys by default', () => {
    const stack = googleStack();
    cluster(stack);
    expect(only(stack, TYPE)).toMatchObject({ deletion_protection: true });
    expect(values(stack, 'google_kms_crypto_key', 'lifecycle')).toEqual(Array(3).fill({ prevent_destroy: true }));
  });

  test('can be destroyed, keys included, where protection is off', () => {
    const stack = googleStack();
    cluster(stack, { deletionProtection: false });
    expect(only(stack, TYPE)).toMatchObject({ deletion_protection: false });
    expect(values(stack, 'google_kms_crypto_key', 'lifecycle')).toEqual(Array(3).fill({ prevent_destroy: false }));
  });

  test('leaves no pool behind that nobody asked for', () => {
    expect(attributes()).toMatchObject({ remove_default_node_pool: true, initial_node_count: 1 });
  });

  test('makes its first pool, too, on machines that keep memory encrypted', () => {
    expect(attributes({ confidentialNodes: 'TDX' })).toMatchObject({
      confidential_nodes: { enabled: true, confidential_instance_type: 'TDX' },
      node_config: { machine_type: 'c3-standard-4' },
    });
  });

  test('keeps its nodes in the zones named', () => {
    const stack = googleStack();
    const made = cluster(stack, { zones: ['europe-west1-c', 'europe-west1-b'] });
    expect(only(stack, TYPE)).toMatchObject({ node_locations: ['europe-west1-b', 'europe-west1-c'] });
    expect(made).toMatchObject({ mode: 'standard', region: REGION, zoneCount: 2 });
  });

  test('has GKE make pools by itself where asked, under an account and a key of its own', () => {
    expect(attributes({ nodeAutoProvisioning: { cpu: { max: 64 }, memoryGib: { max: 256 } } })).toMatchObject({
      cluster_autoscaling: {
        enabled: true,
        auto_provisioning_defaults: {
          service_account: expect.stringMatching(/google_service_account\.cluster_NodeIdentity_/) as unknown,
          boot_disk_kms_key: expect.stringMatching(/key-volumes/) as unknown,
        },
      },
      node_pool_auto_config: { network_tags: { tags: ['main-node'] } },
    });
  });

  test('may be zonal, with its keys in the region', () => {
    const stack = googleStack();
    const made = cluster(stack, { location: 'europe-west1-b' });
    expect(only(stack, TYPE)).toMatchObject({ location: 'europe-west1-b' });
    expect(only(stack, 'google_kms_key_ring')).toMatchObject({ location: REGION });
    expect(made.zoneCount).toBe(1);
  });

  test('takes its name from its id where none is given', () => {
    const stack = googleStack();
    expect(new GkeCluster(stack, 'main', { network: network(stack) }).clusterName).toBe('main');
  });

  test('passes on what may be chosen', () => {
    const maintenanceWindow = {
      startTime: '2026-01-01T00:00:00Z',
      endTime: '2026-01-01T04:00:00Z',
      recurrence: 'FREQ=DAILY',
    };
    expect(
      attributes({ releaseChannel: 'STABLE', maxPodsPerNode: 32, resourceLabels: { tier: 'main' }, maintenanceWindow }),
    ).toMatchObject({
      release_channel: { channel: 'STABLE' },
      default_max_pods_per_node: 32,
      resource_labels: { tier: 'main' },
      maintenance_policy: { recurring_window: { recurrence: 'FREQ=DAILY' } },
    });
  });

  test('makes administrators of the members named, and of no others', () => {
    const stack = googleStack();
    cluster(stack, { administrators: ['group:platform@example.com'] });
    expect(Object.values(resources(stack, 'google_project_iam_member'))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          role: 'roles/container.admin',
          member: 'group:platform@example.com',
          project: PROJECT,
        }),
      ]),
    );
    const none = googleStack();
    cluster(none);
    expect(values(none, 'google_project_iam_member', 'role')).not.toContain('roles/container.admin');
  });

  test('gains node pools by name', () => {
    const stack = googleStack();
    const made = cluster(stack);
    made.addNodePool('general', POOL);
    made.addNodePool('batch', POOL);
    expect(values(stack, 'google_container_node_pool', 'name')).toEqual([
      expect.stringMatching(/^batch-/),
      expect.stringMatching(/^general-/),
    ]);
  });

  test('has pools wait for the cluster', () => {
    const stack = googleStack();
    cluster(stack).addNodePool('general', POOL);
    expect(only(stack, 'google_container_node_pool').depends_on).toContainEqual(
      expect.stringMatching(/^google_container_cluster\./),
    );
  });

  test('refuses a second pool of the same name', () => {
    const made = cluster(googleStack());
    made.addNodePool('general', POOL);
    expect(() => made.addNodePool('general', POOL)).toThrow("already a Construct with name 'pool-general'");
  });

  test('refuses more nodes than the network has pod addresses for', () => {
    const stack = googleStack();
    const made = new GkeCluster(stack, 'small', { network: network(stack, '10.40.0.0/20') });
    made.addNodePool('general', { ...POOL, nodes: { min: 3, max: 8 } });
    expect(() => made.addNodePool('batch', { ...POOL, nodes: { min: 0, max: 7 } })).toThrow(
      "test/small/pool-batch: 'nodes.max' must leave all pools, and the nodes to upgrade with, within the 16 nodes " +
        'that the network has pod addresses for, got 7; lower maxPodsPerNode, give the network a larger cidr, or additionalPodRanges',
    );
  });

  test('accepts as many nodes as the network has pod addresses for', () => {
    const stack = googleStack();
    const made = new GkeCluster(stack, 'small', { network: network(stack, '10.40.0.0/20') });
    expect(made.addNodePool('general', { ...POOL, nodes: { min: 3, max: 15 } }).poolName).toMatch(/^general-/);
  });

  test('counts pools of zones by the zone, and pools of other pods by their addresses', () => {
    const stack = googleStack();
    const made = new GkeCluster(stack, 'small', { network: network(stack, '10.40.0.0/20') });
    made.addNodePool('zonal', { ...POOL, nodes: { min: 1, max: 2 }, autoscaling: 'per-zone' });
    made.addNodePool('dense', { ...POOL, nodes: { min: 0, max: 17 }, maxPodsPerNode: 32 });
    expect(() => made.addNodePool('last', { ...POOL, nodes: { min: 0, max: 1 }, maxPodsPerNode: 8 })).toThrow(
      'within the 16 nodes that the network has pod addresses for',
    );
  });

  test('refuses the internet as an authorized network', () => {
    expect(() => attributes({ authorizedNetworks: ['0.0.0.0/0'] })).toThrow(
      "test/cluster: 'authorizedNetworks' must not hold ranges larger than /8, got '0.0.0.0/0'; leave it out",
    );
  });

  test.each(['us-east1', 'europe-west1b', 'europe-west10'])(
    'refuses the location %s outside its region',
    (location) => {
      expect(() => attributes({ location })).toThrow(
        `'location' must be the network's region (europe-west1) or one of its zones, got '${location}'`,
      );
    },
  );

  test.each([7, 257, 1.5])('refuses %p pods a node', (maxPodsPerNode) => {
    expect(() => attributes({ maxPodsPerNode })).toThrow("'maxPodsPerNode' must be a whole number from 8 to 256");
  });

  test('refuses what its parts refuse, all at once', () => {
    expect(() =>
      attributes({
        zones: ['us-east1-b'],
        ipEndpoint: 'public',
        maintenanceExclusions: { e: { startTime: 'x', endTime: '2026-01-01T00:00:00Z', scope: 'NO_UPGRADES' } },
        upgradeEvents: [],
        securityGroup: 'platform@example.com',
        logComponents: [],
        usageExport: { location: 'EU' },
        resourceLabels: { Tier: 'main' },
        nodeAutoProvisioning: { cpu: { max: 10_000 }, memoryGib: { max: 1 } },
        statefulHa: true,
        csiDrivers: [],
      }),
    ).toThrow(
      new RegExp(
        [
          'zones',
          'ipEndpoint',
          'maintenanceExclusions.e.startTime',
          'upgradeEvents',
          'securityGroup',
          'logComponents',
          'usageExport.location',
          'resourceLabels.Tier',
          'nodeAutoProvisioning.cpu.max',
          'csiDrivers',
        ]
          .map((property) => `test/cluster: '${property}' `)
          .join('[^]*'),
      ),
    );
  });

  test('refuses a name longer than GKE takes', () => {
    expect(() => attributes({ name: 'a'.repeat(41) })).toThrow("'name' must be up to 40 lower-case letters");
  });

  test('refuses administrators that are no IAM members', () => {
    expect(() => attributes({ administrators: ['platform@example.com'] })).toThrow(
      "'administrators' must hold IAM members such as group:platform@example.com, got 'platform@example.com'",
    );
  });

  test('counts and uses all ranges that the network has for pods', () => {
    const stack = googleStack();
    const large = new VpcNetwork(stack, 'network', {
      ...{ project: PROJECT, region: REGION, name: 'main', cidr: '10.40.0.0/20' },
      additionalPodRanges: { more: '10.60.0.0/20' },
    });
    const made = new GkeCluster(stack, 'cluster', { network: large, name: 'main' });
    made.addNodePool('general', { machineType: 'e2-standard-4', nodes: { min: 1, max: 40 } });
    expect(only(stack, TYPE)).toMatchObject({
      ip_allocation_policy: { additional_pod_ranges_config: { pod_range_names: ['more'] } },
    });
  });
});
