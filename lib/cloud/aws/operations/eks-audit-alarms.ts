import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';
import { auditMetricNamespace, clusterAlarmName, controlPlaneLogGroupName } from '../names';
import { AUDIT_RULES, type EksAuditRule } from './eks-audit-rules';
import { LogMetricAlarm } from './log-metric-alarm';
import type { MonitoredCluster } from './monitored-cluster';

/** Name of an alarm on the audit log. */
export type EksAuditAlarmName = keyof typeof AUDIT_RULES;

/** Names of all alarms on the audit log, sorted. */
export const EKS_AUDIT_ALARMS: readonly EksAuditAlarmName[] = Object.keys(AUDIT_RULES).filter(isAlarmName).sort();

/** What of an alarm on the audit log is otherwise. */
export interface EksAuditAlarmOptions {
  /**
   * How many events in five minutes are still in order.
   *
   * @default - the alarm's own
   */
  readonly threshold?: number;
}

/** Properties for `EksAuditAlarms`. */
export interface EksAuditAlarmsProps extends AwsConstructProps {
  /** The cluster whose audit log is read; the log type `audit` has to be on, as it is by default. */
  readonly cluster: MonitoredCluster;
  /** Topic that hears of it: that of an `AlarmTopic`. */
  readonly topicArn: string;
  /**
   * Name of the role for emergencies, whose every use is told.
   *
   * @default - there is none, and no alarm `break-glass-used`
   */
  readonly breakGlassRoleName?: string;
  /**
   * What is otherwise, by the alarm's name; `false` leaves an alarm out.
   *
   * @default {} - all alarms, as they are
   */
  readonly alarms?: Readonly<Partial<Record<EksAuditAlarmName, boolean | EksAuditAlarmOptions>>>;
}

/**
 * Tells somebody what people do in a cluster that they should not have to.
 *
 * Throws a `ConstructError` where an alarm is named that does not exist, or that needs a role which is not named.
 */
export class EksAuditAlarms extends Construct {
  /** Names of the alarms that were made, sorted. */
  public readonly names: readonly EksAuditAlarmName[];

  constructor(scope: Construct, id: string, props: EksAuditAlarmsProps) {
    super(scope, id);
    const { cluster, breakGlassRoleName, alarms = {} } = props;
    refuse(this.node.path, [
      ...Object.keys(alarms).map(nameRefusal),
      ...roleRefusals(breakGlassRoleName, alarms['break-glass-used']),
    ]);

    const made = EKS_AUDIT_ALARMS.filter((name) => alarms[name] !== false).flatMap((name) => {
      const pattern = AUDIT_RULES[name].pattern(cluster, breakGlassRoleName);
      return pattern === undefined ? [] : [{ name, pattern }];
    });
    for (const { name, pattern } of made) this.addAlarm(name, pattern, props);
    this.names = made.map(({ name }) => name);
  }

  private addAlarm(name: EksAuditAlarmName, pattern: string, props: EksAuditAlarmsProps): void {
    const { provider, cluster, topicArn } = props;
    const { summary, runbook, threshold }: EksAuditRule = AUDIT_RULES[name];
    const chosen = props.alarms?.[name];
    new LogMetricAlarm(this, name, {
      ...{ provider, pattern },
      logGroupName: controlPlaneLogGroupName(cluster.clusterNameRef ?? cluster.clusterName),
      metricNamespace: auditMetricNamespace(cluster.clusterName),
      metricName: name,
      alarmName: clusterAlarmName(cluster.clusterName, name),
      alarmDescription: `${cluster.clusterName}: ${summary}. ${runbook}`,
      threshold: (typeof chosen === 'object' ? chosen.threshold : undefined) ?? threshold,
      alarmActions: [topicArn],
      // That a secret is no longer being read is no news.
      okActions: [],
    });
  }
}

function isAlarmName(name: string): name is EksAuditAlarmName {
  return Object.hasOwn(AUDIT_RULES, name);
}

function nameRefusal(name: string): Refusal | undefined {
  if (isAlarmName(name)) return undefined;
  return { property: `alarms.${name}`, rule: `must be one of ${EKS_AUDIT_ALARMS.join(', ')}`, got: name };
}

function roleRefusals(
  role: string | undefined,
  alarm: boolean | EksAuditAlarmOptions | undefined,
): (Refusal | undefined)[] {
  return [
    role === undefined && alarm !== undefined && alarm !== false
      ? {
          property: 'alarms.break-glass-used',
          rule: 'must not be on without the name of the role',
          got: alarm,
          remedy: 'give breakGlassRoleName',
        }
      : undefined,
    role === undefined || /^[\w+=,.@-]{1,64}$/.test(role)
      ? undefined
      : { property: 'breakGlassRoleName', rule: 'must be the name of a role, without path or ARN', got: role },
  ];
}
