import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { denyInsecureTransport, resourcePolicy } from '../iam/resource-policy';
import type { KmsKey } from '../keys/kms-key';
import { fifoName, topicArn } from '../names';
import { type FilterPolicy, filterPolicyRefusals, renderFilterPolicy } from './filter-policy';
import { messageNameRefusal } from './message-name';
import type { Queue } from './queue';
import { senderRefusals, senderStatements, type ServiceSender } from './service-sender';

const MAX_NAME = 256;
/** SHA256; the first version signs with SHA1. https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html */
const SIGNATURE_VERSION = 2;

/** Messages of a group are handed on in the order in which they were published. */
export interface FifoTopic {
  /**
   * Whether two messages with the same body within five minutes are one. Otherwise the publisher tells them apart.
   *
   * @default false
   */
  readonly contentBasedDeduplication?: boolean;
}

/** Properties for `Topic`. */
export interface TopicProps extends AwsConstructProps, AwsPlace {
  /** Name of the topic: see `topicName`. With `fifo`, SNS wants `.fifo` after it, which comes by itself. */
  readonly topicName: string;
  /**
   * Key that messages are encrypted with. Whoever publishes needs it as well; services through
   * `messagingKeyStatements`.
   *
   * @default - messages are encrypted on their way alone
   */
  readonly kmsKey?: Pick<KmsKey, 'arn'>;
  /**
   * Keeps the order of messages. A change replaces the topic.
   *
   * @default - no order
   */
  readonly fifo?: FifoTopic;
  /**
   * Services of AWS that publish to the topic.
   *
   * @default []
   */
  readonly senders?: readonly ServiceSender[];
  /**
   * Whether Terraform refuses to destroy the topic.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** Options for `Topic.addSubscription`. */
export interface SubscriptionOptions {
  /**
   * Whether the queue gets what was published as it is. Otherwise SNS wraps it in JSON that says where it came from.
   *
   * @default true
   */
  readonly rawMessageDelivery?: boolean;
  /**
   * Which messages the queue gets, by their attributes: `{ kind: ['invoice'] }`.
   *
   * @default - all of them
   */
  readonly filterPolicy?: FilterPolicy;
}

/**
 * A topic: who publishes need not know who reads. What is published while nobody is subscribed is lost.
 *
 * Throws a `ConstructError` where SNS would refuse a name.
 */
export class Topic extends Construct {
  /** Name of the topic, known at synthesis. */
  public readonly topicName: string;
  /** ARN of the topic; whoever uses it waits for the topic. */
  public readonly arn: string;
  private readonly provider: TerraformProvider | undefined;
  private readonly ownArn: string;
  private readonly fifo: boolean;

  constructor(scope: Construct, id: string, props: TopicProps) {
    super(scope, id);
    const { provider, account, region, kmsKey, fifo, senders = [] } = props;
    refuse(this.node.path, [
      messageNameRefusal('topicName', props.topicName, { maxLength: MAX_NAME, fifo: fifo !== undefined }),
      ...senderRefusals(senders),
    ]);

    this.provider = provider;
    this.fifo = fifo !== undefined;
    this.topicName = this.fifo ? fifoName(props.topicName) : props.topicName;
    this.ownArn = topicArn({ account, region }, this.topicName);
    const topic = new SnsTopic(this, 'Resource', {
      provider,
      name: this.topicName,
      kmsMasterKeyId: kmsKey?.arn,
      signatureVersion: SIGNATURE_VERSION,
      ...(fifo === undefined
        ? {}
        : { fifoTopic: true, contentBasedDeduplication: fifo.contentBasedDeduplication ?? false }),
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    new SnsTopicPolicy(this, 'Policy', {
      provider,
      arn: topic.arn,
      policy: resourcePolicy(this.node.path, [
        // SNS accepts no wildcard in the policy of a topic.
        denyInsecureTransport([this.ownArn], ['sns:Publish']),
        ...senderStatements(account, senders, 'sns:Publish', this.ownArn),
      ]),
    });

    this.arn = topic.arn;
  }

  /**
   * Hands each message of the topic to a queue as well, and lets the queue take it.
   *
   * Throws a `ConstructError` where the queue is subscribed already, or keeps an order that the topic does not.
   */
  public addSubscription(name: string, queue: Queue, options: SubscriptionOptions = {}): SnsTopicSubscription {
    const { rawMessageDelivery = true, filterPolicy } = options;
    refuse(this.node.path, [this.subscriptionRefusal(name, queue), ...filterPolicyRefusals(filterPolicy)]);

    queue.allowTopic(this.ownArn);
    return new SnsTopicSubscription(this, `subscription-${name}`, {
      provider: this.provider,
      topicArn: this.arn,
      protocol: 'sqs',
      endpoint: queue.arn,
      rawMessageDelivery,
      filterPolicy: filterPolicy === undefined ? undefined : renderFilterPolicy(filterPolicy),
      dependsOn: [...queue.dependables],
    });
  }

  private subscriptionRefusal(name: string, queue: Queue): Refusal | undefined {
    if (this.node.tryFindChild(`subscription-${name}`) !== undefined) {
      return { property: 'name', rule: 'must be that of no other subscription of the topic', got: name };
    }
    if (!queue.fifo || this.fifo) return undefined;
    return {
      property: 'queue',
      rule: 'must not keep an order that its topic does not keep',
      got: queue.queueName,
      remedy: 'give the topic fifo as well',
    };
  }
}
