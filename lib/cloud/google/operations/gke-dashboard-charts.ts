import { gkeMetric, prometheusMetric, type IMonitoredCluster } from './monitored-cluster';

/** A chart: its title, and PromQL by the name that its line bears in the legend. */
export interface DashboardChart {
  readonly title: string;
  readonly queries: Readonly<Record<string, string>>;
  /**
   * Unit of the values, in UCUM: `By`, `s`, `1`.
   *
   * @default - none
   */
  readonly unit?: string;
}

type Section = (cluster: IMonitoredCluster) => readonly DashboardChart[];

function chart(title: string, queries: DashboardChart['queries'], unit?: string): DashboardChart {
  return { title, queries, unit };
}

const nodes: Section = (cluster) => {
  const ready = gkeMetric(cluster, 'k8s_node', 'node_status_condition', 'condition="Ready"', 'status="True"');
  const cpu = gkeMetric(cluster, 'k8s_node', 'node_cpu_allocatable_utilization');
  const memory = gkeMetric(cluster, 'k8s_node', 'node_memory_allocatable_utilization', 'memory_type="non-evictable"');
  return [
    chart('Nodes that are ready', { ready: `sum(${ready})` }),
    chart('CPU in use, by node', { used: `avg by (node_name) (${cpu})` }, '1'),
    chart('Memory in use, by node', { used: `sum by (node_name) (${memory})` }, '1'),
  ];
};

const pods: Section = (cluster) => [
  chart('Pods, by phase', { pods: `sum by (phase) (${prometheusMetric(cluster, 'kube_pod_status_phase')})` }),
  chart('Pods without a node', {
    pods: `sum by (namespace) (${prometheusMetric(cluster, 'kube_pod_status_unschedulable')})`,
  }),
  chart('Restarts in five minutes', {
    restarts: `sum by (namespace_name) (increase(${gkeMetric(cluster, 'k8s_container', 'container_restart_count')}[5m]))`,
  }),
];

const resources: Section = (cluster) => {
  const container = (metric: string, ...matchers: string[]) => gkeMetric(cluster, 'k8s_container', metric, ...matchers);
  const node = (metric: string) => gkeMetric(cluster, 'k8s_node', metric);
  return [
    chart(
      'CPU: used, requested, available',
      {
        used: `sum(rate(${container('container_cpu_core_usage_time')}[5m]))`,
        requested: `sum(${container('container_cpu_request_cores')})`,
        available: `sum(${node('node_cpu_allocatable_cores')})`,
      },
      '1',
    ),
    chart(
      'Memory: used, requested, available',
      {
        used: `sum(${container('container_memory_used_bytes', 'memory_type="non-evictable"')})`,
        requested: `sum(${container('container_memory_request_bytes')})`,
        available: `sum(${node('node_memory_allocatable_bytes')})`,
      },
      'By',
    ),
  ];
};

const volumes: Section = (cluster) => [
  chart(
    'Fullest volumes',
    {
      used: `topk(10, max by (namespace_name, pod_name, volume_name) (${gkeMetric(cluster, 'k8s_pod', 'pod_volume_utilization')}))`,
    },
    '1',
  ),
  chart(
    'Storage asked for, by namespace',
    {
      requested: `sum by (namespace) (${prometheusMetric(cluster, 'kube_persistentvolumeclaim_resource_requests_storage_bytes')})`,
    },
    'By',
  ),
];

const network: Section = (cluster) => {
  const rate = (metric: string) => `sum by (namespace_name) (rate(${gkeMetric(cluster, 'k8s_pod', metric)}[5m]))`;
  return [
    chart('Received by pods', { received: rate('pod_network_received_bytes_count') }, 'By/s'),
    chart('Sent by pods', { sent: rate('pod_network_sent_bytes_count') }, 'By/s'),
  ];
};

const controlPlane: Section = (cluster) => {
  const requests = prometheusMetric(cluster, 'apiserver_request_total');
  const duration = prometheusMetric(
    cluster,
    'apiserver_request_duration_seconds_bucket',
    'verb!~"CONNECT|WATCH|WATCHLIST"',
  );
  return [
    chart('API requests a second, by answer', { requests: `sum by (code) (rate(${requests}[5m]))` }),
    chart(
      'API latency, 99th percentile',
      { latency: `histogram_quantile(0.99, sum by (le, verb) (rate(${duration}[5m])))` },
      's',
    ),
    chart('Pods that the scheduler has waiting', {
      pending: `sum by (queue) (${prometheusMetric(cluster, 'scheduler_pending_pods')})`,
    }),
  ];
};

/** Charts by section. */
export const DASHBOARD_CHARTS = {
  nodes,
  pods,
  resources,
  volumes,
  network,
  'control-plane': controlPlane,
} as const satisfies Readonly<Record<string, Section>>;
