import type { ScaledObjectSpecTriggers } from '../../../imports/keda-keda.sh';
import type { Cluster, QueueAddress } from '../../core/cluster';
import type { Autoscaling, ScalingMetric } from '../../core/model/scaling';
import { PROMETHEUS_ADDRESS } from '../../platform/observability/prometheus';
import type { WorkloadContext } from '../workload-props';
import { utilizationTargets } from './utilization-targets';

/** A metric that is the length of one of the environment's queues. */
type QueueMetric = Extract<ScalingMetric, { readonly type: 'queue' }>;

/** What KEDA follows: the pods' use of CPU and memory first, then metrics by their names. */
export function triggers(context: WorkloadContext, autoscaling: Autoscaling): ScaledObjectSpecTriggers[] {
  const resources = Object.entries(utilizationTargets(autoscaling)).map(([type, percent]) => ({
    type,
    metricType: 'Utilization',
    metadata: { value: String(percent) },
  }));
  const metrics = Object.entries(autoscaling.metrics ?? {}).flatMap(([name, metric]) =>
    metricTrigger(context, metric).map((trigger) => ({ name, ...trigger })),
  );
  return [...resources, ...metrics];
}

function metricTrigger(context: WorkloadContext, metric: ScalingMetric): Omit<ScaledObjectSpecTriggers, 'name'>[] {
  switch (metric.type) {
    case 'prometheus':
      return [
        {
          type: 'prometheus',
          metricType: metric.target ?? 'AverageValue',
          metadata: {
            serverAddress: PROMETHEUS_ADDRESS,
            query: metric.query,
            threshold: String(metric.threshold),
            ...(metric.activationThreshold === undefined
              ? {}
              : { activationThreshold: String(metric.activationThreshold) }),
            // Else nothing found, as when no pod could be scraped, would count as no demand, and pods would go.
            ignoreNullValues: 'false',
          },
        },
      ];
    case 'queue':
      return context.cluster === undefined ? [] : [queueTrigger(context.name, context.cluster, metric)];
    case 'cron':
      return [
        {
          type: 'cron',
          metadata: {
            timezone: metric.timeZone,
            start: metric.start,
            end: metric.end,
            desiredReplicas: String(metric.replicas),
          },
        },
      ];
    default:
      return [];
  }
}

/** A queue as its cloud's scaler asks for it, as the identity of KEDA's operator. */
function queueTrigger(
  name: string,
  cluster: Cluster,
  { queue, messagesPerReplica }: QueueMetric,
): Omit<ScaledObjectSpecTriggers, 'name'> {
  const address = cluster.addresses.queue(queue);
  return {
    type: address.kind === 'sqs' ? 'aws-sqs-queue' : 'gcp-pubsub',
    metadata: queueMetadata(address, String(messagesPerReplica)),
    authenticationRef: { name },
  };
}

/**
 * Both clouds count what a consumer is at work on as well as what waits, so a pod at work is not taken away.
 * https://keda.sh/docs/2.20/scalers/aws-sqs/ https://keda.sh/docs/2.20/scalers/gcp-pub-sub/
 */
function queueMetadata(address: QueueAddress, length: string): Record<string, string> {
  switch (address.kind) {
    case 'sqs':
      return { queueURL: address.url, awsRegion: address.region, queueLength: length };
    case 'pubsub':
      return {
        subscriptionName: `projects/${address.project}/subscriptions/${address.subscription}`,
        mode: 'SubscriptionSize',
        value: length,
        // Cloud Monitoring knows nothing of a subscription that never had a message.
        valueIfNull: '0',
      };
  }
}
