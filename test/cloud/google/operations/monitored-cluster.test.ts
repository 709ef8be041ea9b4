import { clusterLogs, gkeMetric, prometheusMetric } from '../../../../lib/cloud/google/operations/monitored-cluster';

const CLUSTER = { project: 'p', location: 'europe-west1', clusterName: 'main' };

describe('selecting what belongs to a cluster', () => {
  test('a metric of GKE itself', () => {
    expect(gkeMetric(CLUSTER, 'k8s_node', 'node_status_condition', 'condition="Ready"')).toBe(
      'kubernetes_io:node_status_condition{monitored_resource="k8s_node",project_id="p",location="europe-west1",cluster_name="main",condition="Ready"}',
    );
  });

  test('a metric that Managed Prometheus collects, which labels clusters otherwise', () => {
    expect(prometheusMetric(CLUSTER, 'kube_pod_status_phase')).toBe(
      'kube_pod_status_phase{project_id="p",location="europe-west1",cluster="main"}',
    );
  });

  test('log entries', () => {
    expect(clusterLogs(CLUSTER, 'k8s_node', 'log_id("events")').split('\n')).toEqual([
      'resource.type="k8s_node"',
      'resource.labels.project_id="p"',
      'resource.labels.location="europe-west1"',
      'resource.labels.cluster_name="main"',
      'log_id("events")',
    ]);
  });
});
