import { eksMetric, insightsCondition, insightsMetric } from '../../../../lib/cloud/aws/operations/eks-alarm-rule';
import { CLUSTER } from '../harness';

const dimensions = { ClusterName: CLUSTER.clusterName };

describe('metrics of a cluster', () => {
  test('come from the control plane, and from Container Insights', () => {
    expect(eksMetric(CLUSTER, 'apiserver_request_total', 'Sum')).toEqual({
      namespace: 'AWS/EKS',
      metricName: 'apiserver_request_total',
      statistic: 'Sum',
      dimensions,
    });
    expect(insightsMetric(CLUSTER, 'node_cpu_utilization', 'Maximum')).toMatchObject({
      namespace: 'ContainerInsights',
      dimensions,
    });
  });

  test('are watched for some times five minutes', () => {
    expect(insightsCondition('node_cpu_utilization', 'Maximum', 2)(CLUSTER)).toMatchObject({
      watched: { kind: 'metric', metricName: 'node_cpu_utilization', statistic: 'Maximum' },
      evaluationPeriods: 2,
    });
  });
});
