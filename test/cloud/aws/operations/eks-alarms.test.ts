import type { EksAlarmRule } from '../../../../lib/cloud/aws/operations/eks-alarm-rule';
import { EKS_ALARMS, EksAlarms, type EksAlarmsProps } from '../../../../lib/cloud/aws/operations/eks-alarms';
import { watchedRefusals } from '../../../../lib/cloud/aws/operations/metric-refusals';
import { type Block, build, CLUSTER, synth } from '../harness';

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:on-call';
const RULES = Object.entries<EksAlarmRule>(EKS_ALARMS);
const NAMES = RULES.map(([name]) => name).sort();
const DEFAULTS: EksAlarmsProps = { cluster: CLUSTER, topicArn: TOPIC };

function alarms(props: Partial<EksAlarmsProps> = {}): Readonly<Record<string, Block>> {
  const { all } = synth((stack) => new EksAlarms(stack, 'alarms', { ...DEFAULTS, ...props }));
  const made = Object.values(all('aws_cloudwatch_metric_alarm'));
  return Object.fromEntries(
    made.map((alarm) => [String(alarm['alarm_name']).replace(`${CLUSTER.clusterName}-`, ''), alarm]),
  );
}

describe('EksAlarms', () => {
  const all = alarms();

  test('makes an alarm for each thing that commonly goes wrong', () => {
    expect(Object.keys(all).sort()).toEqual(NAMES);
    expect(
      RULES.map(
        ([name, { needs, summary, threshold, unit }]) => `${name} (${needs}): ${summary}, ${threshold} ${unit}`,
      ),
    ).toMatchSnapshot();
  });

  test('tells the topic that something is wrong, and that all is well again', () => {
    for (const alarm of Object.values(all)) {
      expect(alarm).toMatchObject({ alarm_actions: [TOPIC], ok_actions: [TOPIC], treat_missing_data: 'notBreaching' });
    }
  });

  test('looks at this cluster alone, but for what belongs to the whole account', () => {
    const elsewhere = Object.entries(all).filter(([, alarm]) => {
      const { dimensions, metric_query: queries } = alarm;
      return !JSON.stringify([dimensions, queries]).includes(CLUSTER.clusterName);
    });
    expect(elsewhere.map(([name]) => name).sort()).toEqual(['backup-failed', 'nat-gateway-ports-used-up']);
  });

  test('watches nothing that CloudWatch would refuse', () => {
    for (const [, { condition }] of RULES) {
      expect(watchedRefusals('watched', condition(CLUSTER).watched).filter((found) => found !== undefined)).toEqual([]);
    }
  });

  test('says in each what is wrong, what to do, and where its figures come from', () => {
    for (const [name, { runbook, source }] of RULES) {
      expect(String(all[name]?.['alarm_description'])).toContain(`${CLUSTER.clusterName}: `);
      expect(String(all[name]?.['alarm_description'])).toContain(runbook);
      expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    }
  });

  test('points to runbooks of one’s own', () => {
    const made = alarms({ runbookBaseUrl: 'https://wiki.example.com/eks/' });
    expect(made['node-failed']?.['alarm_description']).toMatch(
      /\nRunbook: https:\/\/wiki.example.com\/eks\/node-failed$/,
    );
  });

  test('leaves alarms out, and takes other thresholds, a threshold of nothing too', () => {
    const made = alarms({
      alarms: { 'backup-failed': false, 'node-failed': true, 'node-cpu-high': { threshold: 50 }, 'pod-pending': {} },
    });
    expect(Object.keys(made)).toHaveLength(NAMES.length - 1);
    expect(made['backup-failed']).toBeUndefined();
    expect(made['node-cpu-high']?.['threshold']).toBe(50);
    expect(made['pod-pending']?.['threshold']).toBe(0);
    expect(alarms({ alarms: { 'node-cpu-high': { threshold: 0 } } })['node-cpu-high']?.['threshold']).toBe(0);
  });

  test('tells the names of what it made, for a CompositeAlarm', () => {
    synth((stack) => {
      const made = new EksAlarms(stack, 'alarms', { ...DEFAULTS, alarms: { 'backup-failed': false } });
      expect(made.names).toEqual(NAMES.filter((name) => name !== 'backup-failed'));
      expect(made.alarmName('node-failed')).toContain('TfToken');
      expect(() => made.alarmName('backup-failed')).toThrow(
        "stack/alarms: 'alarms' must not leave the alarm out, got 'backup-failed'",
      );
    });
  });

  test('refuses alarms that do not exist', () => {
    const unknown = JSON.parse('{"node-sad":false}') as EksAlarmsProps['alarms'];
    expect(build((stack) => new EksAlarms(stack, 'alarms', { ...DEFAULTS, alarms: unknown }))).toThrow(
      "stack/alarms: 'alarms.node-sad' must be one of api-server-errors, ",
    );
  });
});
