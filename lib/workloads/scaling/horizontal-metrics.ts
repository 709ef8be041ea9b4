import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Autoscaling, MetricTarget, ScalingMetric } from '../../core/model/scaling';
import { utilizationTargets } from './utilization-targets';

/** What an autoscaler of ours follows: the pods' use of CPU and memory, and metrics by the names that they are served under. */
export function horizontalMetrics(autoscaling: Autoscaling): k8s.MetricSpecV2[] {
  const resources = Object.entries(utilizationTargets(autoscaling)).map(([name, averageUtilization]) => ({
    type: 'Resource',
    resource: { name, target: { type: 'Utilization', averageUtilization } },
  }));
  const metrics = Object.entries(autoscaling.metrics ?? {}).flatMap(([name, metric]) => metricSpec(name, metric));
  return [...resources, ...metrics];
}

/** None for a metric of KEDA's, which makes the autoscaler then. */
function metricSpec(name: string, metric: ScalingMetric): k8s.MetricSpecV2[] {
  switch (metric.type) {
    case 'pods':
      return [{ type: 'Pods', pods: { metric: { name }, target: target(metric) } }];
    case 'object': {
      const describedObject = { ...metric.describedObject };
      return [{ type: 'Object', object: { describedObject, metric: { name }, target: target(metric) } }];
    }
    case 'external': {
      const { matchLabels } = metric;
      const selector = matchLabels === undefined ? {} : { selector: { matchLabels } };
      return [{ type: 'External', external: { metric: { name, ...selector }, target: target(metric) } }];
    }
    default:
      return [];
  }
}

function target(metric: MetricTarget): k8s.MetricTargetV2 {
  return 'value' in metric
    ? { type: 'Value', value: k8s.Quantity.fromString(metric.value) }
    : { type: 'AverageValue', averageValue: k8s.Quantity.fromString(metric.averageValue) };
}
