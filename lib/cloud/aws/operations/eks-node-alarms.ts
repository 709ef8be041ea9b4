import { CONTAINER_INSIGHTS_URL, type EksAlarmRule, insightsCondition, insightsMetric } from './eks-alarm-rule';

const BASE = { needs: 'Container Insights', source: CONTAINER_INSIGHTS_URL } as const;

/** Alarms on nodes. The metrics of a whole cluster hold a value of each node, so `Maximum` is the worst of them. */
export const NODE_ALARMS = {
  'node-failed': {
    ...BASE,
    title: 'Nodes that are not well',
    summary: 'A node is not well',
    unit: 'nodes',
    threshold: 0,
    condition: insightsCondition('cluster_failed_node_count', 'Maximum', 2),
    runbook:
      'A node has been short of memory, disk or process ids, or not ready, for ten minutes. Look at the conditions in `kubectl describe node`. Node repair and Karpenter replace it where they are on.',
  },
  'node-cpu-high': {
    ...BASE,
    title: 'CPU of the busiest node',
    summary: 'A node has little CPU left',
    unit: 'percent',
    threshold: 90,
    condition: insightsCondition('node_cpu_utilization', 'Maximum', 3),
    runbook:
      'The busiest node used most of its CPU for a quarter of an hour. Pods that ask for less than they use are slowed first: compare requests with use, and look whether pods are spread over nodes.',
  },
  'node-memory-high': {
    ...BASE,
    title: 'Memory of the fullest node',
    summary: 'A node has little memory left',
    unit: 'percent',
    threshold: 90,
    condition: insightsCondition('node_memory_utilization', 'Maximum', 2),
    runbook:
      'The fullest node used most of its memory for ten minutes. The kubelet evicts pods next, those above their requests first. Raise requests to what is used, or take larger machines.',
  },
  'node-disk-nearly-full': {
    ...BASE,
    title: 'Fullest disk of a node',
    summary: 'The disk of a node is nearly full',
    unit: 'percent',
    threshold: 85,
    condition: insightsCondition('node_filesystem_utilization', 'Maximum', 2),
    runbook:
      'Images, logs and `emptyDir` volumes fill a disk of a node. At 85 percent the kubelet begins to remove images, and evicts pods after. Limit `ephemeral-storage`, or give the node group larger disks.',
  },
  'pod-capacity-nearly-used': {
    ...BASE,
    title: 'Room for pods',
    summary: 'The nodes can take few more pods',
    unit: 'percent',
    threshold: 90,
    condition: (cluster) => ({
      watched: {
        kind: 'expression',
        expression: '100 * running / allocatable',
        label: 'Pods, in percent of those that the nodes can take',
        metrics: {
          running: insightsMetric(cluster, 'node_number_of_running_pods', 'Sum'),
          allocatable: insightsMetric(cluster, 'node_status_allocatable_pods', 'Sum'),
        },
      },
      evaluationPeriods: 3,
    }),
    runbook:
      'Nodes have a largest number of pods, however small these are. Where nodes are not added by themselves, raise `maxNodes`; where they are, see why not: quotas of EC2, and addresses left in the private subnets.',
  },
} as const satisfies Readonly<Record<string, EksAlarmRule>>;
