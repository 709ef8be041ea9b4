import type { AlarmCondition } from './alarm';
import type { Metric } from './metric';
import type { MonitoredCluster } from './monitored-cluster';

/** Where metrics are described. */
export const EKS_METRICS_URL = 'https://docs.aws.amazon.com/eks/latest/userguide/cloudwatch.html';
export const CONTAINER_INSIGHTS_URL =
  'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-enhanced-EKS.html';

/** One alarm of the ready-made set. */
export interface EksAlarmRule {
  /** What is watched, as the title of a chart. */
  readonly title: string;
  /** What is wrong, in a sentence. */
  readonly summary: string;
  /** What it means and where to look first. */
  readonly runbook: string;
  /** What has to be there for the metric to exist. */
  readonly needs: 'AWS Backup' | 'Container Insights' | 'EKS' | 'Karpenter' | 'NAT gateway';
  /** Page that describes the metric, or the bound that the threshold comes from. */
  readonly source: string;
  /** Unit of the threshold, in words. */
  readonly unit: string;
  readonly threshold: number;
  /** What is watched, and for how long. A period without a value is a good one unless it says otherwise. */
  readonly condition: (cluster: MonitoredCluster) => Omit<AlarmCondition, 'threshold'>;
}

/** A metric of Container Insights, over all nodes or pods of the cluster. */
export function insightsMetric(cluster: MonitoredCluster, metricName: string, statistic: string): Metric {
  return clusterMetric('ContainerInsights', cluster, metricName, statistic);
}

/** A metric that EKS publishes of the control plane, for every cluster and without charge. */
export function eksMetric(cluster: MonitoredCluster, metricName: string, statistic: string): Metric {
  return clusterMetric('AWS/EKS', cluster, metricName, statistic);
}

/** The condition of most rules: one metric of Container Insights, above the threshold for so many times five minutes. */
export function insightsCondition(metricName: string, statistic: string, evaluationPeriods: number) {
  return (cluster: MonitoredCluster): Omit<AlarmCondition, 'threshold'> => ({
    watched: { kind: 'metric', ...insightsMetric(cluster, metricName, statistic) },
    evaluationPeriods,
  });
}

function clusterMetric(
  namespace: string,
  { clusterName }: MonitoredCluster,
  metricName: string,
  statistic: string,
): Metric {
  return { namespace, metricName, statistic, dimensions: { ClusterName: clusterName } };
}
