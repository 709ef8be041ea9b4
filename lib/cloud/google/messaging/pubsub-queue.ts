import { PubsubSubscription, type PubsubSubscriptionConfig } from '@cdktf/provider-google/lib/pubsub-subscription';
import { PubsubSubscriptionIamMember } from '@cdktf/provider-google/lib/pubsub-subscription-iam-member';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { daysAsDuration } from '../durations';
import { memberRefusal } from '../iam-member';
import { deadLetterName } from '../names';
import { labelRefusals } from '../resource-labels';
import { ServiceAgents } from '../service-agents';
import { pubsubNameRefusal } from './pubsub-name';
import { PubSubTopic, RETENTION_DAYS, type IPubSubTopic, type PubSubTopicOptions } from './pubsub-topic';

const DEFAULT_ACK_DEADLINE_SECONDS = 60;
const ACK_DEADLINE_SECONDS = { min: 10, max: 600 };
const DEFAULT_RETENTION_DAYS = 7;
const DEFAULT_DELIVERY_ATTEMPTS = 5;
const DELIVERY_ATTEMPTS = { min: 5, max: 100 };
const DEFAULT_MINIMUM_BACKOFF_SECONDS = 10;
const DEFAULT_MAXIMUM_BACKOFF_SECONDS = 600;
const BACKOFF_SECONDS = { min: 0, max: 600 };
const MAX_FILTER_BYTES = 256;
/** Leaves room for the suffix of the dead letters. */
const MAX_NAME = 255 - deadLetterName('').length;

/**
 * Properties for `PubSubQueue`. Bounds are those of Pub/Sub.
 * https://cloud.google.com/pubsub/docs/reference/rest/v1/projects.subscriptions
 */
export interface PubSubQueueProps extends PubSubTopicOptions {
  /** Name of the subscription, and of the topic where the queue has its own: see `queueName`. */
  readonly name: string;
  /**
   * Topic that the queue reads, for several queues that each get every message.
   *
   * @default - a topic of its own, called as the queue is
   */
  readonly topic?: IPubSubTopic;
  /**
   * Seconds that a consumer has to acknowledge a message before it is delivered again, from 10 to 600.
   *
   * @default 60
   */
  readonly ackDeadlineSeconds?: number;
  /**
   * Days for which a message that nobody acknowledged is kept, from 1 to 31.
   *
   * @default 7
   */
  readonly messageRetentionDays?: number;
  /**
   * How often a message is delivered before it becomes a dead letter, from 5 to 100.
   *
   * @default 5
   */
  readonly maxDeliveryAttempts?: number;
  /**
   * Seconds before the first repeated delivery, from 0 to 600.
   *
   * @default 10
   */
  readonly minimumBackoffSeconds?: number;
  /**
   * Seconds that the pause between deliveries grows to, from 0 to 600.
   *
   * @default 600
   */
  readonly maximumBackoffSeconds?: number;
  /**
   * Whether a message that was acknowledged is never delivered again. Consumers then have to be in one region, and
   * deliveries take longer.
   *
   * @default false
   */
  readonly enableExactlyOnceDelivery?: boolean;
  /**
   * Whether messages with the same ordering key arrive in the order in which they were published. A change replaces
   * the subscription, with the messages in it.
   *
   * @default false
   */
  readonly enableMessageOrdering?: boolean;
  /**
   * Which messages are delivered, by their attributes: `attributes.kind = "invoice"`. The others count as
   * acknowledged. A change replaces the subscription, with the messages in it.
   *
   * @default - all of them
   */
  readonly filter?: string;
  /**
   * IAM members that may publish to the queue's own topic.
   *
   * @default - none
   */
  readonly publishers?: readonly string[];
  /**
   * IAM members that may receive and acknowledge messages.
   *
   * @default - none
   */
  readonly consumers?: readonly string[];
}

/**
 * A queue: a subscription to a topic, and a place for the messages that nobody could deal with. Each message goes to
 * one of the consumers, and to another one until it is acknowledged.
 */
export class PubSubQueue extends Construct {
  /** Name of the subscription within the project. */
  public readonly subscriptionName: string;
  /** Topic that the queue reads. */
  public readonly topic: IPubSubTopic;
  /** Name of the subscription that keeps dead letters for 31 days. */
  public readonly deadLetterSubscriptionName: string;

