import type { Cluster } from '../../../lib/core/cluster';
import type { Autoscaling } from '../../../lib/core/model/scaling';
import { PROMETHEUS_ADDRESS } from '../../../lib/platform/observability/prometheus';
import { EKS, GKE } from '../../support/manifests';
import { backendObjects } from '../sample-workload';
import { BOUNDS, CRON, PROMETHEUS, QUEUE } from './scaling-samples';

function triggers(autoscaling: Autoscaling, cluster: Cluster = EKS): unknown {
  const { spec } = backendObjects({ replicas: BOUNDS, autoscaling, cluster }).one('ScaledObject');
  return (spec as { readonly triggers: unknown }).triggers;
}

describe('the triggers of KEDA', () => {
  test('ask our Prometheus, and take no answer for no demand', () => {
    expect(triggers({ metrics: { sessions: PROMETHEUS } })).toEqual([
      {
        type: 'prometheus',
        name: 'sessions',
        metricType: 'AverageValue',
        metadata: {
          serverAddress: PROMETHEUS_ADDRESS,
          query: 'sum(active_sessions)',
          threshold: '50.5',
          ignoreNullValues: 'false',
        },
      },
    ]);
  });

  test('hold a query’s number against the threshold as it is, and start the first pod from another', () => {
    const sessions = { ...PROMETHEUS, target: 'Value', activationThreshold: 3 } as const;
    expect(triggers({ metrics: { sessions } })).toMatchObject([
      { metricType: 'Value', metadata: { activationThreshold: '3' } },
    ]);
  });

  test('ask for the length of an SQS queue', () => {
    expect(triggers({ metrics: { waiting: QUEUE } })).toEqual([
      {
        type: 'aws-sqs-queue',
        name: 'waiting',
        authenticationRef: { name: 'backend' },
        metadata: {
          queueURL: 'https://sqs.us-east-1.amazonaws.com/111122223333/funlynk-production-runs',
          awsRegion: 'us-east-1',
          queueLength: '20',
        },
      },
    ]);
  });

  test('ask for the backlog of a Pub/Sub subscription, and take one without a history for empty', () => {
    expect(triggers({ metrics: { waiting: QUEUE } }, GKE)).toEqual([
      {
        type: 'gcp-pubsub',
        name: 'waiting',
        authenticationRef: { name: 'backend' },
        metadata: {
          subscriptionName: 'projects/funlynk-prod/subscriptions/funlynk-production-runs',
          mode: 'SubscriptionSize',
          value: '20',
          valueIfNull: '0',
        },
      },
    ]);
  });

  test('know the time of the day', () => {
    expect(triggers({ metrics: { business: CRON } })).toEqual([
      {
        type: 'cron',
        name: 'business',
        metadata: { timezone: 'America/New_York', start: '0 8 * * 1-5', end: '0 18 * * 1-5', desiredReplicas: '4' },
      },
    ]);
  });

  test('follow the use of CPU and memory where it is named beside a metric', () => {
    const autoscaling = { cpuUtilizationPercent: 60, memoryUtilizationPercent: 75, metrics: { business: CRON } };
    expect(triggers(autoscaling)).toMatchObject([
      { type: 'cpu', metricType: 'Utilization', metadata: { value: '60' } },
      { type: 'memory', metricType: 'Utilization', metadata: { value: '75' } },
      { type: 'cron' },
    ]);
  });
});
