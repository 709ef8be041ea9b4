import { isEventMetric, maxReplicas, minReplicas, type ScalingMetric } from '../../../lib/core/model/scaling';

test.each([
  [2, 2],
  [0, 0],
  [{ min: 3, max: 10 }, 10],
])('of replicas %j at most %i pods run', (replicas, most) => {
  expect(maxReplicas(replicas)).toBe(most);
});

test.each([
  [2, 2],
  [{ min: 3, max: 10 }, 3],
])('of replicas %j at least %i pods run', (replicas, fewest) => {
  expect(minReplicas(replicas)).toBe(fewest);
});

test.each<[boolean, ScalingMetric]>([
  [true, { type: 'prometheus', query: 'vector(1)', threshold: 1 }],
  [true, { type: 'queue', queue: 'orders', messagesPerReplica: 1 }],
  [true, { type: 'cron', timeZone: 'Etc/UTC', start: '0 8 * * *', end: '0 18 * * *', replicas: 3 }],
  [false, { type: 'pods', averageValue: '10' }],
  [false, { type: 'external', value: '10' }],
])('that it is %p that KEDA makes the autoscaler follows from the metric %j', (expected, metric) => {
  expect(isEventMetric(metric)).toBe(expected);
});
