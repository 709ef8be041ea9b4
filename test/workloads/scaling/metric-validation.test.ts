import type { MetricSeries, ScalingMetric } from '../../../lib/core/model/scaling';
import { EKS } from '../../support/manifests';
import { making } from '../sample-workload';
import { BOUNDS, CRON, EXTERNAL, OBJECT, PODS, PROMETHEUS, QUEUE } from './scaling-samples';

function following(metric: ScalingMetric): () => void {
  return making({ replicas: BOUNDS, autoscaling: { metrics: { requests: metric } }, cluster: EKS });
}

function series(from: MetricSeries): () => void {
  return following({ type: 'pods', averageValue: '100', from });
}

describe('a metric is refused', () => {
  test.each(['2xx', 'active sessions', 'a'.repeat(64)])('under the name %s', (name) => {
    expect(making({ replicas: BOUNDS, autoscaling: { metrics: { [name]: PODS } } })).toThrow(
      `test/backend: 'autoscaling.metrics.${name}' must be named in 63 letters, digits, dots, dashes and underscores, ` +
        `beginning with a letter, got '${name}'`,
    );
  });

  test.each(['0', '0m', '-1', 'many', '10 k'])('of each pod where its target is %s', (averageValue) => {
    expect(following({ type: 'pods', averageValue })).toThrow(
      "test/backend: 'autoscaling.metrics.requests.averageValue' must be a quantity above 0, such as 100 or 500m, " +
        `got '${averageValue}'`,
    );
  });

  test('of another object where its target is none', () => {
    expect(following({ ...OBJECT, value: '0' })).toThrow(
      "test/backend: 'autoscaling.metrics.requests.value' must be a quantity above 0, such as 100 or 500m, got '0'",
    );
  });

  test('of nothing in the cluster where it has two targets', () => {
    expect(following({ ...EXTERNAL, value: '10' })).toThrow(
      "test/backend: 'autoscaling.metrics.requests' must have one of value and averageValue, " +
        'got ["value","averageValue"]',
    );
  });

  test('where its series has labels', () => {
    expect(series({ series: 'requests{code="500"}', measure: 'rate' })).toThrow(
      "test/backend: 'autoscaling.metrics.requests.from.series' must be the name of a series, without labels, " +
        `got 'requests{code="500"}'`,
    );
  });

  test.each([0, 1.5])('where the growth is measured over %p seconds', (windowSeconds) => {
    expect(series({ series: 'requests_total', measure: 'rate', windowSeconds })).toThrow(
      "test/backend: 'autoscaling.metrics.requests.from.windowSeconds' must be a whole number of seconds, 1 or more, " +
        `got ${windowSeconds}`,
    );
  });

  test.each([0, 100])('where %p percent of a histogram are asked for', (percentile) => {
    expect(series({ series: 'seconds', measure: 'rate', percentile })).toThrow(
      "test/backend: 'autoscaling.metrics.requests.from.percentile' must be above 0 and below 100, " +
        `got ${percentile}`,
    );
  });

  test.each(['windowSeconds', 'percentile'])('where %s is given for a value that counts as it is', (name) => {
    expect(series({ series: 'sessions', measure: 'value', [name]: 60 })).toThrow(
      `test/backend: 'autoscaling.metrics.requests.from.${name}' must be left out where the value counts as it is, got 60`,
    );
  });

  test('where it asks Prometheus for nothing', () => {
    expect(following({ type: 'prometheus', query: ' ', threshold: 1 })).toThrow(
      "test/backend: 'autoscaling.metrics.requests.query' must ask for something, got ' '",
    );
  });

  test.each([0, -5])('where its threshold is %p', (threshold) => {
    expect(following({ type: 'prometheus', query: 'up', threshold })).toThrow(
      `test/backend: 'autoscaling.metrics.requests.threshold' must be a number above 0, got ${threshold}`,
    );
  });

  test('where the first pod would start from less than nothing', () => {
    expect(following({ type: 'prometheus', query: 'up', threshold: 1, activationThreshold: -1 })).toThrow(
      "test/backend: 'autoscaling.metrics.requests.activationThreshold' must be a number, 0 or more, got -1",
    );
  });

  test.each([0, 2.5])('where a pod takes %p messages', (messagesPerReplica) => {
    expect(following({ type: 'queue', queue: 'runs', messagesPerReplica })).toThrow(
      "test/backend: 'autoscaling.metrics.requests.messagesPerReplica' must be a whole number, 1 or more, " +
        `got ${messagesPerReplica}`,
    );
  });

  test('where it is the length of a queue that no cluster tells the address of', () => {
    expect(making({ replicas: BOUNDS, autoscaling: { metrics: { requests: QUEUE } } })).toThrow(
      "test/backend: 'cluster' is needed where autoscaling.metrics.requests is the length of a queue, got undefined",
    );
  });

  test('where nobody knows its time zone', () => {
    expect(following({ ...CRON, timeZone: 'Europe/Berln' })).toThrow(
      "test/backend: 'autoscaling.metrics.requests.timeZone' must be a time zone as the IANA names it, " +
        "such as Europe/Berlin, got 'Europe/Berln'; did you mean 'Europe/Berlin'?",
    );
  });

  test.each(['start', 'end'])('where no cron knows its %s', (name) => {
    expect(following({ ...CRON, [name]: '0 8 * *' })).toThrow(
      `test/backend: 'autoscaling.metrics.requests.${name}' must have five fields: ` +
        "minute, hour, day of the month, month, day of the week, got '0 8 * *'",
    );
  });

  test('where its time is a short form', () => {
    expect(following({ ...CRON, start: '@daily' })).toThrow(
      "test/backend: 'autoscaling.metrics.requests.start' must be written in five fields, as KEDA knows no short forms, " +
        "got '@daily'",
    );
  });

  test('where its time ends as it begins', () => {
    expect(following({ ...CRON, start: '0 8 * * *', end: '0 8 * * *' })).toThrow(
      "test/backend: 'autoscaling.metrics.requests.end' must be another time than start, got '0 8 * * *'",
    );
  });

  test('where its time runs no pod', () => {
    expect(following({ ...CRON, replicas: 0 })).toThrow(
      "test/backend: 'autoscaling.metrics.requests.replicas' must be a whole number, 1 or more, got 0",
    );
  });

  test('where its time runs more pods than may run', () => {
    expect(following({ ...CRON, replicas: 11 })).toThrow(
      "test/backend: 'autoscaling.metrics.requests.replicas' must be at most replicas.max (10), got 11",
    );
  });
});

describe('a metric is accepted', () => {
  test.each([PODS, OBJECT, EXTERNAL, PROMETHEUS, QUEUE, CRON])('of type $type', (metric) => {
    expect(following(metric)).not.toThrow();
  });

  test.each(['1', '500m', '2k', '1Gi', '0.5'])('of each pod where its target is %s', (averageValue) => {
    expect(following({ type: 'pods', averageValue })).not.toThrow();
  });

  test('of a percentile of a histogram', () => {
    expect(series({ series: 'http:seconds', measure: 'rate', windowSeconds: 60, percentile: 99.9 })).not.toThrow();
  });
});
