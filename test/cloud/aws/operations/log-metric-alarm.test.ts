import { LogMetricAlarm, type LogMetricAlarmProps } from '../../../../lib/cloud/aws/operations/log-metric-alarm';
import { build, synth } from '../harness';

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:on-call';
const DEFAULTS: LogMetricAlarmProps = {
  alarmName: 'deletions',
  alarmActions: [TOPIC],
  logGroupName: '/aws/eks/c/cluster',
  pattern: '{ $.verb = "delete" }',
  metricNamespace: 'Audit',
  metricName: 'deletions',
};
const alarm = (props: Partial<LogMetricAlarmProps> = {}) =>
  synth((stack) => new LogMetricAlarm(stack, 'alarm', { ...DEFAULTS, ...props }));

describe('LogMetricAlarm', () => {
  const made = alarm();

  test('counts the lines, none included', () => {
    expect(made.one('aws_cloudwatch_log_metric_filter')).toMatchInlineSnapshot(`
      {
        "log_group_name": "/aws/eks/c/cluster",
        "metric_transformation": {
          "default_value": "0",
          "name": "deletions",
          "namespace": "Audit",
          "unit": "Count",
          "value": "1",
        },
        "name": "deletions",
        "pattern": "{ $.verb = "delete" }",
      }
    `);
  });

  test('goes off at the first one, once the filter is there', () => {
    expect(made.one('aws_cloudwatch_metric_alarm')).toMatchObject({
      alarm_actions: [TOPIC],
      namespace: 'Audit',
      metric_name: expect.stringMatching(/^\$\{aws_cloudwatch_log_metric_filter\..*\.name\}$/) as unknown,
      statistic: 'Sum',
      period: 300,
      evaluation_periods: 1,
      threshold: 0,
      treat_missing_data: 'notBreaching',
    });
  });

  test('lets some pass, in a time of its own', () => {
    const other = alarm({ threshold: 10, periodSeconds: 3600 });
    expect(other.one('aws_cloudwatch_metric_alarm')).toMatchObject({ threshold: 10, period: 3600 });
  });

  test('refuses what CloudWatch would, all at once', () => {
    const wrong = { pattern: '', metricNamespace: 'a:b', metricName: 'a*' };
    expect(build((stack) => new LogMetricAlarm(stack, 'alarm', { ...DEFAULTS, ...wrong }))).toThrow(
      [
        "stack/alarm: 'pattern' must not be empty, which would count every line, got ''",
        "stack/alarm: 'metricNamespace' must be up to 255 characters without :, * and $, got 'a:b'",
        "stack/alarm: 'metricName' must be up to 255 characters without :, * and $, got 'a*'",
      ].join('\n'),
    );
  });
});
