import type { Cluster, ClusterNodes, NodePool } from '../../../lib/core/cluster';
import { EKS, GKE } from '../../support/manifests';

const POOLS: Readonly<Record<string, NodePool>> = {
  general: { taints: [] },
  batch: { taints: [{ key: 'dedicated', value: 'batch', effect: 'NoSchedule' }] },
  gpu: {
    taints: [
      { key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' },
      { key: 'dedicated', value: 'batch', effect: 'NoSchedule' },
    ],
    gpu: { type: 'nvidia-l4', count: 2 },
  },
};

const NODES: ClusterNodes = { kind: 'pools', pools: POOLS };

/** Clusters whose pools are described, on each cloud. */
export const EKS_POOLS: Cluster = { ...EKS, nodes: NODES };
export const GKE_POOLS: Cluster = { ...GKE, nodes: NODES };

/** The same with a pool in gVisor. */
export const GKE_SANDBOX: Cluster = {
  ...GKE,
  nodes: {
    kind: 'pools',
    pools: {
      ...POOLS,
      untrusted: {
        taints: [{ key: 'sandbox.gke.io/runtime', value: 'gvisor', effect: 'NoSchedule' }],
        sandbox: true,
      },
    },
  },
};

/** Clusters that make nodes by themselves. */
export const AUTOPILOT: Cluster = { ...GKE, nodes: { kind: 'autopilot' } };
export const AUTO_MODE: Cluster = { ...EKS, nodes: { kind: 'auto-mode' } };

/** A cluster that has the storage class `shared`. */
export const WITH_SHARED: Cluster = {
  ...GKE,
  storageClasses: {
    ...GKE.storageClasses,
    shared: { provisioner: 'filestore.csi.storage.gke.io', parameters: {}, reclaimPolicy: 'Retain' },
  },
};
