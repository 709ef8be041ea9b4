import type { GkeAlertRule } from './gke-alert-rule';
import { clusterLogs, prometheusMetric } from './monitored-cluster';

const TEN_MINUTES = 600;

/** Alerts on the API server, upgrades and the cluster autoscaler. */
export const CONTROL_PLANE_ALERTS = {
  'api-server-errors': {
    kind: 'query',
    summary: 'The API server answers with errors',
    severity: 'CRITICAL',
    threshold: 0.05,
    durationSeconds: TEN_MINUTES,
    query: (cluster, threshold) => {
      const failed = prometheusMetric(cluster, 'apiserver_request_total', 'code=~"5.."');
      const all = prometheusMetric(cluster, 'apiserver_request_total');
      return `sum(rate(${failed}[5m])) / sum(rate(${all}[5m])) > ${threshold}`;
    },
    documentation:
      'More requests fail than should. Webhooks that do not answer are the usual cause, overload the next: see which `resource` and `verb` fail.',
  },
  // A second is what Kubernetes promises for single objects. Watches and streams last as long as somebody listens.
  // https://github.com/kubernetes/community/blob/master/sig-scalability/slos/api_call_latency.md
  'api-server-slow': {
    kind: 'query',
    summary: 'The API server is slow to write',
    severity: 'WARNING',
    threshold: 1,
    durationSeconds: TEN_MINUTES,
    query: (cluster, threshold) => {
      const duration = prometheusMetric(
        cluster,
        'apiserver_request_duration_seconds_bucket',
        'verb=~"DELETE|PATCH|POST|PUT"',
        'subresource!~"attach|exec|portforward|proxy"',
      );
      return `histogram_quantile(0.99, sum by (le, verb) (rate(${duration}[5m]))) > ${threshold}`;
    },
    documentation:
      'One write in a hundred takes longer than the threshold, in seconds. Slow webhooks are the usual cause: compare `apiserver_admission_webhook_admission_duration_seconds`.',
  },
  // https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-autoscaler-visibility#messages
  'cluster-autoscaler-failed': {
    kind: 'event',
    summary: 'The cluster autoscaler could not add nodes',
    severity: 'ERROR',
    condition: (cluster) => ({
      kind: 'log',
      filter: clusterLogs(
        cluster,
        'k8s_cluster',
        'log_id("container.googleapis.com/cluster-autoscaler-visibility")',
        'jsonPayload.resultInfo.results.errorMsg.messageId:"scale.up.error"',
      ),
    }),
    documentation:
      'Compute Engine had no machine of the kind, a quota is used up, or the network has no addresses left. The `messageId` of the entry says which: https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-autoscaler-visibility#messages',
  },
  'control-plane-upgrade': {
    kind: 'event',
    summary: 'The control plane is being upgraded',
    severity: 'WARNING',
    condition: (cluster) => ({
      kind: 'log',
      filter: clusterLogs(cluster, 'gke_cluster', 'protoPayload.metadata.operationType="UPGRADE_MASTER"'),
    }),
    documentation:
      'GKE changes the version of the control plane. Nothing has to be done; it explains what else may be noticed meanwhile. A zonal cluster has no API server for some minutes.',
  },
} as const satisfies Readonly<Record<string, GkeAlertRule>>;
