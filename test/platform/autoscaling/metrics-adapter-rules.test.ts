import type { MetricSeries, ScalingMetric } from '../../../lib/core/model/scaling';
import {
  adapterConfig,
  MetricsAdapterRules,
  type MetricsAdapterRulesProps,
  type ScaledService,
} from '../../../lib/platform/autoscaling/metrics-adapter-rules';
import { emptyChart, synth } from '../../support/manifests';

const SESSIONS: MetricSeries = { series: 'active_sessions', measure: 'value' };
const REQUESTS: MetricSeries = { series: 'http_requests_total', measure: 'rate' };
const MAILS: ScalingMetric = {
  type: 'external',
  value: '30',
  from: { series: 'mails_waiting', measure: 'value' },
};

function service(name: string, metrics: Readonly<Record<string, ScalingMetric>>): ScaledService {
  return { name, autoscaling: { metrics } };
}

function pods(from: MetricSeries, averageValue = '50'): ScalingMetric {
  return { type: 'pods', averageValue, from };
}

function making(...services: readonly ScaledService[]): () => void {
  return () => new MetricsAdapterRules(emptyChart(), 'rules', { services });
}

function objects(props: MetricsAdapterRulesProps): ReturnType<typeof synth> {
  return synth((chart) => new MetricsAdapterRules(chart, 'rules', props));
}

describe('the rules of the metrics adapter', () => {
  const talk = service('talk', { active_sessions: pods(SESSIONS), requests: pods(REQUESTS) });

  test('are a ConfigMap that its chart takes', () => {
    expect(objects({ services: [talk, service('mailer', { mails: MAILS })] }).yaml('ConfigMap')).toMatchSnapshot();
  });

  test('lie where they are told to', () => {
    expect(objects({ services: [talk], name: 'adapter-config', namespace: 'metrics' }).one('ConfigMap')).toMatchObject({
      metadata: { name: 'adapter-config', namespace: 'metrics' },
    });
  });

  test('are one for what several services mean alike, whatever each aims for', () => {
    const other = service('other', { active_sessions: pods(SESSIONS, '10') });
    expect(adapterConfig([other, talk])).toEqual(adapterConfig([talk]));
  });

  test('are sorted by the names of the metrics, whatever the order of the services', () => {
    const api = service('api', { latency: pods({ series: 'seconds', measure: 'rate', percentile: 95 }) });
    const names = adapterConfig([talk, api]).rules.map(({ name }) => name.as);
    expect(names).toEqual(['active_sessions', 'latency', 'requests']);
    expect(adapterConfig([api, talk])).toEqual(adapterConfig([talk, api]));
  });

  test('are none for services that follow no metric of it', () => {
    expect(adapterConfig([{ name: 'idle' }, service('queue', {})])).toEqual({ rules: [], externalRules: [] });
  });

  test('tell the metric of a pod from that of another object with the same name', () => {
    const describedObject = { apiVersion: 'v1', kind: 'Service', name: 'api' };
    const edge = service('edge', { requests: { type: 'object', describedObject, value: '2k', from: REQUESTS } });
    expect(adapterConfig([talk, edge]).rules).toHaveLength(3);
    expect(making(talk, edge)).not.toThrow();
  });
});

describe('the rules of the metrics adapter are refused', () => {
  test('where two services mean different things by one metric', () => {
    const one = service('one', { requests: pods(REQUESTS) });
    const two = service('two', { requests: pods({ ...REQUESTS, windowSeconds: 600 }) });
    expect(making(one, two)).toThrow(
      "test/rules: 'two.autoscaling.metrics.requests.from' must be what one means by a metric of this name, " +
        "got 'sum by (<<.GroupBy>>) (max without (service, job) (rate(http_requests_total{<<.LabelMatchers>>}[600s])))'; " +
        'give one of them another name',
    );
  });

  test('where KEDA serves external metrics on the cluster', () => {
    const worker = service('worker', { waiting: { type: 'queue', queue: 'runs', messagesPerReplica: 5 } });
    expect(making(service('mailer', { mails: MAILS }), worker)).toThrow(
      "test/rules: 'mailer.autoscaling.metrics.mails.type' must not be served beside KEDA, " +
        "which worker is scaled by, got 'external'; ask Prometheus for it by a metric of type prometheus",
    );
  });

  test('never for metrics of pods beside KEDA', () => {
    const worker = service('worker', { waiting: { type: 'queue', queue: 'runs', messagesPerReplica: 5 } });
    expect(making(service('talk', { active_sessions: pods(SESSIONS) }), worker)).not.toThrow();
  });
});
