import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import type { AlertCondition } from './alert-condition';
import { AlertPolicy, type AlertPolicyOptions } from './alert-policy';
import type { GkeAlertRule } from './gke-alert-rule';
import { CONTROL_PLANE_ALERTS } from './gke-control-plane-alerts';
import { NODE_ALERTS } from './gke-node-alerts';
import { PROJECT_ALERTS } from './gke-project-alerts';
import { WORKLOAD_ALERTS } from './gke-workload-alerts';
import type { IMonitoredCluster } from './monitored-cluster';
import type { INotificationChannel } from './notification-channel';
import type { UserLabels } from './user-labels';

const RULES = { ...NODE_ALERTS, ...WORKLOAD_ALERTS, ...CONTROL_PLANE_ALERTS, ...PROJECT_ALERTS };

/** Name of an alert of the ready-made set. */
export type GkeAlertName = keyof typeof RULES;

/** Names of all alerts of the set. */
export const GKE_ALERTS: readonly string[] = Object.keys(RULES).sort();

/** What of a ready-made alert is otherwise. */
export interface GkeAlertOptions extends AlertPolicyOptions {
  /**
   * Value that opens an incident when it is passed, in the alert's own unit: shares are from 0 to 1.
   *
   * @default - the alert's own
   */
  readonly threshold?: number;
  /**
   * How many seconds the value has to stay so.
   *
   * @default - the alert's own
   */
  readonly durationSeconds?: number;
}

/** Properties for `GkeAlerts`. */
export interface GkeAlertsProps {
  /** The cluster that is watched. */
  readonly cluster: IMonitoredCluster;
  /**
   * Where notifications go, unless an alert says otherwise.
   *
   * @default - nowhere: incidents are seen in the console only
   */
  readonly notificationChannels?: readonly INotificationChannel[];
  /**
   * What is otherwise, by the alert's name; `false` leaves an alert out.
   *
   * @default - all alerts, as they are
   */
  readonly alerts?: Readonly<Partial<Record<GkeAlertName, GkeAlertOptions | false>>>;
  /**
   * URL that the name of an alert is appended to, for the link of its runbook: `https://wiki.example.com/gke/`.
   *
   * @default - none
   */
  readonly runbookBaseUrl?: string;
  /**
   * Labels of every policy; `cluster` and `alert` are added.
   *
   * @default - none
   */
  readonly userLabels?: UserLabels;
}

/** A policy for each thing that commonly goes wrong with a GKE cluster. */
export class GkeAlerts extends Construct {
  /** Names of the alerts that were made, sorted. */
  public readonly names: readonly string[];

  constructor(scope: Construct, id: string, props: GkeAlertsProps) {
    super(scope, id);

    const alerts: Readonly<Record<string, GkeAlertOptions | false | undefined>> = props.alerts ?? {};
    refuse(
      this.node.path,
      Object.entries(alerts).flatMap(([name, options]) => alertRefusals(name, options)),
    );

    const made = Object.entries<GkeAlertRule>(RULES).filter(([name]) => alerts[name] !== false);
    for (const [name, rule] of made) this.addAlert(name, rule, alerts[name] || {}, props);
    this.names = made.map(([name]) => name).sort();
  }

  private addAlert(name: string, rule: GkeAlertRule, options: GkeAlertOptions, props: GkeAlertsProps): void {
    const { cluster, runbookBaseUrl } = props;
    new AlertPolicy(this, name, {
      project: cluster.project,
      displayName: `${cluster.clusterName}: ${rule.summary}`,
      conditions: { [rule.summary]: condition(rule, cluster, options) },
      documentation: rule.documentation,
      severity: options.severity ?? rule.severity,
      enabled: options.enabled,
      notificationChannels: options.notificationChannels ?? props.notificationChannels,
      runbookUrl: options.runbookUrl ?? (runbookBaseUrl === undefined ? undefined : `${runbookBaseUrl}${name}`),
      userLabels: { ...props.userLabels, ...options.userLabels, cluster: cluster.clusterName, alert: name },
    });
  }
}

function condition(rule: GkeAlertRule, cluster: IMonitoredCluster, options: GkeAlertOptions): AlertCondition {
  if (rule.kind === 'event') return rule.condition(cluster);
  return {
    kind: 'promql',
    query: rule.query(cluster, options.threshold ?? rule.threshold),
    durationSeconds: options.durationSeconds ?? rule.durationSeconds,
    // The metrics of a cluster exist only once it runs, which is after its policies are made.
    metricValidation: false,
  };
}

function alertRefusals(name: string, options: GkeAlertOptions | false | undefined): (Refusal | undefined)[] {
  const rule = Object.entries<GkeAlertRule>(RULES).find(([known]) => known === name)?.[1];
  if (rule === undefined) {
    return [{ property: `alerts.${name}`, rule: `must be one of ${GKE_ALERTS.join(', ')}`, got: name }];
  }
  if (rule.kind === 'query' || options === false || options === undefined) return [];
  return (['threshold', 'durationSeconds'] as const).map((property) =>
    options[property] === undefined
      ? undefined
      : {
          property: `alerts.${name}.${property}`,
          rule: 'must be left out, since the alert is on an event',
          got: options[property],
        },
  );
}
