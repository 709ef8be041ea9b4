import type { ScalingMetric } from '../../../lib/core/model/scaling';
import { adapterMetrics, type AdapterMetric } from '../../../lib/platform/autoscaling/adapter-rule';

function made(metric: ScalingMetric): readonly AdapterMetric[] {
  return adapterMetrics({ metrics: { requests_per_second: metric } });
}

describe('a rule of the metrics adapter', () => {
  test('makes a metric of each pod from the growth of a counter', () => {
    const from = { series: 'http_requests_total', measure: 'rate' } as const;
    expect(made({ type: 'pods', averageValue: '100', from })).toEqual([
      {
        list: 'rules',
        key: 'pod/requests_per_second',
        rule: {
          seriesQuery: 'http_requests_total{namespace!="",pod!=""}',
          resources: { overrides: { namespace: { resource: 'namespace' }, pod: { resource: 'pod' } } },
          name: { matches: '^http_requests_total$', as: 'requests_per_second' },
          metricsQuery:
            'sum by (<<.GroupBy>>) (max without (service, job) (rate(<<.Series>>{<<.LabelMatchers>>}[120s])))',
        },
      },
    ]);
  });

  test('takes a gauge as it is', () => {
    const from = { series: 'active_sessions', measure: 'value' } as const;
    expect(made({ type: 'pods', averageValue: '50', from })).toHaveProperty(
      '0.rule.metricsQuery',
      'sum by (<<.GroupBy>>) (max without (service, job) (<<.Series>>{<<.LabelMatchers>>}))',
    );
  });

  test('measures growth as far back as it is told', () => {
    const from = { series: 'http_requests_total', measure: 'rate', windowSeconds: 300 } as const;
    expect(made({ type: 'pods', averageValue: '50', from })).toHaveProperty(
      '0.rule.metricsQuery',
      'sum by (<<.GroupBy>>) (max without (service, job) (rate(<<.Series>>{<<.LabelMatchers>>}[300s])))',
    );
  });

  test('reads a percentile from the buckets of a histogram', () => {
    const from = { series: 'request_duration_seconds', measure: 'rate', percentile: 95 } as const;
    expect(made({ type: 'pods', averageValue: '2', from })).toMatchObject([
      {
        rule: {
          seriesQuery: 'request_duration_seconds_bucket{namespace!="",pod!=""}',
          name: { matches: '^request_duration_seconds_bucket$', as: 'requests_per_second' },
          metricsQuery:
            'histogram_quantile(0.95, sum by (le, <<.GroupBy>>) (max without (service, job) (rate(<<.Series>>{<<.LabelMatchers>>}[120s]))))',
        },
      },
    ]);
  });

  test('finds another object by a label with the name of its kind', () => {
    const describedObject = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'api' };
    const from = { series: 'ingress_requests_total', measure: 'rate' } as const;
    expect(made({ type: 'object', describedObject, value: '2k', from })).toMatchObject([
      {
        key: 'ingress/requests_per_second',
        rule: {
          seriesQuery: 'ingress_requests_total{namespace!="",ingress!=""}',
          resources: { overrides: { ingress: { group: 'networking.k8s.io', resource: 'ingress' } } },
        },
      },
    ]);
  });

  test('knows an object of the core group by its kind alone', () => {
    const describedObject = { apiVersion: 'v1', kind: 'Service', name: 'api' };
    const from = { series: 'service_requests_total', measure: 'rate' } as const;
    expect(made({ type: 'object', describedObject, value: '2k', from })).toHaveProperty(
      '0.rule.resources.overrides.service',
      { resource: 'service' },
    );
  });

  test('looks in every namespace for what belongs to nothing in the cluster', () => {
    const from = { series: 'mails_waiting', measure: 'value' } as const;
    expect(made({ type: 'external', value: '30', from })).toEqual([
      {
        list: 'externalRules',
        key: 'requests_per_second',
        rule: {
          seriesQuery: 'mails_waiting',
          resources: { namespaced: false },
          name: { matches: '^mails_waiting$', as: 'requests_per_second' },
          metricsQuery: 'sum(<<.Series>>{<<.LabelMatchers>>})',
        },
      },
    ]);
  });

  test('reads a percentile of what belongs to nothing in the cluster', () => {
    const from = { series: 'mail_seconds', measure: 'rate', percentile: 50 } as const;
    expect(made({ type: 'external', value: '30', from })).toHaveProperty(
      '0.rule.metricsQuery',
      'histogram_quantile(0.5, sum by (le) (rate(<<.Series>>{<<.LabelMatchers>>}[120s])))',
    );
  });

  test.each<ScalingMetric>([
    { type: 'pods', averageValue: '1' },
    { type: 'object', describedObject: { apiVersion: 'v1', kind: 'Service', name: 'api' }, value: '1' },
    { type: 'external', value: '1' },
    { type: 'prometheus', query: 'up', threshold: 1 },
  ])('is left out for a metric of type $type that others serve', (metric) => {
    expect(made(metric)).toEqual([]);
  });

  test('is left out where no metric is named', () => {
    expect(adapterMetrics({ cpuUtilizationPercent: 50 })).toEqual([]);
  });
});