  constructor(scope: Construct, id: string, props: PubSubQueueProps) {
    super(scope, id);

    refuse(this.node.path, refusals(props));

    const { project, name, consumers = [] } = props;
    const deadLetter = this.deadLetters(props);
    this.topic = props.topic ?? this.ownTopic(props);
    const subscription = new PubsubSubscription(this, 'Resource', {
      ...delivery(props),
      project,
      name,
      topic: this.topic.id,
      deadLetterPolicy: {
        deadLetterTopic: deadLetter.id,
        maxDeliveryAttempts: props.maxDeliveryAttempts ?? DEFAULT_DELIVERY_ATTEMPTS,
      },
      // Without a policy, Pub/Sub deletes a subscription that nobody read for 31 days.
      expirationPolicy: { ttl: '' },
      labels: props.labels,
      dependsOn: [...this.topic.dependables, ...deadLetter.dependables],
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    const grant = (key: string, member: string): PubsubSubscriptionIamMember =>
      new PubsubSubscriptionIamMember(this, key, {
        ...{ project, member },
        subscription: subscription.name,
        role: 'roles/pubsub.subscriber',
      });
    // Pub/Sub acknowledges a message once it has become a dead letter.
    grant('Forwarding', new ServiceAgents(this, 'Agents', { project }).member('pubsub'));
    for (const member of new Set(consumers)) grant(`consumer-${member}`, member);

    this.subscriptionName = name;
    this.deadLetterSubscriptionName = deadLetter.topicName;
  }

  private ownTopic(props: PubSubQueueProps): PubSubTopic {
    return new PubSubTopic(this, 'Topic', {
      ...topicOptions(props),
      name: props.name,
      publishers: props.publishers,
    });
  }

  /** The topic of dead letters, and a subscription that keeps them as long as Pub/Sub can. */
  private deadLetters(props: PubSubQueueProps): PubSubTopic {
    const name = deadLetterName(props.name);
    const topic = new PubSubTopic(this, 'DeadLetters', {
      ...topicOptions(props),
      name,
      publishingAgents: ['pubsub'],
    });
    new PubsubSubscription(this, 'DeadLetterSubscription', {
      project: props.project,
      name,
      topic: topic.id,
      messageRetentionDuration: daysAsDuration(RETENTION_DAYS.max),
      expirationPolicy: { ttl: '' },
      labels: props.labels,
      dependsOn: [...topic.dependables],
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    return topic;
  }
}

function topicOptions(props: PubSubQueueProps): PubSubTopicOptions {
  const { project, kmsKey, allowedPersistenceRegions, labels, deletionProtection } = props;
  return { project, kmsKey, allowedPersistenceRegions, labels, deletionProtection };
}

/** How messages reach a consumer. */
function delivery(props: PubSubQueueProps): Omit<PubsubSubscriptionConfig, 'name' | 'topic'> {
  return {
    ackDeadlineSeconds: props.ackDeadlineSeconds ?? DEFAULT_ACK_DEADLINE_SECONDS,
    messageRetentionDuration: daysAsDuration(props.messageRetentionDays ?? DEFAULT_RETENTION_DAYS),
    enableExactlyOnceDelivery: props.enableExactlyOnceDelivery ?? false,
    enableMessageOrdering: props.enableMessageOrdering ?? false,
    filter: props.filter,
    retryPolicy: {
      minimumBackoff: `${props.minimumBackoffSeconds ?? DEFAULT_MINIMUM_BACKOFF_SECONDS}s`,
      maximumBackoff: `${props.maximumBackoffSeconds ?? DEFAULT_MAXIMUM_BACKOFF_SECONDS}s`,
    },
  };
}

function refusals(props: PubSubQueueProps): (Refusal | undefined)[] {
  const { topic, filter = '', publishers = [], consumers = [] } = props;
  const minimum = props.minimumBackoffSeconds ?? DEFAULT_MINIMUM_BACKOFF_SECONDS;
  const maximum = props.maximumBackoffSeconds ?? DEFAULT_MAXIMUM_BACKOFF_SECONDS;
  return [
    pubsubNameRefusal('name', props.name, MAX_NAME),
    wholeNumberRefusal(
      'ackDeadlineSeconds',
      props.ackDeadlineSeconds ?? DEFAULT_ACK_DEADLINE_SECONDS,
      ACK_DEADLINE_SECONDS,
    ),
    wholeNumberRefusal('messageRetentionDays', props.messageRetentionDays ?? DEFAULT_RETENTION_DAYS, RETENTION_DAYS),
    wholeNumberRefusal(
      'maxDeliveryAttempts',
      props.maxDeliveryAttempts ?? DEFAULT_DELIVERY_ATTEMPTS,
      DELIVERY_ATTEMPTS,
    ),
    wholeNumberRefusal('minimumBackoffSeconds', minimum, BACKOFF_SECONDS),
    wholeNumberRefusal('maximumBackoffSeconds', maximum, BACKOFF_SECONDS),
    backoffRefusal(minimum, maximum),
    Buffer.byteLength(filter) > MAX_FILTER_BYTES
      ? { property: 'filter', rule: `must be at most ${MAX_FILTER_BYTES} bytes`, got: filter }
      : undefined,
    topic !== undefined && publishers.length > 0
      ? {
          property: 'publishers',
          rule: 'must be empty where the queue reads a topic that is given',
          got: publishers,
          remedy: 'name them on the topic',
        }
      : undefined,
    ...publishers.map((member) => memberRefusal('publishers', member)),
    ...consumers.map((member) => memberRefusal('consumers', member)),
    ...labelRefusals('labels', props.labels),
  ];
}

function backoffRefusal(minimum: number, maximum: number): Refusal | undefined {
  if (Token.isUnresolved(minimum) || Token.isUnresolved(maximum) || minimum <= maximum) return undefined;
  return {
    property: 'minimumBackoffSeconds',
    rule: `must be at most maximumBackoffSeconds (${maximum})`,
    got: minimum,
  };
}
