import type { GkeAlertRule } from './gke-alert-rule';
import { gkeMetric } from './monitored-cluster';

const TEN_MINUTES = 600;
const QUARTER_HOUR = 900;

/** Alerts on nodes, from metrics that every cluster has. */
export const NODE_ALERTS = {
  // A node whose kubelet went silent is 'Unknown', not 'False'; both are not ready. The metric came with GKE 1.32.1.
  'node-not-ready': {
    kind: 'query',
    summary: 'A node is not ready',
    severity: 'ERROR',
    threshold: 0,
    durationSeconds: TEN_MINUTES,
    query: (cluster, threshold) =>
      `max by (node_name) (${gkeMetric(cluster, 'k8s_node', 'node_status_condition', 'condition="Ready"', 'status!="True"')}) > ${threshold}`,
    documentation:
      'The node has not been ready for ten minutes, so its pods are moved elsewhere. Auto-repair replaces it after about as long again. Look at `kubectl describe node` and at the serial console of the machine.',
  },
  'node-cpu-high': {
    kind: 'query',
    summary: 'A node has little CPU left',
    severity: 'WARNING',
    threshold: 0.9,
    durationSeconds: QUARTER_HOUR,
    query: (cluster, threshold) =>
      `avg by (node_name) (${gkeMetric(cluster, 'k8s_node', 'node_cpu_allocatable_utilization')}) > ${threshold}`,
    documentation:
      'The pods of the node use most of the CPU that it can give. Those that ask for less than they use are throttled first: compare requests with use.',
  },
  'node-memory-high': {
    kind: 'query',
    summary: 'A node has little memory left',
    severity: 'ERROR',
    threshold: 0.9,
    durationSeconds: TEN_MINUTES,
    query: (cluster, threshold) =>
      `sum by (node_name) (${gkeMetric(cluster, 'k8s_node', 'node_memory_allocatable_utilization', 'memory_type="non-evictable"')}) > ${threshold}`,
    documentation:
      'The pods of the node use most of the memory that it can give, not counting caches. The kubelet evicts pods next, those above their requests first.',
  },
  'node-disk-nearly-full': {
    kind: 'query',
    summary: 'The disk of a node is nearly full',
    severity: 'ERROR',
    threshold: 0.85,
    durationSeconds: TEN_MINUTES,
    query: (cluster, threshold) => {
      const used = gkeMetric(cluster, 'k8s_node', 'node_ephemeral_storage_used_bytes');
      const allocatable = gkeMetric(cluster, 'k8s_node', 'node_ephemeral_storage_allocatable_bytes');
      return `sum by (node_name) (${used}) / sum by (node_name) (${allocatable}) > ${threshold}`;
    },
    documentation:
      'Images, logs and `emptyDir` volumes fill the boot disk. The kubelet removes images, then evicts pods. Set limits on `ephemeral-storage`, or give the pool larger disks.',
  },
} as const satisfies Readonly<Record<string, GkeAlertRule>>;
