import { type TerraformStack, Testing } from 'cdktf';
import type { GkeCluster } from '../../../../lib/cloud/google/gke/gke-cluster';
import { GkeNodeIdentity } from '../../../../lib/cloud/google/gke/gke-node-identity';
import { GkeNodePool, type GkeNodePoolProps } from '../../../../lib/cloud/google/gke/gke-node-pool';
import { KmsKey } from '../../../../lib/cloud/google/keys/kms-key';
import { KmsKeyRing } from '../../../../lib/cloud/google/keys/kms-key-ring';
import { cluster } from '../fixtures';
import { googleStack, only, PROJECT, REGION, resources, values } from '../synth';

const TYPE = 'google_container_node_pool';

function add(stack: TerraformStack, joined: GkeCluster, props: Partial<GkeNodePoolProps> = {}): GkeNodePool {
  return new GkeNodePool(stack, 'pool', {
    cluster: joined,
    name: 'general',
    machineType: 'e2-standard-4',
    nodes: { min: 3, max: 12 },
    ...props,
  });
}

function pool(props: Partial<GkeNodePoolProps> = {}): TerraformStack {
  const stack = googleStack();
  add(stack, cluster(stack), props);
  return stack;
}

describe('GkeNodePool', () => {
  test('is private, encrypted, repaired, upgraded and scaled by GKE', () => {
    expect(only(pool(), TYPE)).toMatchSnapshot();
  });

  test('says its name, which is the one that is written', () => {
    const stack = googleStack();
    const made = add(stack, cluster(stack));
    expect(made.poolName).toMatch(/^general-[0-9a-f]{6}$/);
    expect(only(stack, TYPE)).toMatchObject({ name: made.poolName, lifecycle: { create_before_destroy: true } });
  });

  test('bears the very name of a pool that is there already, and cannot be there twice', () => {
    const made = only(pool({ exactName: true }), TYPE);
    expect(made).toMatchObject({ name: 'general' });
    expect(made).not.toHaveProperty('lifecycle.create_before_destroy');
  });

  test('labels, taints and tags its nodes, in one order', () => {
    const taint = { key: 'team', value: 'b', effect: 'NO_SCHEDULE' as const };
    const other = { key: 'gpu', value: 'true', effect: 'NO_SCHEDULE' as const };
    expect(only(pool({ labels: { tier: 'batch' }, taints: [taint, other], tags: ['b', 'a'] }), TYPE)).toMatchObject({
      node_config: { labels: { tier: 'batch' }, taint: [other, taint], tags: ['main-node', 'a', 'b'] },
    });
  });

  test('takes spot machines where told', () => {
    expect(only(pool({ spot: true }), TYPE)).toMatchObject({
      autoscaling: { location_policy: 'ANY' },
      node_config: { spot: true },
    });
  });

  test('has GPUs, confidential memory, a place and a way to be upgraded where told', () => {
    const options: Partial<GkeNodePoolProps> = {
      machineType: 'a3-highgpu-1g',
      gpu: { type: 'nvidia-h100-80gb', count: 1 },
      confidentialNodes: true,
      placement: 'COMPACT',
      zones: ['europe-west1-b'],
      reservation: { name: 'gpus' },
      maxPodsPerNode: 32,
      upgrade: { strategy: 'BLUE_GREEN' },
    };
    expect(only(pool(options), TYPE)).toMatchObject({
      max_pods_per_node: 32,
      node_locations: ['europe-west1-b'],
      placement_policy: { type: 'COMPACT' },
      upgrade_settings: { strategy: 'BLUE_GREEN' },
      node_config: {
        guest_accelerator: [{ type: 'nvidia-h100-80gb', count: 1 }],
        confidential_nodes: { enabled: true, confidential_instance_type: 'TDX' },
        reservation_affinity: { values: ['gpus'] },
      },
    });
  });

  test('encrypts its disks with a key that another stack made', () => {
    expect(only(pool({ kmsKey: KmsKey.fromId('projects/p/key') }), TYPE)).toMatchObject({
      node_config: { boot_disk_kms_key: 'projects/p/key' },
    });
  });

  test('encrypts its disks with a key of its own, once machines may use it', () => {
    const stack = googleStack();
    const ring = new KmsKeyRing(stack, 'ring', { project: PROJECT, location: REGION, name: 'ring' });
    add(stack, cluster(stack), { kmsKey: ring.addKey('batch', { users: ['compute'] }) });
    expect(only(stack, TYPE)).toMatchObject({
      node_config: { boot_disk_kms_key: expect.stringMatching(/google_kms_crypto_key\.ring_key-batch_/) as unknown },
      depends_on: expect.arrayContaining([
        expect.stringMatching(/^google_kms_crypto_key_iam_member\.ring_key-batch_compute_/),
      ]) as unknown,
    });
  });
});

