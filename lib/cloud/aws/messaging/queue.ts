import { SqsQueue, type SqsQueueConfig } from '@cdktf/provider-aws/lib/sqs-queue';
import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy';
import { SqsQueueRedriveAllowPolicy } from '@cdktf/provider-aws/lib/sqs-queue-redrive-allow-policy';
import { type ITerraformDependable, Lazy } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { denyInsecureTransport, resourcePolicy, type ResourceStatement } from '../iam/resource-policy';
import type { KmsKey } from '../keys/kms-key';
import { deadLetterQueueName, fifoName, queueArn } from '../names';
import { messageNameRefusal } from './message-name';
import { senderRefusals, senderStatements, type ServiceSender } from './service-sender';

const MAX_NAME = 80;
const DEFAULT_VISIBILITY_TIMEOUT_SECONDS = 60;
const VISIBILITY_TIMEOUT_SECONDS = { min: 0, max: 43_200 } as const;
const DEFAULT_RETENTION_SECONDS = 604_800;
const RETENTION_SECONDS = { min: 60, max: 1_209_600 } as const;
const DEFAULT_MAX_RECEIVE_COUNT = 5;
const MAX_RECEIVE_COUNT = { min: 1, max: 1000 } as const;
const DELAY_SECONDS = { min: 0, max: 900 } as const;
const DEFAULT_WAIT_SECONDS = 20;
const WAIT_SECONDS = { min: 0, max: 20 } as const;

/** Messages of a group arrive in the order in which they were sent, each once. */
export interface FifoQueue {
  /**
   * Whether two messages with the same body within five minutes are one. Otherwise the sender tells them apart.
   *
   * @default false
   */
  readonly contentBasedDeduplication?: boolean;
  /**
   * Whether groups of messages are told apart, and counted, one by one: many more messages a second, and two messages
   * are one only within their group.
   *
   * @default true
   */
  readonly highThroughput?: boolean;
}

/**
 * Properties for `Queue`. Bounds are those of SQS.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 */
export interface QueueProps extends AwsConstructProps, AwsPlace {
  /** Name of the queue: see `queueName`. With `fifo`, SQS wants `.fifo` after it, which comes by itself. */
  readonly queueName: string;
  /**
   * Key that messages are encrypted with. Topics and services that send to the queue need it as well, through
   * `messagingKeyStatements`.
   *
   * @default - a key of SQS' own
   */
  readonly kmsKey?: Pick<KmsKey, 'arn'>;
  /**
   * Keeps the order of messages. A change replaces the queue, with the messages in it.
   *
   * @default - no order, and a message may come twice
   */
  readonly fifo?: FifoQueue;
  /**
   * Seconds that a consumer has to deal with a message before others get it, from 0 to 43200.
   *
   * @default 60
   */
  readonly visibilityTimeoutSeconds?: number;
  /**
   * Seconds that a message waits at most, from 60 to 1209600 (two weeks).
   *
   * @default 604800 - a week
   */
  readonly messageRetentionSeconds?: number;
  /**
   * How often a message is received before it becomes a dead letter, from 1 to 1000.
   *
   * @default 5
   */
  readonly maxReceiveCount?: number;
  /**
   * Seconds before anybody gets a message, from 0 to 900.
   *
   * @default 0
   */
  readonly delaySeconds?: number;
  /**
   * Seconds that a request for messages waits for one, from 0 to 20; asking less often costs less.
   *
   * @default 20
   */
  readonly receiveWaitTimeSeconds?: number;
  /**
   * Services of AWS that send to the queue, beside the topics that it is subscribed to.
   *
   * @default []
   */
  readonly senders?: readonly ServiceSender[];
  /**
   * Whether Terraform refuses to destroy the queue and its dead letters, with the messages in them.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * A queue, and a place for the messages that nobody could deal with. Each message goes to one of the consumers, and to
 * another one until it is deleted.
 *
 * Throws a `ConstructError` where SQS would refuse a name or a number.
 */
export class Queue extends Construct {
  /** Name of the queue, known at synthesis. */
  public readonly queueName: string;
  /** ARN of the queue; whoever uses it waits for the queue. */
  public readonly arn: string;
  public readonly url: string;
  /** Name of the queue of dead letters, which are kept for two weeks. */
  public readonly deadLetterQueueName: string;
  public readonly deadLetterQueueArn: string;
  /** Whether the queue keeps the order of messages. */
  public readonly fifo: boolean;
  /** What has to exist before anything can be sent to the queue. */
  public readonly dependables: readonly ITerraformDependable[];
  private readonly topicArns: string[] = [];

