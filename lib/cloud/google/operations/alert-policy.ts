import { MonitoringAlertPolicy } from '@cdktf/provider-google/lib/monitoring-alert-policy';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { conditionBlock, type AlertCondition } from './alert-condition';
import { conditionRefusals } from './alert-condition-refusals';
import { channelGrants, channelIds, type INotificationChannel } from './notification-channel';
import { templateText } from './template-text';
import { userLabelRefusals, type UserLabels } from './user-labels';

const DEFAULT_SEVERITY = 'WARNING';
const DEFAULT_RATE_LIMIT_SECONDS = 3600;
const MAX_DISPLAY_NAME = 512;
/** https://cloud.google.com/monitoring/api/ref_v3/rest/v3/projects.alertPolicies#Documentation */
const MAX_DOCUMENTATION = 8192;
const MAX_URL = 2083;
/** Half an hour to seven days. https://cloud.google.com/monitoring/alerts/incidents-events */
const AUTO_CLOSE_SECONDS = { min: 1800, max: 604_800 };

/** How urgent an incident is. */
export type AlertSeverity = 'CRITICAL' | 'ERROR' | 'WARNING';

/** Options shared by `AlertPolicy` and the ready-made alerts. */
export interface AlertPolicyOptions {
  /**
   * Where notifications go.
   *
   * @default - nowhere: incidents are seen in the console only
   */
  readonly notificationChannels?: readonly INotificationChannel[];
  /**
   * How urgent an incident is.
   *
   * @default 'WARNING'
   */
  readonly severity?: AlertSeverity;
  /**
   * Whether the policy is evaluated.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Page that says what to do, linked from each notification.
   *
   * @default - none
   */
  readonly runbookUrl?: string;
  /**
   * Labels of the policy.
   *
   * @default - none
   */
  readonly userLabels?: UserLabels;
}

/** Properties for `AlertPolicy`. */
export interface AlertPolicyProps extends AlertPolicyOptions {
  /** Project id. */
  readonly project: string;
  /** Name that people see, up to 512 characters; no two policies of a project should share one. */
  readonly displayName: string;
  /** From one to six conditions, by the name that people see. */
  readonly conditions: Readonly<Record<string, AlertCondition>>;
  /**
   * Whether one condition is enough, all have to hold, or all for the same resource.
   *
   * @default 'OR'
   */
  readonly combiner?: 'OR' | 'AND' | 'AND_WITH_MATCHING_RESOURCE';
  /**
   * What a notification says, in Markdown, up to 8192 characters. Variables such as `${resource.label.pod_name}` are
   * filled in by Cloud Monitoring.
   *
   * @default - none
   */
  readonly documentation?: string;
  /**
   * Subject line of e-mails.
   *
   * @default - Google's own
   */
  readonly subject?: string;
  /**
   * Seconds without data after which an open incident closes, from 1800 to 604800.
   *
   * @default - seven days, Google's own
   */
  readonly autoCloseSeconds?: number;
  /**
   * Fewest seconds between two notifications of a log condition, which has to have such a limit; for that kind alone.
   *
   * @default 3600
   */
  readonly notificationRateLimitSeconds?: number;
}

/** Opens an incident, and notifies, when a condition holds. */
export class AlertPolicy extends Construct {
  /** Resource name, known once created. */
  public readonly name: string;

  constructor(scope: Construct, id: string, props: AlertPolicyProps) {
    super(scope, id);

    refuse(this.node.path, [
      ...conditionRefusals(props.conditions),
      ...textRefusals(props),
      ...strategyRefusals(props),
      ...userLabelRefusals(props.userLabels),
    ]);

    const channels = props.notificationChannels ?? [];
    this.name = new MonitoringAlertPolicy(this, 'Resource', {
      project: props.project,
      displayName: props.displayName,
      combiner: props.combiner ?? 'OR',
      // Sorted by name, since their order means nothing but would be a change.
      conditions: Object.entries(props.conditions)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, condition]) => conditionBlock(name, condition)),
      severity: props.severity ?? DEFAULT_SEVERITY,
      enabled: props.enabled ?? true,
      notificationChannels: channelIds(channels),
      alertStrategy: alertStrategy(props),
      documentation: documentation(props),
      userLabels: props.userLabels,
      dependsOn: channelGrants(channels),
    }).name;
  }
}

function watchesLogs({ conditions }: AlertPolicyProps): boolean {
  return Object.values(conditions).some(({ kind }) => kind === 'log');
}

function alertStrategy(props: AlertPolicyProps) {
  const { autoCloseSeconds, notificationRateLimitSeconds = DEFAULT_RATE_LIMIT_SECONDS } = props;
  const rateLimited = watchesLogs(props);
  if (autoCloseSeconds === undefined && !rateLimited) return undefined;
  return {
    autoClose: autoCloseSeconds === undefined ? undefined : `${autoCloseSeconds}s`,
    notificationRateLimit: rateLimited ? { period: `${notificationRateLimitSeconds}s` } : undefined,
  };
}

function documentation({ documentation: content, subject, runbookUrl }: AlertPolicyProps) {
  if (content === undefined && subject === undefined && runbookUrl === undefined) return undefined;
  return {
    content: content === undefined ? undefined : templateText(content),
    mimeType: content === undefined ? undefined : 'text/markdown',
    subject: subject === undefined ? undefined : templateText(subject),
    links: runbookUrl === undefined ? undefined : [{ displayName: 'Runbook', url: templateText(runbookUrl) }],
  };
}

function textRefusals({
  displayName,
  documentation: text = '',
  runbookUrl,
}: AlertPolicyProps): (Refusal | undefined)[] {
  return [
    !Token.isUnresolved(displayName) && (displayName === '' || displayName.length > MAX_DISPLAY_NAME)
      ? { property: 'displayName', rule: `must be from 1 to ${MAX_DISPLAY_NAME} characters`, got: displayName }
      : undefined,
    !Token.isUnresolved(text) && text.length > MAX_DOCUMENTATION
      ? { property: 'documentation', rule: `must be at most ${MAX_DOCUMENTATION} characters`, got: text.length }
      : undefined,
    runbookUrl !== undefined &&
    !Token.isUnresolved(runbookUrl) &&
    (!/^https?:\/\/\S+$/.test(runbookUrl) || runbookUrl.length > MAX_URL)
      ? { property: 'runbookUrl', rule: `must be a URL of up to ${MAX_URL} characters`, got: runbookUrl }
      : undefined,
  ];
}

function strategyRefusals(props: AlertPolicyProps): (Refusal | undefined)[] {
  const { autoCloseSeconds, notificationRateLimitSeconds } = props;
  return [
    autoCloseSeconds === undefined
      ? undefined
      : wholeNumberRefusal('autoCloseSeconds', autoCloseSeconds, AUTO_CLOSE_SECONDS),
    notificationRateLimitSeconds === undefined
      ? undefined
      : wholeNumberRefusal('notificationRateLimitSeconds', notificationRateLimitSeconds, { min: 1 }),
    notificationRateLimitSeconds !== undefined && !watchesLogs(props)
      ? {
          property: 'notificationRateLimitSeconds',
          rule: 'must come with a log condition, the only kind it limits',
          got: notificationRateLimitSeconds,
        }
      : undefined,
  ];
}
