import { CompositeAlarm, type CompositeAlarmProps } from '../../../../lib/cloud/aws/operations/composite-alarm';
import { build, synth } from '../harness';

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:on-call';
const DEFAULTS: CompositeAlarmProps = {
  alarmName: 'outage',
  alarmRule: { allOf: ['errors', { not: 'deploying' }, { anyOf: ['slow', 'full'] }] },
  alarmActions: [TOPIC],
};
const alarm = (props: Partial<CompositeAlarmProps> = {}) =>
  synth((stack) => new CompositeAlarm(stack, 'alarm', { ...DEFAULTS, ...props })).one('aws_cloudwatch_composite_alarm');
const refused = (props: Partial<CompositeAlarmProps>) =>
  build((stack) => new CompositeAlarm(stack, 'alarm', { ...DEFAULTS, ...props }));

describe('CompositeAlarm', () => {
  test('goes off as other alarms do', () => {
    expect(alarm()).toMatchInlineSnapshot(`
      {
        "actions_enabled": true,
        "alarm_actions": [
          "arn:aws:sns:us-east-1:111122223333:on-call",
        ],
        "alarm_name": "outage",
        "alarm_rule": "(ALARM("errors") AND NOT ALARM("deploying") AND (ALARM("slow") OR ALARM("full")))",
        "ok_actions": [
          "arn:aws:sns:us-east-1:111122223333:on-call",
        ],
      }
    `);
    expect(alarm({ alarmRule: 'errors' })['alarm_rule']).toBe('ALARM("errors")');
  });

  test('is silent while another alarm is on, for three minutes after and for two before', () => {
    expect(alarm({ actionsSuppressor: { alarm: 'maintenance' } })['actions_suppressor']).toEqual({
      alarm: 'maintenance',
      wait_period: 120,
      extension_period: 180,
    });
    const none = { alarm: 'maintenance', waitPeriodSeconds: 0, extensionPeriodSeconds: 0 };
    expect(alarm({ actionsSuppressor: none })['actions_suppressor']).toMatchObject({
      wait_period: 0,
      extension_period: 0,
    });
  });

  test('refuses what CloudWatch would', () => {
    expect(refused({ alarmRule: { allOf: [] } })).toThrow(
      `stack/alarm: 'alarmRule' must name one alarm at least, in every part, got {"allOf":[]}`,
    );
    expect(refused({ alarmRule: { anyOf: ['a', { allOf: [] }] } })).toThrow('in every part');
    expect(refused({ alarmRule: 'a"b' })).toThrow(`'alarmRule' must name alarms without quotes, got 'a"b'`);
    const anyOf = Array.from({ length: 101 }, (_, index) => `${index}-${'x'.repeat(100)}`);
    expect(refused({ alarmRule: { anyOf } })).toThrow(
      [
        "stack/alarm: 'alarmRule' must be of at most 100 alarms, got 101",
        "stack/alarm: 'alarmRule' must be at most 10240 characters as text, got ",
      ].join('\n'),
    );
    expect(refused({ actionsSuppressor: { alarm: 'a', waitPeriodSeconds: -1 } })).toThrow(
      "'actionsSuppressor.waitPeriodSeconds' must be a whole number of at least 0, got -1",
    );
  });
});
