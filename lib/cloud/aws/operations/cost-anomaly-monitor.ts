import { CeAnomalyMonitor } from '@cdktf/provider-aws/lib/ce-anomaly-monitor';
import { CeAnomalySubscription } from '@cdktf/provider-aws/lib/ce-anomaly-subscription';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';
import { emailRefusals } from './email';

const DEFAULT_IMPACT = 100;
const MAX_NAME = 1024;

/** Properties for `CostAnomalyMonitor`. */
export interface CostAnomalyMonitorProps extends AwsConstructProps {
  /** Name of the monitor, and what those of its subscriptions begin with. */
  readonly monitorName: string;
  /**
   * US dollars above what was to be expected from which an anomaly is worth a message.
   *
   * @default 100
   */
  readonly minimumImpact?: number;
  /**
   * Addresses that get a summary.
   *
   * @default []
   */
  readonly emails?: readonly string[];
  /**
   * How often they get one.
   *
   * @default 'DAILY'
   */
  readonly emailFrequency?: 'DAILY' | 'WEEKLY';
  /**
   * Topic that hears of every anomaly at once, and that Cost Anomaly Detection may publish to: that of an `AlarmTopic`.
   *
   * @default - none
   */
  readonly topicArn?: string;
}

/**
 * Tells somebody when a service costs more than it used to. An account has one monitor of its services at most, and
 * AWS makes it by itself where Cost Explorer was switched on after March 2023.
 *
 * Throws a `ConstructError` where nobody would be told.
 */
export class CostAnomalyMonitor extends Construct {
  public readonly arn: string;

  constructor(scope: Construct, id: string, props: CostAnomalyMonitorProps) {
    super(scope, id);
    const { provider, monitorName, minimumImpact = DEFAULT_IMPACT, emails = [], topicArn } = props;
    refuse(this.node.path, refusals(props, minimumImpact));

    const monitor = new CeAnomalyMonitor(this, 'Resource', {
      provider,
      name: monitorName,
      monitorType: 'DIMENSIONAL',
      monitorDimension: 'SERVICE',
    });
    const shared = {
      provider,
      monitorArnList: [monitor.arn],
      thresholdExpression: {
        dimension: {
          key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE',
          matchOptions: ['GREATER_THAN_OR_EQUAL'],
          values: [String(minimumImpact)],
        },
      },
    };
    // Mails are summaries, and messages to a topic are not: AWS takes no other frequency of either.
    if (emails.length > 0) {
      new CeAnomalySubscription(this, 'Emails', {
        ...shared,
        name: `${monitorName}-emails`,
        frequency: props.emailFrequency ?? 'DAILY',
        subscriber: [...emails].sort().map((address) => ({ type: 'EMAIL', address })),
      });
    }
    if (topicArn !== undefined) {
      new CeAnomalySubscription(this, 'Topic', {
        ...shared,
        name: `${monitorName}-topic`,
        frequency: 'IMMEDIATE',
        subscriber: [{ type: 'SNS', address: topicArn }],
      });
    }
    this.arn = monitor.arn;
  }
}

function refusals(props: CostAnomalyMonitorProps, minimumImpact: number): (Refusal | undefined)[] {
  const { monitorName, emails = [], topicArn } = props;
  return [
    Token.isUnresolved(monitorName) || (monitorName !== '' && monitorName.length <= MAX_NAME)
      ? undefined
      : { property: 'monitorName', rule: `must be from 1 to ${MAX_NAME} characters`, got: monitorName },
    Token.isUnresolved(minimumImpact) || (Number.isFinite(minimumImpact) && minimumImpact >= 0)
      ? undefined
      : { property: 'minimumImpact', rule: 'must be 0 US dollars or more', got: minimumImpact },
    emails.length === 0 && topicArn === undefined
      ? { property: 'emails', rule: 'must name one address at least', got: emails, remedy: 'or give a topicArn' }
      : undefined,
    ...emailRefusals('emails', emails),
    topicArn === undefined || Token.isUnresolved(topicArn) || topicArn.startsWith('arn:aws:sns:')
      ? undefined
      : { property: 'topicArn', rule: 'must be the ARN of a topic', got: topicArn },
  ];
}
