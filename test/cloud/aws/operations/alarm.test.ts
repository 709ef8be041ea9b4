import { Alarm, type AlarmProps } from '../../../../lib/cloud/aws/operations/alarm';
import type { Metric } from '../../../../lib/cloud/aws/operations/metric';
import { build, synth } from '../harness';

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:on-call';
const metric: Metric = {
  namespace: 'AWS/EKS',
  metricName: 'errors',
  statistic: 'Sum',
  dimensions: { ClusterName: 'c' },
};
const DEFAULTS: AlarmProps = {
  alarmName: 'errors',
  watched: { kind: 'metric', ...metric },
  threshold: 5,
  alarmActions: [TOPIC],
};
const alarm = (props: Partial<AlarmProps> = {}) =>
  synth((stack) => new Alarm(stack, 'alarm', { ...DEFAULTS, ...props })).one('aws_cloudwatch_metric_alarm');
const refused = (props: Partial<AlarmProps>) => build((stack) => new Alarm(stack, 'alarm', { ...DEFAULTS, ...props }));

describe('Alarm', () => {
  test('goes off where three values in a row, of five minutes each, are too high', () => {
    expect(alarm()).toMatchInlineSnapshot(`
      {
        "actions_enabled": true,
        "alarm_actions": [
          "arn:aws:sns:us-east-1:111122223333:on-call",
        ],
        "alarm_name": "errors",
        "comparison_operator": "GreaterThanThreshold",
        "datapoints_to_alarm": 3,
        "dimensions": {
          "ClusterName": "c",
        },
        "evaluation_periods": 3,
        "metric_name": "errors",
        "namespace": "AWS/EKS",
        "ok_actions": [
          "arn:aws:sns:us-east-1:111122223333:on-call",
        ],
        "period": 300,
        "statistic": "Sum",
        "threshold": 5,
        "treat_missing_data": "missing",
      }
    `);
  });

  test('looks at percentiles, downwards, and at some of the periods', () => {
    expect(
      alarm({
        watched: { kind: 'metric', ...metric, statistic: 'p99', periodSeconds: 60 },
        threshold: 0,
        comparisonOperator: 'LessThanOrEqualToThreshold',
        evaluationPeriods: 5,
        datapointsToAlarm: 2,
        treatMissingData: 'breaching',
      }),
    ).toMatchObject({
      extended_statistic: 'p99',
      period: 60,
      threshold: 0,
      comparison_operator: 'LessThanOrEqualToThreshold',
      evaluation_periods: 5,
      datapoints_to_alarm: 2,
      treat_missing_data: 'breaching',
    });
  });

  test('calculates with metrics, of which the result alone is compared', () => {
    const requests = { ...metric, metricName: 'requests', dimensions: undefined };
    const watched = {
      kind: 'expression',
      expression: '100 * errors / all',
      metrics: { errors: metric, all: requests },
    };
    const made = alarm({ watched: { ...watched, kind: 'expression' } });
    expect(made['metric_query']).toEqual([
      { id: 'alarm_result', expression: '100 * errors / all', label: '100 * errors / all', return_data: true },
      {
        id: 'all',
        metric: { namespace: 'AWS/EKS', metric_name: 'requests', stat: 'Sum', period: 300 },
        return_data: false,
      },
      {
        id: 'errors',
        metric: {
          namespace: 'AWS/EKS',
          metric_name: 'errors',
          stat: 'Sum',
          period: 300,
          dimensions: { ClusterName: 'c' },
        },
        return_data: false,
      },
    ]);
    expect(made).not.toHaveProperty('metric_name');
  });

  test('queries metrics whose dimensions nobody knows yet', () => {
    const query = 'SELECT SUM(Errors) FROM SCHEMA("AWS/NATGateway", NatGatewayId)';
    expect(alarm({ watched: { kind: 'query', query, label: 'Errors', periodSeconds: 60 } })['metric_query']).toEqual([
      { id: 'alarm_result', expression: query, label: 'Errors', period: 60, return_data: true },
    ]);
  });

  test('refuses what CloudWatch would, all at once', () => {
    expect(
      refused({
        alarmName: '',
        watched: { kind: 'metric', ...metric, statistic: 'mean' },
        threshold: NaN,
        evaluationPeriods: 2,
        datapointsToAlarm: 3,
      }),
    ).toThrow(
      [
        "stack/alarm: 'alarmName' must be from 1 to 255 characters, got ''",
        "stack/alarm: 'watched.statistic' must be Average, Maximum, Minimum, SampleCount, Sum, a percentile such as p99 or a trimmed statistic such as TM(10%:90%), got 'mean'",
        "stack/alarm: 'threshold' must be a number, got 'NaN'",
        "stack/alarm: 'datapointsToAlarm' must be a whole number from 1 to 2, got 3",
      ].join('\n'),
    );
    expect(refused({ evaluationPeriods: 0 })).toThrow(
      "'evaluationPeriods' must be a whole number of at least 1, got 0",
    );
  });

  test('looks back for a day at most, and for a week in hours', () => {
    expect(refused({ evaluationPeriods: 289 })).toThrow(
      "'evaluationPeriods' must be at most 288, since periods of 300 seconds together are 86400 at most, got 289",
    );
    const hourly = { kind: 'metric', ...metric, periodSeconds: 3600 } as const;
    expect(refused({ watched: hourly, evaluationPeriods: 169 })).toThrow("'evaluationPeriods' must be at most 168");
    expect(alarm({ watched: hourly, evaluationPeriods: 168 })['evaluation_periods']).toBe(168);
  });
});
