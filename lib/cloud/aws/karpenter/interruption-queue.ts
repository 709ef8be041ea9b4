import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy';
import { Construct } from 'constructs';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import type { PolicyStatement, PrincipalStatement } from '../iam/policy-document';
import { eventRuleArn, karpenterQueueName, karpenterRuleName, queueArn } from '../names';
import { INTERRUPTION_EVENTS } from './interruption-events';

/**
 * An event that is five minutes old is of no more use: a spot machine is gone after two.
 * https://karpenter.sh/docs/reference/cloudformation/
 */
const MESSAGE_RETENTION_SECONDS = 300;

const EVENT_BRIDGE = 'events.amazonaws.com';

/** Properties for `InterruptionQueue`. */
export interface InterruptionQueueProps extends AwsConstructProps, AwsPlace {
  readonly clusterName: string;
  /**
   * Key that the messages are encrypted with; its policy has to hold `interruptionKeyStatement`.
   *
   * @default - a key of SQS' own
   */
  readonly kmsKeyArn?: string;
}

/** The queue that tells Karpenter which machines AWS takes away, and the rules that fill it. */
export class InterruptionQueue extends Construct {
  /** Name of the queue, known at synthesis. */
  public readonly queueName: string;

  constructor(scope: Construct, id: string, props: InterruptionQueueProps) {
    super(scope, id);
    const { provider, clusterName, kmsKeyArn } = props;

    this.queueName = karpenterQueueName(clusterName);
    const queue = new SqsQueue(this, 'Resource', {
      provider,
      name: this.queueName,
      messageRetentionSeconds: MESSAGE_RETENTION_SECONDS,
      ...(kmsKeyArn === undefined ? { sqsManagedSseEnabled: true } : { kmsMasterKeyId: kmsKeyArn }),
    });
    const policy = new SqsQueuePolicy(this, 'Policy', {
      provider,
      queueUrl: queue.url,
      policy: queuePolicy(props, this.queueName),
    });
    for (const [event, { description, pattern }] of Object.entries(INTERRUPTION_EVENTS)) {
      const rule = new CloudwatchEventRule(this, event, {
        provider,
        name: karpenterRuleName(clusterName, event),
        description,
        eventPattern: JSON.stringify(pattern),
      });
      new CloudwatchEventTarget(this, `${event}-target`, {
        provider,
        rule: rule.name,
        targetId: 'karpenter',
        arn: queue.arn,
        dependsOn: [policy],
      });
    }
  }
}

/** What Karpenter may do with the queue, and with the queue's key where it has one of its own. */
export function interruptionStatements(
  place: AwsPlace,
  clusterName: string,
  kmsKeyArn: string | undefined,
): readonly PolicyStatement[] {
  const read: PolicyStatement = {
    sid: 'ReadInterruptions',
    actions: ['sqs:DeleteMessage', 'sqs:GetQueueUrl', 'sqs:ReceiveMessage'],
    resources: [queueArn(place, karpenterQueueName(clusterName))],
  };
  if (kmsKeyArn === undefined) return [read];
  const viaSqs = { StringEquals: { 'kms:ViaService': [`sqs.${place.region}.amazonaws.com`] } };
  return [read, { sid: 'Decrypt', actions: ['kms:Decrypt'], resources: [kmsKeyArn], conditions: viaSqs }];
}

/** Lets EventBridge put encrypted messages into the queue; for the policy of the key given as `kmsKeyArn`. */
export function interruptionKeyStatement(account: string): PrincipalStatement {
  return {
    sid: 'EventBridgeUsesKey',
    principal: { service: EVENT_BRIDGE },
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    conditions: { StringEquals: { 'aws:SourceAccount': [account] } },
  };
}

/** Only the cluster's own rules may write, and nobody without encryption on the way. */
function queuePolicy(props: InterruptionQueueProps, queueName: string): string {
  const { account, clusterName } = props;
  const queue = queueArn(props, queueName);
  const rules = Object.keys(INTERRUPTION_EVENTS).map((event) =>
    eventRuleArn(props, karpenterRuleName(clusterName, event)),
  );
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'RulesWrite',
        Effect: 'Allow',
        Principal: { Service: EVENT_BRIDGE },
        Action: 'sqs:SendMessage',
        Resource: queue,
        Condition: { ArnEquals: { 'aws:SourceArn': rules }, StringEquals: { 'aws:SourceAccount': account } },
      },
      {
        Sid: 'NobodyWithoutTls',
        Effect: 'Deny',
        Principal: '*',
        Action: 'sqs:*',
        Resource: queue,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });
}