  constructor(scope: Construct, id: string, props: QueueProps) {
    super(scope, id);
    refuse(this.node.path, refusals(props));

    const { account, region, maxReceiveCount = DEFAULT_MAX_RECEIVE_COUNT } = props;
    this.fifo = props.fifo !== undefined;
    this.queueName = this.fifo ? fifoName(props.queueName) : props.queueName;
    this.deadLetterQueueName = deadLetterQueueName(this.queueName);
    const arn = queueArn({ account, region }, this.queueName);

    const deadLetters = new SqsQueue(this, 'DeadLetters', {
      ...common(props),
      name: this.deadLetterQueueName,
      messageRetentionSeconds: RETENTION_SECONDS.max,
    });
    const queue = new SqsQueue(this, 'Resource', {
      ...common(props),
      name: this.queueName,
      visibilityTimeoutSeconds: props.visibilityTimeoutSeconds ?? DEFAULT_VISIBILITY_TIMEOUT_SECONDS,
      messageRetentionSeconds: props.messageRetentionSeconds ?? DEFAULT_RETENTION_SECONDS,
      delaySeconds: props.delaySeconds,
      receiveWaitTimeSeconds: props.receiveWaitTimeSeconds ?? DEFAULT_WAIT_SECONDS,
      redrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount }),
    });
    new SqsQueueRedriveAllowPolicy(this, 'RedriveAllowPolicy', {
      provider: props.provider,
      queueUrl: deadLetters.url,
      redriveAllowPolicy: JSON.stringify({ redrivePermission: 'byQueue', sourceQueueArns: [queue.arn] }),
    });
    this.addPolicy('DeadLettersPolicy', props, deadLetters, [
      denyInsecureTransport([queueArn({ account, region }, this.deadLetterQueueName)]),
    ]);
    const policy = this.addPolicy('Policy', props, queue, () => [
      denyInsecureTransport([arn]),
      ...senderStatements(account, this.senders(props), 'sqs:SendMessage', arn),
    ]);

    this.arn = queue.arn;
    this.url = queue.url;
    this.deadLetterQueueArn = deadLetters.arn;
    this.dependables = [queue, policy];
  }

  /** Lets a topic send to the queue; `Topic.addSubscription` does so. */
  public allowTopic(topicArn: string): void {
    this.topicArns.push(topicArn);
  }

  private senders({ senders = [] }: QueueProps): readonly ServiceSender[] {
    return [...senders, { service: 'sns', sourceArns: this.topicArns }];
  }

  private addPolicy(
    id: string,
    { provider }: QueueProps,
    queue: SqsQueue,
    statements: readonly ResourceStatement[] | (() => readonly ResourceStatement[]),
  ): SqsQueuePolicy {
    const render = (): string =>
      resourcePolicy(this.node.path, typeof statements === 'function' ? statements() : statements);
    return new SqsQueuePolicy(this, id, {
      ...{ provider, queueUrl: queue.url },
      // Topics that the queue is subscribed to come later.
      policy: typeof statements === 'function' ? Lazy.stringValue({ produce: render }) : render(),
    });
  }
}

/** What the queue and its dead letters share. */
function common({ provider, kmsKey, fifo, deletionProtection = true }: QueueProps): SqsQueueConfig {
  const highThroughput = fifo?.highThroughput ?? true;
  return {
    provider,
    ...(kmsKey === undefined ? { sqsManagedSseEnabled: true } : { kmsMasterKeyId: kmsKey.arn }),
    ...(fifo === undefined
      ? {}
      : {
          fifoQueue: true,
          contentBasedDeduplication: fifo.contentBasedDeduplication ?? false,
          deduplicationScope: highThroughput ? 'messageGroup' : 'queue',
          fifoThroughputLimit: highThroughput ? 'perMessageGroupId' : 'perQueue',
        }),
    lifecycle: { preventDestroy: deletionProtection },
  };
}

function refusals(props: QueueProps): (Refusal | undefined)[] {
  const { queueName, fifo, senders = [] } = props;
  return [
    messageNameRefusal('queueName', queueName, { maxLength: MAX_NAME, fifo: fifo !== undefined }),
    ...numberRefusals(props),
    ...senderRefusals(senders),
  ];
}

function numberRefusals(props: QueueProps): (Refusal | undefined)[] {
  const bounds = {
    visibilityTimeoutSeconds: VISIBILITY_TIMEOUT_SECONDS,
    messageRetentionSeconds: RETENTION_SECONDS,
    maxReceiveCount: MAX_RECEIVE_COUNT,
    delaySeconds: DELAY_SECONDS,
    receiveWaitTimeSeconds: WAIT_SECONDS,
  } as const;
  const properties = [
    'visibilityTimeoutSeconds',
    'messageRetentionSeconds',
    'maxReceiveCount',
    'delaySeconds',
    'receiveWaitTimeSeconds',
  ] as const;
  return properties.map((property) => {
    const value = props[property];
    return value === undefined ? undefined : wholeNumberRefusal(property, value, bounds[property]);
  });
}