describe('gVisor', () => {
  const sandbox = { machineType: 'n2-standard-8', gvisor: true };

  test('runs pods apart from the kernel, and asks for a provider that knows of it', () => {
    const stack = pool(sandbox);
    expect(only(stack, TYPE)).toMatchObject({ node_config: { sandbox_config: { type: 'GVISOR' } } });
    expect(JSON.parse(Testing.synth(stack))).toMatchObject({
      terraform: { required_providers: { google: { version: '~> 8.0' } } },
    });
  });

  test('is off by default, and asks for nothing', () => {
    const stack = pool({ gvisor: false });
    expect(only(stack, TYPE)).not.toHaveProperty('node_config.sandbox_config');
    expect(JSON.parse(Testing.synth(stack))).toMatchObject({
      terraform: { required_providers: { google: { version: '6.50.0' } } },
    });
  });
});

describe('the identity of a pool', () => {
  const registry = { project: 'images', location: REGION, repositoryId: 'funlynk-production' };

  test('is the one that the cluster’s pools share', () => {
    const stack = googleStack();
    const joined = cluster(stack);
    expect(add(stack, joined).identity).toBe(joined.nodeIdentity);
    expect(Object.keys(resources(stack, 'google_service_account'))).toHaveLength(1);
  });

  test('is another where given one', () => {
    const stack = googleStack();
    const identity = new GkeNodeIdentity(stack, 'batch', { project: PROJECT, clusterName: 'batch' });
    add(stack, cluster(stack), { identity });
    expect(only(stack, TYPE)).toMatchObject({
      node_config: { service_account: expect.stringMatching(/google_service_account\.batch_/) as unknown },
    });
  });

  test('is its own where told, with the rights that every node has, and no more', () => {
    const stack = googleStack();
    const joined = cluster(stack);
    new GkeNodePool(stack, 'pool', {
      cluster: { ...joined, registry },
      name: 'agents',
      machineType: 'e2-standard-4',
      nodes: { min: 0, max: 3 },
      ownIdentity: true,
    });
    expect(values(stack, 'google_service_account', 'account_id')).toEqual(['main-nodes', 'main-pool-agents-nodes']);
    expect(values(stack, 'google_project_iam_member', 'role')).toEqual([
      'roles/container.defaultNodeServiceAccount',
      'roles/container.defaultNodeServiceAccount',
    ]);
    expect(only(stack, 'google_artifact_registry_repository_iam_member')).toMatchObject({
      member: expect.stringMatching(/google_service_account\.pool_NodeIdentity_/) as unknown,
      repository: 'funlynk-production',
    });
  });

  test('is refused where a pool is to have two', () => {
    const stack = googleStack();
    const joined = cluster(stack);
    expect(() => add(stack, joined, { identity: joined.nodeIdentity, ownIdentity: true })).toThrow(
      "test/pool: 'ownIdentity' must not go with identity, got true; leave one of them out",
    );
  });

  test('is the shared one where an own one is declined', () => {
    const stack = googleStack();
    const joined = cluster(stack);
    expect(add(stack, joined, { ownIdentity: false }).identity).toBe(joined.nodeIdentity);
  });

  test('is refused, with all the pool, on Autopilot', () => {
    const stack = googleStack();
    const joined = cluster(stack);
    expect(() => add(stack, joined, { cluster: { ...joined, mode: 'autopilot' } })).toThrow(
      "test/pool: 'cluster' must be a Standard cluster, since Autopilot makes its nodes by itself, got 'main'; leave the pool out, or use GkeCluster",
    );
  });
});

describe('refusals of a pool', () => {
  test('are made all at once, of whatever concern', () => {
    const options: Partial<GkeNodePoolProps> = {
      name: 'General',
      nodes: { min: 30, max: 12 },
      maxPodsPerNode: 4,
      diskSizeGib: 10,
      gpu: { type: 'nvidia-l4', count: 1 },
      confidentialNodes: true,
      placement: 'COMPACT',
      tags: ['X'],
      podPidsLimit: 1,
      autoUpgrade: false,
    };
    expect(() => pool(options)).toThrow(
      new RegExp(
        ["'name'", "'maxPodsPerNode'", "'nodes.min'", "'diskSizeGib'", "'machineType'", "'confidentialNodes'"]
          .concat(["'placement'", "'placement'", "'tags'", "'podPidsLimit'", "'autoUpgrade'"])
          .map((property) => `test/pool: ${property}`)
          .join('[^]*\n'),
      ),
    );
  });

  test('hold for zones that are not the cluster’s', () => {
    expect(() => pool({ zones: ['us-east1-b'] })).toThrow(
      "test/pool: 'zones' must hold zones of europe-west1 such as europe-west1-b, got 'us-east1-b'",
    );
  });
});
