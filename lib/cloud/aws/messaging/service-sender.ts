import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import type { AwsPlace } from '../aws-construct';
import type { PrincipalStatement } from '../iam/policy-document';
import type { ResourceStatement } from '../iam/resource-policy';

/** Services of AWS that send messages of their own accord. */
export const SENDING_SERVICES = ['budgets', 'cloudwatch', 'events', 's3', 'sns'] as const;

/** A service of AWS that sends messages of its own accord. */
export type SendingService = (typeof SENDING_SERVICES)[number];

/** A service of AWS that sends on behalf of named resources of the account. */
export interface ServiceSender {
  readonly service: SendingService;
  /** ARNs of what it sends for: buckets, rules, alarms, topics. */
  readonly sourceArns: readonly string[];
}

/** Lets services send to a queue or a topic, for named resources of the account alone. */
export function senderStatements(
  account: string,
  senders: readonly ServiceSender[],
  action: 'sns:Publish' | 'sqs:SendMessage',
  resource: string,
): readonly ResourceStatement[] {
  return SENDING_SERVICES.flatMap((service) => {
    const sources = senders.filter((sender) => sender.service === service).flatMap(({ sourceArns }) => sourceArns);
    if (sources.length === 0) return [];
    return [
      {
        sid: `Send${service}`,
        principal: { service: `${service}.amazonaws.com` },
        actions: [action],
        resources: [resource],
        conditions: {
          ArnEquals: { 'aws:SourceArn': [...new Set(sources)].sort() },
          StringEquals: { 'aws:SourceAccount': [account] },
        },
      },
    ];
  });
}

/**
 * Lets services encrypt what they send to queues and topics of the account; for the policy of the key that these are
 * encrypted with. Without it, what a topic hands to a queue is lost without a word.
 *
 * https://docs.aws.amazon.com/sns/latest/dg/sns-enable-encryption-for-topic-sqs-queue-subscriptions.html
 */
export function messagingKeyStatements(
  { account }: AwsPlace,
  services: readonly SendingService[],
): readonly PrincipalStatement[] {
  return [...new Set(services)].sort().map((service) => ({
    sid: `Encrypt${service}`,
    principal: { service: `${service}.amazonaws.com` },
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    conditions: { StringEquals: { 'aws:SourceAccount': [account] } },
  }));
}

/** Refuses services that send for nobody, and for everybody. */
export function senderRefusals(senders: readonly ServiceSender[]): (Refusal | undefined)[] {
  const property = 'senders.sourceArns';
  return senders.flatMap(({ service, sourceArns }) => [
    sourceArns.length === 0
      ? { property, rule: `must name one resource at least for ${service}`, got: sourceArns }
      : undefined,
    ...sourceArns
      .filter((arn) => !Token.isUnresolved(arn) && (!arn.startsWith('arn:aws:') || arn.includes('*')))
      .map((got) => ({ property, rule: 'must be ARNs without wildcards', got })),
  ]);
}
