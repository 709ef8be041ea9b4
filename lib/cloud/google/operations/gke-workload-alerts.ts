import type { GkeAlertRule } from './gke-alert-rule';
import { clusterLogs, gkeMetric, prometheusMetric } from './monitored-cluster';

const TEN_MINUTES = 600;
const QUARTER_HOUR = 900;

/** Alerts on pods and containers. */
const POD_ALERTS = {
  'container-crash-looping': {
    kind: 'query',
    summary: 'A container restarts again and again',
    severity: 'ERROR',
    threshold: 3,
    durationSeconds: 0,
    query: (cluster, threshold) =>
      `sum by (namespace_name, pod_name, container_name) (increase(${gkeMetric(cluster, 'k8s_container', 'container_restart_count')}[15m])) > ${threshold}`,
    documentation:
      'The container restarted more often in a quarter of an hour than it should. `kubectl logs --previous` has its last words, `kubectl describe pod` the reason it ended.',
  },
  'container-out-of-memory': {
    kind: 'event',
    summary: 'A process was killed for want of memory',
    severity: 'WARNING',
    condition: (cluster) => ({
      kind: 'log',
      filter: clusterLogs(cluster, 'k8s_node', 'log_id("events")', 'jsonPayload.reason=("OOMKilling" OR "SystemOOM")'),
      labelExtractors: { node: 'EXTRACT(resource.labels.node_name)' },
    }),
    documentation:
      'A container passed its memory limit, or the node had no memory left. Raise the limit, or find the leak. https://cloud.google.com/kubernetes-engine/docs/troubleshooting/oom-events',
  },
  // Containers without a limit have no such series, so they are not seen here.
  'container-memory-near-limit': {
    kind: 'query',
    summary: 'A container nears its memory limit',
    severity: 'WARNING',
    threshold: 0.95,
    durationSeconds: TEN_MINUTES,
    query: (cluster, threshold) =>
      `max by (namespace_name, pod_name, container_name) (${gkeMetric(cluster, 'k8s_container', 'container_memory_limit_utilization', 'memory_type="non-evictable"')}) > ${threshold}`,
    documentation: 'The container is killed when it passes its limit. Raise the limit, or find the leak.',
  },
  'container-waiting': {
    kind: 'query',
    summary: 'A container cannot start',
    severity: 'ERROR',
    threshold: 0,
    durationSeconds: QUARTER_HOUR,
    query: (cluster, threshold) =>
      `max by (namespace, pod, container, reason) (${prometheusMetric(cluster, 'kube_pod_container_status_waiting_reason', 'reason=~"CreateContainerConfigError|CreateContainerError|ErrImagePull|ImagePullBackOff|InvalidImageName"')}) > ${threshold}`,
    documentation:
      'The image cannot be pulled, or the configuration of the container is wrong: a ConfigMap or Secret may be missing. `kubectl describe pod` says which.',
  },
  'pod-unschedulable': {
    kind: 'query',
    summary: 'A pod finds no node',
    severity: 'ERROR',
    threshold: 0,
    durationSeconds: QUARTER_HOUR,
    query: (cluster, threshold) =>
      `max by (namespace, pod) (${prometheusMetric(cluster, 'kube_pod_status_unschedulable')}) > ${threshold}`,
    documentation:
      'No node can take the pod, and the autoscaler has made none. Its pool may be at its largest, a quota used up, or the pod may ask for what no node has. The events of the pod say which.',
  },
} as const satisfies Readonly<Record<string, GkeAlertRule>>;

