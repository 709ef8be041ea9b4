/** The cluster that is watched; a `GkeCluster` is one. */
export interface IMonitoredCluster {
  /** Project id. */
  readonly project: string;
  /** Region, or zone of a zonal cluster. */
  readonly location: string;
  readonly clusterName: string;
}

/** The kinds of thing that GKE's own metrics are written for. */
export type GkeResource = 'k8s_container' | 'k8s_node' | 'k8s_pod';

/**
 * Selects a metric of GKE itself in PromQL, where `kubernetes.io/container/restart_count` is called
 * `kubernetes_io:container_restart_count`. Matchers come as PromQL writes them: `memory_type="non-evictable"`.
 * https://cloud.google.com/monitoring/api/metrics_kubernetes
 */
export function gkeMetric(
  cluster: IMonitoredCluster,
  resource: GkeResource,
  metric: string,
  ...matchers: readonly string[]
): string {
  return `kubernetes_io:${metric}{${[
    `monitored_resource="${resource}"`,
    `project_id="${cluster.project}"`,
    `location="${cluster.location}"`,
    `cluster_name="${cluster.clusterName}"`,
    ...matchers,
  ].join(',')}}`;
}

/**
 * Selects a metric that Managed Prometheus collects: those of the control plane and of kube-state-metrics.
 * https://cloud.google.com/kubernetes-engine/docs/how-to/kube-state-metrics
 */
export function prometheusMetric(cluster: IMonitoredCluster, metric: string, ...matchers: readonly string[]): string {
  return `${metric}{${[
    `project_id="${cluster.project}"`,
    `location="${cluster.location}"`,
    `cluster="${cluster.clusterName}"`,
    ...matchers,
  ].join(',')}}`;
}

/** Selects the log entries of the cluster, or of something in it. */
export function clusterLogs(cluster: IMonitoredCluster, resourceType: string, ...clauses: readonly string[]): string {
  return [
    `resource.type="${resourceType}"`,
    `resource.labels.project_id="${cluster.project}"`,
    `resource.labels.location="${cluster.location}"`,
    `resource.labels.cluster_name="${cluster.clusterName}"`,
    ...clauses,
  ].join('\n');
}
