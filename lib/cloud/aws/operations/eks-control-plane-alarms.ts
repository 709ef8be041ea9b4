import { EKS_METRICS_URL, type EksAlarmRule, eksMetric } from './eks-alarm-rule';

const BASE = { needs: 'EKS', source: EKS_METRICS_URL } as const;
const WRITES = ['DELETE', 'PATCH', 'POST', 'PUT'] as const;
/** Eight tenths of the 8 GiB that etcd holds on EKS. */
const ETCD_BYTES = 6_871_947_674;

/** Alarms on the control plane, from metrics that EKS publishes of every cluster since Kubernetes 1.28. */
export const CONTROL_PLANE_ALARMS = {
  'api-server-errors': {
    ...BASE,
    title: 'API requests answered with 5xx',
    summary: 'The API server answers with errors',
    unit: 'percent of all requests',
    threshold: 5,
    condition: (cluster) => ({
      watched: {
        kind: 'expression',
        expression: '100 * errors / requests',
        label: 'Requests answered with 5xx, in percent',
        metrics: {
          errors: eksMetric(cluster, 'apiserver_request_total_5XX', 'Sum'),
          requests: eksMetric(cluster, 'apiserver_request_total', 'Sum'),
        },
      },
      evaluationPeriods: 2,
    }),
    runbook:
      'Webhooks that do not answer are the usual cause: look for failing ones in the log stream `kube-apiserver`. If there are none, open a case with AWS, who run the control plane.',
  },
  'api-server-throttled': {
    ...BASE,
    title: 'API requests answered with 429',
    summary: 'The API server turns requests away',
    unit: 'percent of all requests',
    threshold: 5,
    condition: (cluster) => ({
      watched: {
        kind: 'expression',
        expression: '100 * rejected / requests',
        label: 'Requests answered with 429, in percent',
        metrics: {
          rejected: eksMetric(cluster, 'apiserver_request_total_429', 'Sum'),
          requests: eksMetric(cluster, 'apiserver_request_total', 'Sum'),
        },
      },
      evaluationPeriods: 2,
    }),
    runbook:
      'Somebody asks too much: the audit log says who (`stats count(*) by user.username`). Controllers that list instead of watching are the usual cause.',
  },
  'api-server-slow': {
    ...BASE,
    title: 'API writes, 99th percentile',
    summary: 'The API server writes slowly',
    unit: 'seconds',
    threshold: 1,
    condition: (cluster) => ({
      watched: {
        kind: 'expression',
        expression: `MAX([${WRITES.map((verb) => verb.toLowerCase()).join(', ')}])`,
        label: 'Latency of writes, 99th percentile',
        metrics: Object.fromEntries(
          WRITES.map((verb) => [
            verb.toLowerCase(),
            eksMetric(cluster, `apiserver_request_duration_seconds_${verb}_P99`, 'Average'),
          ]),
        ),
      },
      evaluationPeriods: 2,
    }),
    runbook:
      'One write in a hundred took longer than that for ten minutes. Webhooks that answer slowly and large objects are the usual causes; the audit log has the latency of each request.',
  },
  'etcd-nearly-full': {
    ...BASE,
    title: 'Size of the store',
    summary: 'The store of the cluster is nearly full',
    source: 'https://docs.aws.amazon.com/eks/latest/best-practices/scale-control-plane.html',
    unit: 'bytes',
    threshold: ETCD_BYTES,
    condition: (cluster) => ({
      watched: { kind: 'metric', ...eksMetric(cluster, 'apiserver_storage_size_bytes', 'Maximum') },
      evaluationPeriods: 3,
    }),
    runbook:
      'At 8 GiB the cluster can be read only. Find the kind of object that there are too many of: Events, finished Jobs, ReplicaSets and reports of scanners are the usual ones, and delete those.',
  },
  'pods-unschedulable': {
    ...BASE,
    title: 'Pods without a node',
    summary: 'Pods find no node',
    unit: 'pods',
    threshold: 0,
    condition: (cluster) => ({
      watched: { kind: 'metric', ...eksMetric(cluster, 'scheduler_pending_pods_UNSCHEDULABLE', 'Maximum') },
      evaluationPeriods: 3,
    }),
    runbook:
      'For a quarter of an hour no node has had room for a pod, or been one that the pod tolerates. The events of the pod say why; then look why no node is added: limits of NodePools, `maxNodes`, quotas of EC2.',
  },
  'scheduler-errors': {
    ...BASE,
    title: 'Errors of the scheduler',
    summary: 'The scheduler fails',
    unit: 'attempts in five minutes',
    threshold: 0,
    condition: (cluster) => ({
      watched: { kind: 'metric', ...eksMetric(cluster, 'scheduler_schedule_attempts_ERROR', 'Sum') },
      evaluationPeriods: 3,
    }),
    runbook:
      'Attempts to place pods have failed for a reason that is not the nodes. The log stream `kube-scheduler` holds it.',
  },
} as const satisfies Readonly<Record<string, EksAlarmRule>>;
