import { type TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { forceNewValues } from '../../../../lib/cloud/google/gke/force-new-values';
import type { GkeCluster } from '../../../../lib/cloud/google/gke/gke-cluster';
import { GkeNodePool, type GkeNodePoolOptions } from '../../../../lib/cloud/google/gke/gke-node-pool';
import { KmsKey } from '../../../../lib/cloud/google/keys/kms-key';
import { cluster } from '../fixtures';
import { googleStack, resources } from '../synth';

const TYPE = 'google_container_node_pool';
/** What the name does not count: itself, and what is the autoscaler's business. */
const NOT_COUNTED = ['initial_node_count', 'name'];
/** What a pool has from its cluster, whose pools are all new with it. */
const OF_THE_CLUSTER = ['cluster', 'location', 'project'];
/** The same for every pool. */
const CONSTANT = [
  'node_config',
  'node_config.metadata',
  'node_config.oauth_scopes',
  'node_config.shielded_instance_config',
  'node_config.shielded_instance_config.enable_integrity_monitoring',
];

const L4 = { type: 'nvidia-l4', count: 1 };
const SHARED = { ...L4, sharing: { strategy: 'TIME_SHARING' as const, maxClientsPerGpu: 2 } };
const G2 = { machineType: 'g2-standard-8', gpu: L4 };
const T4 = { machineType: 'n1-standard-8', gpu: { type: 'nvidia-tesla-t4', count: 1 } };
const A100 = { machineType: 'a2-highgpu-1g', gpu: { type: 'nvidia-tesla-a100', count: 1 } };
const N2 = { machineType: 'n2-standard-8' };
const N2D = { machineType: 'n2d-standard-8' };

/** Paths that cannot be changed in place, and the options that change them: from the first to the second. */
const REPLACED: readonly [string, Partial<GkeNodePoolOptions>, Partial<GkeNodePoolOptions>][] = [
  ['max_pods_per_node', {}, { maxPodsPerNode: 32 }],
  [
    'placement_policy',
    { ...N2, zones: ['europe-west1-b'] },
    { ...N2, zones: ['europe-west1-b'], placement: 'COMPACT' },
  ],
  ['node_config.advanced_machine_features', N2, { ...N2, threadsPerCore: 1 }],
  ['node_config.advanced_machine_features.enable_nested_virtualization', N2, { ...N2, nestedVirtualization: true }],
  ['node_config.advanced_machine_features.threads_per_core', { threadsPerCore: 1 }, { threadsPerCore: 2 }],
  ['node_config.boot_disk_kms_key', {}, { kmsKey: KmsKey.fromId('projects/p/key') }],
  [
    'node_config.confidential_nodes.confidential_instance_type',
    { ...N2D, confidentialNodes: 'SEV' },
    { ...N2D, confidentialNodes: 'SEV_SNP' },
  ],
  ['node_config.ephemeral_storage_local_ssd_config', N2, { ...N2, localSsdCount: 1 }],
  [
    'node_config.ephemeral_storage_local_ssd_config.local_ssd_count',
    { ...N2, localSsdCount: 1 },
    { ...N2, localSsdCount: 2 },
  ],
  ['node_config.guest_accelerator', { machineType: 'n1-standard-8' }, T4],
  ['node_config.guest_accelerator.count', T4, { ...T4, gpu: { ...T4.gpu, count: 2 } }],
  ['node_config.guest_accelerator.type', T4, { ...T4, gpu: { ...T4.gpu, type: 'nvidia-tesla-p4' } }],
  ['node_config.guest_accelerator.gpu_driver_installation_config', { machineType: 'n1-standard-8' }, T4],
  [
    'node_config.guest_accelerator.gpu_driver_installation_config.gpu_driver_version',
    G2,
    { ...G2, gpu: { ...L4, driver: 'LATEST' } },
  ],
  [
    'node_config.guest_accelerator.gpu_partition_size',
    A100,
    { ...A100, gpu: { ...A100.gpu, partitionSize: '1g.5gb' } },
  ],
  ['node_config.guest_accelerator.gpu_sharing_config', G2, { ...G2, gpu: SHARED }],
  [
    'node_config.guest_accelerator.gpu_sharing_config.gpu_sharing_strategy',
    { ...G2, gpu: SHARED },
    { ...G2, gpu: { ...L4, sharing: { strategy: 'MPS', maxClientsPerGpu: 2 } } },
  ],
  [
    'node_config.guest_accelerator.gpu_sharing_config.max_shared_clients_per_gpu',
    { ...G2, gpu: SHARED },
    { ...G2, gpu: { ...L4, sharing: { strategy: 'TIME_SHARING', maxClientsPerGpu: 3 } } },
  ],
  ['node_config.reservation_affinity', {}, { reservation: 'none' }],
  ['node_config.reservation_affinity.consume_reservation_type', { reservation: 'any' }, { reservation: 'none' }],
  ['node_config.reservation_affinity.key', { reservation: 'any' }, { reservation: { name: 'a' } }],
  ['node_config.reservation_affinity.values', { reservation: { name: 'a' } }, { reservation: { name: 'b' } }],
  ['node_config.sandbox_config', N2, { ...N2, gvisor: true }],
  ['node_config.service_account', {}, { ownIdentity: true }],
  ['node_config.shielded_instance_config.enable_secure_boot', {}, { secureBoot: false }],
  ['node_config.spot', {}, { spot: true }],
];

const KEPT: readonly [string, Partial<GkeNodePoolOptions>, Partial<GkeNodePoolOptions>][] = [
  ['nodes', {}, { nodes: { min: 0, max: 100 } }],
  ['autoscaling', {}, { autoscaling: 'per-zone' }],
  ['locationPolicy', {}, { locationPolicy: 'ANY' }],
  ['zones', {}, { zones: ['europe-west1-b'] }],
  ['machineType', {}, { machineType: 'n2-standard-8' }],
  ['diskSizeGib', {}, { diskSizeGib: 100 }],
  ['diskType', {}, { diskType: 'pd-ssd' }],
  ['labels', {}, { labels: { tier: 'batch' } }],
  ['taints', {}, { taints: [{ key: 'a', value: 'b', effect: 'NO_EXECUTE' }] }],
  ['tags', {}, { tags: ['batch'] }],
  ['imageType', {}, { imageType: 'UBUNTU_CONTAINERD' }],
  ['imageStreaming', {}, { imageStreaming: true }],
  ['loggingVariant', {}, { loggingVariant: 'MAX_THROUGHPUT' }],
  ['gvnic', {}, { gvnic: true }],
  ['linuxSysctls', {}, { linuxSysctls: { 'net.core.somaxconn': '4096' } }],
  ['cpuManagerPolicy', {}, { cpuManagerPolicy: 'static' }],
  ['podPidsLimit', {}, { podPidsLimit: 2048 }],
  ['upgrade', {}, { upgrade: { strategy: 'BLUE_GREEN' } }],
  ['autoRepair', {}, { autoRepair: true }],
  ['autoUpgrade', {}, { autoUpgrade: true }],
  ['what is off by default', {}, { gvisor: false, spot: false, ownIdentity: false, confidentialNodes: false }],
];

/** One cluster for all: a pool under each scope, so that their paths differ. */
const stack: TerraformStack = googleStack();
const joined: GkeCluster = cluster(stack);
let scopes = 0;

function pool(options: Partial<GkeNodePoolOptions>): GkeNodePool {
  scopes += 1;
  return new GkeNodePool(new Construct(stack, `scope-${scopes}`), 'pool', {
    cluster: joined,
    name: 'general',
    machineType: 'e2-standard-4',
    nodes: { min: 3, max: 12 },
    ...options,
  });
}

describe('the name of a pool', () => {
  test.each(REPLACED)('changes with %s', (_path, before, after) => {
    expect(pool(after).poolName).not.toBe(pool(before).poolName);
  });

  test.each(KEPT)('does not change with %s', (_option, before, after) => {
    expect(pool(after).poolName).toBe(pool(before).poolName);
  });

  test('is another in another cluster', () => {
    const other = googleStack();
    const { poolName } = new GkeNodePool(other, 'pool', {
      cluster: cluster(other, { name: 'other' }),
      name: 'general',
      machineType: 'e2-standard-4',
      nodes: { min: 3, max: 12 },
    });
    expect(poolName).not.toBe(pool({}).poolName);
  });

  test('is tested for all that cannot be changed in place', () => {
    const emitted = Object.values(resources(stack, TYPE)).flatMap((made) => Object.keys(forceNewValues(TYPE, made)));
    const tested = [...REPLACED.map(([path]) => path), ...NOT_COUNTED, ...OF_THE_CLUSTER, ...CONSTANT];
    expect([...new Set(emitted)].sort()).toEqual([...new Set(tested)].sort());
  });
});
