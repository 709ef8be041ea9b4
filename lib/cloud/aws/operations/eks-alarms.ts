import { Construct } from 'constructs';
import { ConstructError, refuse, type Refusal } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';
import { clusterAlarmName } from '../names';
import { Alarm } from './alarm';
import { ACCOUNT_ALARMS } from './eks-account-alarms';
import type { EksAlarmRule } from './eks-alarm-rule';
import { CONTROL_PLANE_ALARMS } from './eks-control-plane-alarms';
import { NODE_ALARMS } from './eks-node-alarms';
import { WORKLOAD_ALARMS } from './eks-workload-alarms';
import type { MonitoredCluster } from './monitored-cluster';

const RULES = { ...NODE_ALARMS, ...WORKLOAD_ALARMS, ...CONTROL_PLANE_ALARMS, ...ACCOUNT_ALARMS };

/** Name of an alarm of the ready-made set. */
export type EksAlarmName = keyof typeof RULES;

/** The ready-made alarms by name, as data: what each watches, its threshold, and what to do. */
export const EKS_ALARMS: Readonly<Record<EksAlarmName, EksAlarmRule>> = RULES;

/** What of a ready-made alarm is otherwise. */
export interface EksAlarmOptions {
  /**
   * Value that sets the alarm off when it is passed, in the alarm's own unit; percents are from 0 to 100.
   *
   * @default - the alarm's own
   */
  readonly threshold?: number;
}

/** Properties for `EksAlarms`. */
export interface EksAlarmsProps extends AwsConstructProps {
  /** The cluster that is watched. */
  readonly cluster: MonitoredCluster;
  /** Topic that hears when an alarm goes off, and when all is well again: that of an `AlarmTopic`. */
  readonly topicArn: string;
  /**
   * What is otherwise, by the alarm's name; `false` leaves an alarm out.
   *
   * @default {} - all alarms, as they are
   */
  readonly alarms?: Readonly<Partial<Record<EksAlarmName, boolean | EksAlarmOptions>>>;
  /**
   * URL that the name of an alarm is appended to, for the runbook that its mails point to: `https://wiki.example.com/eks/`.
   *
   * @default - none
   */
  readonly runbookBaseUrl?: string;
}

/**
 * An alarm for each thing that commonly goes wrong with an EKS cluster. Those whose metrics are not there stay quiet.
 *
 * Throws a `ConstructError` where an alarm is named that does not exist.
 */
export class EksAlarms extends Construct {
  /** Names of the alarms that were made, sorted. */
  public readonly names: readonly EksAlarmName[];
  private readonly alarmNames: ReadonlyMap<EksAlarmName, string>;

  constructor(scope: Construct, id: string, props: EksAlarmsProps) {
    super(scope, id);
    const { alarms = {} } = props;
    refuse(this.node.path, Object.keys(alarms).map(nameRefusal));

    const made = alarmEntries().filter(([name]) => alarms[name] !== false);
    this.alarmNames = new Map(made.map(([name, rule]) => [name, this.addAlarm(name, rule, props)]));
    this.names = made.map(([name]) => name);
  }

  /** Name of an alarm in CloudWatch, as a reference; a `CompositeAlarm` that names it waits for it. */
  public alarmName(name: EksAlarmName): string {
    const alarmName = this.alarmNames.get(name);
    if (alarmName !== undefined) return alarmName;
    throw new ConstructError(this.node.path, [{ property: 'alarms', rule: 'must not leave the alarm out', got: name }]);
  }

  private addAlarm(name: EksAlarmName, rule: EksAlarmRule, props: EksAlarmsProps): string {
    const { provider, cluster, topicArn, runbookBaseUrl } = props;
    const chosen = props.alarms?.[name];
    const alarm = new Alarm(this, name, {
      // What is only there while something is wrong, and what a cluster does without, is no reason for an alarm.
      treatMissingData: 'notBreaching',
      ...rule.condition(cluster),
      provider,
      alarmName: clusterAlarmName(cluster.clusterName, name),
      alarmDescription: [
        `${cluster.clusterName}: ${rule.summary}. ${rule.runbook}`,
        ...(runbookBaseUrl === undefined ? [] : [`Runbook: ${runbookBaseUrl}${name}`]),
      ].join('\n'),
      threshold: (typeof chosen === 'object' ? chosen.threshold : undefined) ?? rule.threshold,
      alarmActions: [topicArn],
    });
    return alarm.alarmName;
  }
}

function alarmEntries(): readonly [EksAlarmName, EksAlarmRule][] {
  return Object.keys(RULES)
    .filter(isAlarmName)
    .sort()
    .map((name) => [name, RULES[name]]);
}

function isAlarmName(name: string): name is EksAlarmName {
  return Object.hasOwn(RULES, name);
}

function nameRefusal(name: string): Refusal | undefined {
  if (isAlarmName(name)) return undefined;
  return { property: `alarms.${name}`, rule: `must be one of ${Object.keys(RULES).sort().join(', ')}`, got: name };
}