/** Alerts on what keeps pods running. */
const CONTROLLER_ALERTS = {
  'deployment-unavailable': {
    kind: 'query',
    summary: 'A Deployment lacks replicas',
    severity: 'ERROR',
    threshold: 0,
    durationSeconds: QUARTER_HOUR,
    query: (cluster, threshold) => {
      const wanted = prometheusMetric(cluster, 'kube_deployment_spec_replicas');
      const available = prometheusMetric(cluster, 'kube_deployment_status_replicas_available');
      return `max by (namespace, deployment) (${wanted}) - max by (namespace, deployment) (${available}) > ${threshold}`;
    },
    documentation:
      'Fewer replicas are available than the Deployment asks for. `kubectl rollout status` says what waits.',
  },
  'statefulset-unavailable': {
    kind: 'query',
    summary: 'A StatefulSet lacks replicas',
    severity: 'ERROR',
    threshold: 0,
    durationSeconds: QUARTER_HOUR,
    query: (cluster, threshold) => {
      const wanted = prometheusMetric(cluster, 'kube_statefulset_replicas');
      const ready = prometheusMetric(cluster, 'kube_statefulset_status_replicas_ready');
      return `max by (namespace, statefulset) (${wanted}) - max by (namespace, statefulset) (${ready}) > ${threshold}`;
    },
    documentation:
      'Fewer replicas are ready than the StatefulSet asks for. It starts one at a time, so look at the lowest that is not ready.',
  },
  'daemonset-unavailable': {
    kind: 'query',
    summary: 'A DaemonSet is missing on nodes',
    severity: 'WARNING',
    threshold: 0,
    durationSeconds: QUARTER_HOUR,
    query: (cluster, threshold) => {
      const wanted = prometheusMetric(cluster, 'kube_daemonset_status_desired_number_scheduled');
      const ready = prometheusMetric(cluster, 'kube_daemonset_status_number_ready');
      return `max by (namespace, daemonset) (${wanted}) - max by (namespace, daemonset) (${ready}) > ${threshold}`;
    },
    documentation: 'Some nodes that should run a pod of the DaemonSet run none that is ready.',
  },
  // One whose smallest and largest number are the same is always at its largest, which is no news.
  'autoscaler-at-maximum': {
    kind: 'query',
    summary: 'A HorizontalPodAutoscaler is at its maximum',
    severity: 'WARNING',
    threshold: 1,
    durationSeconds: QUARTER_HOUR,
    query: (cluster, threshold) => {
      const by = 'max by (namespace, horizontalpodautoscaler)';
      const current = `${by} (${prometheusMetric(cluster, 'kube_horizontalpodautoscaler_status_current_replicas')})`;
      const max = `${by} (${prometheusMetric(cluster, 'kube_horizontalpodautoscaler_spec_max_replicas')})`;
      const min = `${by} (${prometheusMetric(cluster, 'kube_horizontalpodautoscaler_spec_min_replicas')})`;
      return `(${current} / ${max} >= ${threshold}) and (${max} > ${min})`;
    },
    documentation:
      'The workload has as many replicas as its autoscaler may give it, and may need more. Raise `maxReplicas`, or find what the load comes from.',
  },
} as const satisfies Readonly<Record<string, GkeAlertRule>>;

/** Alerts on volumes. */
const VOLUME_ALERTS = {
  'volume-nearly-full': {
    kind: 'query',
    summary: 'A volume is nearly full',
    severity: 'ERROR',
    threshold: 0.85,
    durationSeconds: TEN_MINUTES,
    query: (cluster, threshold) =>
      `max by (namespace_name, pod_name, volume_name) (${gkeMetric(cluster, 'k8s_pod', 'pod_volume_utilization')}) > ${threshold}`,
    documentation:
      'Enlarge the PersistentVolumeClaim, which needs no restart where its StorageClass allows expansion, or remove data.',
  },
  'persistent-volume-failed': {
    kind: 'query',
    summary: 'A PersistentVolume has failed',
    severity: 'ERROR',
    threshold: 0,
    durationSeconds: TEN_MINUTES,
    query: (cluster, threshold) =>
      `max by (persistentvolume) (${prometheusMetric(cluster, 'kube_persistentvolume_status_phase', 'phase="Failed"')}) > ${threshold}`,
    documentation: 'The volume could not be reclaimed. `kubectl describe persistentvolume` says why.',
  },
} as const satisfies Readonly<Record<string, GkeAlertRule>>;

export const WORKLOAD_ALERTS = { ...POD_ALERTS, ...CONTROLLER_ALERTS, ...VOLUME_ALERTS };
