import { conditionBlock, type MetricSelection } from '../../../../lib/cloud/google/operations/alert-condition';

const SELECTION: MetricSelection = { filter: 'metric.type="m"', perSeriesAligner: 'ALIGN_MEAN' };

describe('conditionBlock', () => {
  test('compares a metric with a threshold', () => {
    expect(
      conditionBlock('high', {
        kind: 'threshold',
        ...SELECTION,
        alignmentPeriodSeconds: 60,
        crossSeriesReducer: 'REDUCE_SUM',
        groupByFields: ['resource.label.node_name'],
        comparison: 'COMPARISON_GT',
        thresholdValue: 0,
        durationSeconds: 120,
        evaluationMissingData: 'EVALUATION_MISSING_DATA_ACTIVE',
      }),
    ).toEqual({
      displayName: 'high',
      conditionThreshold: {
        filter: 'metric.type="m"',
        comparison: 'COMPARISON_GT',
        thresholdValue: 0,
        duration: '120s',
        evaluationMissingData: 'EVALUATION_MISSING_DATA_ACTIVE',
        aggregations: [
          {
            alignmentPeriod: '60s',
            perSeriesAligner: 'ALIGN_MEAN',
            crossSeriesReducer: 'REDUCE_SUM',
            groupByFields: ['resource.label.node_name'],
          },
        ],
        trigger: { count: 1 },
      },
    });
  });

  test('looks at five minutes and opens at once, unless told otherwise', () => {
    const block = conditionBlock('low', {
      kind: 'threshold',
      ...SELECTION,
      comparison: 'COMPARISON_LT',
      thresholdValue: 1,
    });
    expect(block.conditionThreshold).toMatchObject({ duration: '0s', aggregations: [{ alignmentPeriod: '300s' }] });
  });

  test('waits for a metric to stay away', () => {
    expect(conditionBlock('gone', { kind: 'absence', ...SELECTION, durationSeconds: 300 })).toMatchObject({
      conditionAbsent: { duration: '300s', aggregations: [{ alignmentPeriod: '300s' }], trigger: { count: 1 } },
    });
  });

  test('evaluates PromQL every minute, on metrics that exist, unless told otherwise', () => {
    expect(conditionBlock('query', { kind: 'promql', query: 'up == 0' })).toEqual({
      displayName: 'query',
      conditionPrometheusQueryLanguage: {
        query: 'up == 0',
        duration: '0s',
        evaluationInterval: '60s',
        labels: undefined,
        disableMetricValidation: false,
      },
    });
    const other = conditionBlock('query', {
      kind: 'promql',
      query: 'up == 0',
      durationSeconds: 45,
      evaluationIntervalSeconds: 30,
      labels: { team: 'sre' },
      metricValidation: false,
    });
    expect(other.conditionPrometheusQueryLanguage).toMatchObject({
      duration: '45s',
      evaluationInterval: '30s',
      labels: { team: 'sre' },
      disableMetricValidation: true,
    });
  });

  test('matches log entries, with variables left to Google', () => {
    const extractors = { user: 'EXTRACT(jsonPayload.user)' };
    expect(conditionBlock('log', { kind: 'log', filter: 'textPayload:"${a}"', labelExtractors: extractors })).toEqual({
      displayName: 'log',
      conditionMatchedLog: { filter: 'textPayload:"$${a}"', labelExtractors: extractors },
    });
  });
});
