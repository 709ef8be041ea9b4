import { gpuCount } from '../lib/cloud/aws/nodes/gpu-count';
import type { ClusterNodes, NodePool, Taint } from '../lib/core/cluster';
import type {
  AwsNodePoolEnvironment,
  ClusterEnvironment,
  GoogleNodePoolEnvironment,
} from '../lib/environment/environment';

type PoolTaint = AwsNodePoolEnvironment['taints'][number];

const EFFECTS: Readonly<Record<PoolTaint['effect'], Taint['effect']>> = {
  NO_SCHEDULE: 'NoSchedule',
  PREFER_NO_SCHEDULE: 'PreferNoSchedule',
  NO_EXECUTE: 'NoExecute',
};

/** GKE sets it on nodes with GPUs: https://cloud.google.com/kubernetes-engine/docs/how-to/gpus */
const GKE_GPU_TAINT: Taint = { key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' };

/** GKE sets it on nodes with gVisor: https://cloud.google.com/kubernetes-engine/docs/how-to/sandbox-pods */
const GKE_SANDBOX_TAINT: Taint = { key: 'sandbox.gke.io/runtime', value: 'gvisor', effect: 'NoSchedule' };

/** Where a cluster gets its nodes from, as its environment file says. */
export function clusterNodes(cluster: ClusterEnvironment): ClusterNodes {
  if (cluster.cloud === 'aws') {
    if (cluster.mode === 'auto') return { kind: 'auto-mode' };
    return { kind: 'pools', pools: mapValues(cluster.nodePools, eksPool) };
  }
  if (cluster.mode === 'autopilot') return { kind: 'autopilot' };
  return { kind: 'pools', pools: mapValues(cluster.nodePools, gkePool) };
}

/** A pod may land on any type of the pool, so that it finds as many GPUs as the smallest has. */
function eksPool({ machineTypes, spot, taints }: AwsNodePoolEnvironment): NodePool {
  const count = Math.min(...machineTypes.map(gpuCount));
  return { spot, taints: taints.map(taint), ...(count > 0 ? { gpu: { count } } : {}) };
}

function gkePool({ gpu, gvisor = false, spot, taints }: GoogleNodePoolEnvironment): NodePool {
  return {
    spot,
    taints: [
      ...taints.map(taint),
      ...(gpu === undefined ? [] : [GKE_GPU_TAINT]),
      ...(gvisor ? [GKE_SANDBOX_TAINT] : []),
    ],
    ...(gpu === undefined ? {} : { gpu: { type: gpu.type, count: gpu.count } }),
    ...(gvisor ? { sandbox: true } : {}),
  };
}

function taint({ key, value, effect }: PoolTaint): Taint {
  return { key, value, effect: EFFECTS[effect] };
}

function mapValues<From, To>(
  entries: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, change(value)]));
}
