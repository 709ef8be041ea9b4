import type { ScalingMetric } from '../../../lib/core/model/scaling';

/** Metrics of one type. */
type MetricOf<Type extends ScalingMetric['type']> = Extract<ScalingMetric, { readonly type: Type }>;

/** Metrics of each type, sound by themselves. */
export const PODS: MetricOf<'pods'> = { type: 'pods', averageValue: '100' };
export const OBJECT: MetricOf<'object'> = {
  type: 'object',
  describedObject: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'api' },
  value: '2k',
};
export const EXTERNAL: MetricOf<'external'> = { type: 'external', averageValue: '30', matchLabels: { queue: 'mails' } };
export const PROMETHEUS: MetricOf<'prometheus'> = {
  type: 'prometheus',
  query: 'sum(active_sessions)',
  threshold: 50.5,
};
export const QUEUE: MetricOf<'queue'> = { type: 'queue', queue: 'runs', messagesPerReplica: 20 };
export const CRON: MetricOf<'cron'> = {
  type: 'cron',
  timeZone: 'America/New_York',
  start: '0 8 * * 1-5',
  end: '0 18 * * 1-5',
  replicas: 4,
};

export const BOUNDS = { min: 1, max: 10 };
