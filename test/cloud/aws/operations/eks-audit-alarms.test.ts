import {
  EKS_AUDIT_ALARMS,
  EksAuditAlarms,
  type EksAuditAlarmsProps,
} from '../../../../lib/cloud/aws/operations/eks-audit-alarms';
import { filterPatternRefusals } from '../../../../lib/cloud/aws/operations/filter-pattern';
import { build, CLUSTER, synth } from '../harness';

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:on-call';
const DEFAULTS: EksAuditAlarmsProps = { cluster: CLUSTER, topicArn: TOPIC, breakGlassRoleName: 'break-glass' };
const alarms = (props: Partial<EksAuditAlarmsProps> = {}) =>
  synth((stack) => new EksAuditAlarms(stack, 'audit', { ...DEFAULTS, ...props }));
const patterns = (props: Partial<EksAuditAlarmsProps> = {}) =>
  Object.fromEntries(
    Object.values(alarms(props).all('aws_cloudwatch_log_metric_filter')).map(({ name, pattern }) => [
      String(name),
      String(pattern),
    ]),
  );
const refused = (props: Partial<EksAuditAlarmsProps>) =>
  build((stack) => new EksAuditAlarms(stack, 'audit', { ...DEFAULTS, ...props }));

describe('EksAuditAlarms', () => {
  const all = patterns();

  test('tells what people do that they should not have to', () => {
    expect(Object.keys(all).sort()).toEqual(EKS_AUDIT_ALARMS);
    expect(all).toMatchSnapshot();
  });

  test('looks for what CloudWatch can find', () => {
    for (const pattern of Object.values(all)) {
      expect(filterPatternRefusals('pattern', pattern).filter((found) => found !== undefined)).toEqual([]);
    }
  });

  test('reads the log that EKS writes, once the cluster is there', () => {
    const { one } = alarms();
    expect(one('aws_cloudwatch_log_metric_filter', 'audit_anonymous')).toMatchObject({
      log_group_name: `/aws/eks/${CLUSTER.clusterName}/cluster`,
    });
    const clusterNameRef = '${aws_eks_cluster.cluster.name}';
    const made = alarms({ cluster: { ...CLUSTER, clusterNameRef } });
    expect(made.one('aws_cloudwatch_log_metric_filter', 'audit_anonymous')['log_group_name']).toBe(
      `/aws/eks/${clusterNameRef}/cluster`,
    );
  });

  test('tells the topic once, and not that it is over', () => {
    const made = alarms().one('aws_cloudwatch_metric_alarm', 'audit_secrets');
    expect(made).toMatchObject({ alarm_actions: [TOPIC], threshold: 0 });
    expect(made).not.toHaveProperty('ok_actions');
  });

  test('watches the role for emergencies, where there is one', () => {
    expect(all['break-glass-used']).toContain('arn:aws:sts::111122223333:assumed-role/break-glass/*');
    expect(patterns({ breakGlassRoleName: undefined })).not.toHaveProperty('break-glass-used');
  });

  test('leaves alarms out, and takes other thresholds', () => {
    const made = alarms({
      alarms: { 'secrets-read-by-people': false, 'anonymous-access': true, 'requests-forbidden': { threshold: 0 } },
    });
    expect(Object.keys(made.all('aws_cloudwatch_log_metric_filter'))).toHaveLength(EKS_AUDIT_ALARMS.length - 1);
    expect(made.one('aws_cloudwatch_metric_alarm', 'audit_requests')['threshold']).toBe(0);
  });

  test('refuses alarms that do not exist, and a role that is none', () => {
    const unknown = JSON.parse('{"pods-sad":false}') as EksAuditAlarmsProps['alarms'];
    expect(refused({ alarms: unknown, breakGlassRoleName: 'arn:aws:iam::111122223333:role/a' })).toThrow(
      [
        "stack/audit: 'alarms.pods-sad' must be one of anonymous-access, break-glass-used, command-in-container, requests-forbidden, rights-changed-by-hand, secrets-read-by-people, got 'pods-sad'",
        "stack/audit: 'breakGlassRoleName' must be the name of a role, without path or ARN, got 'arn:aws:iam::111122223333:role/a'",
      ].join('\n'),
    );
    expect(refused({ alarms: { 'break-glass-used': true }, breakGlassRoleName: undefined })).toThrow(
      "'alarms.break-glass-used' must not be on without the name of the role, got true; give breakGlassRoleName",
    );
  });
});
