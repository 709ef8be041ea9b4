import {
  CostAnomalyMonitor,
  type CostAnomalyMonitorProps,
} from '../../../../lib/cloud/aws/operations/cost-anomaly-monitor';
import { build, synth } from '../harness';

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:on-call';
const DEFAULTS: CostAnomalyMonitorProps = { monitorName: 'services', emails: ['finance@example.com'] };
const monitor = (props: Partial<CostAnomalyMonitorProps> = {}) =>
  synth((stack) => new CostAnomalyMonitor(stack, 'monitor', { ...DEFAULTS, ...props }));

describe('CostAnomalyMonitor', () => {
  test('looks at what each service costs, and sends a summary every day', () => {
    const made = monitor();
    expect(made.one('aws_ce_anomaly_monitor')).toMatchObject({
      monitor_type: 'DIMENSIONAL',
      monitor_dimension: 'SERVICE',
    });
    expect(made.one('aws_ce_anomaly_subscription')).toMatchInlineSnapshot(`
      {
        "frequency": "DAILY",
        "monitor_arn_list": [
          "\${aws_ce_anomaly_monitor.monitor_360B0AD7.arn}",
        ],
        "name": "services-emails",
        "subscriber": [
          {
            "address": "finance@example.com",
            "type": "EMAIL",
          },
        ],
        "threshold_expression": {
          "dimension": {
            "key": "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
            "match_options": [
              "GREATER_THAN_OR_EQUAL",
            ],
            "values": [
              "100",
            ],
          },
        },
      }
    `);
  });

  test('tells a topic at once, and addresses every week', () => {
    const made = monitor({ topicArn: TOPIC, emailFrequency: 'WEEKLY', minimumImpact: 0 });
    expect(made.one('aws_ce_anomaly_subscription', 'monitor_Topic')).toMatchObject({
      frequency: 'IMMEDIATE',
      subscriber: [{ type: 'SNS', address: TOPIC }],
      threshold_expression: { dimension: { values: ['0'] } },
    });
    expect(made.one('aws_ce_anomaly_subscription', 'monitor_Emails')['frequency']).toBe('WEEKLY');
    expect(Object.keys(monitor({ emails: [], topicArn: TOPIC }).all('aws_ce_anomaly_subscription'))).toHaveLength(1);
  });

  test('refuses what AWS would, and to tell nobody', () => {
    const wrong = { monitorName: '', minimumImpact: -1, emails: [], topicArn: undefined };
    expect(build((stack) => new CostAnomalyMonitor(stack, 'monitor', { ...DEFAULTS, ...wrong }))).toThrow(
      [
        "stack/monitor: 'monitorName' must be from 1 to 1024 characters, got ''",
        "stack/monitor: 'minimumImpact' must be 0 US dollars or more, got -1",
        "stack/monitor: 'emails' must name one address at least, got []; or give a topicArn",
      ].join('\n'),
    );
    const topicArn = 'on-call';
    expect(build((stack) => new CostAnomalyMonitor(stack, 'monitor', { ...DEFAULTS, topicArn }))).toThrow(
      "'topicArn' must be the ARN of a topic, got 'on-call'",
    );
  });
});
