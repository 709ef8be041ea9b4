import { SqsQueue, type SqsQueueConfig } from '@cdktf/provider-aws/lib/sqs-queue';
import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy';
import { SqsQueueRedriveAllowPolicy } from '@cdktf/provider-aws/lib/sqs-queue-redrive-allow-policy';
import { SqsQueueRedrivePolicy } from '@cdktf/provider-aws/lib/sqs-queue-redrive-policy';
import { type ITerraformDependable, Lazy } from 'cdktf';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import { denyInsecureTransport, resourcePolicy, type ResourceStatement } from '../iam/resource-policy';
import { deadLetterQueueName, fifoName, queueArn } from '../names';
import { type QueueProps, queueRefusals, RETENTION_SECONDS } from './queue-props';
import { senderStatements, type ServiceSender } from './service-sender';

const DEFAULT_VISIBILITY_TIMEOUT_SECONDS = 60;
const DEFAULT_RETENTION_SECONDS = 604_800;
const DEFAULT_MAX_RECEIVE_COUNT = 5;
const DEFAULT_WAIT_SECONDS = 20;

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
    refuse(this.node.path, queueRefusals(props));

    const { account, region } = props;
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
    });
    const redrive = this.redrive(props, queue, deadLetters);
    this.addPolicy('DeadLettersPolicy', props, deadLetters, [], () => [
      denyInsecureTransport([queueArn({ account, region }, this.deadLetterQueueName)]),
    ]);
    // Nobody is let in before there is a place for what cannot be dealt with.
    const policy = this.addPolicy('Policy', props, queue, [redrive], () => [
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

  /** Sends what nobody could deal with to the dead letters, which take it from this queue alone. */
  private redrive(props: QueueProps, queue: SqsQueue, deadLetters: SqsQueue): SqsQueueRedrivePolicy {
    const { provider, maxReceiveCount = DEFAULT_MAX_RECEIVE_COUNT } = props;
    new SqsQueueRedriveAllowPolicy(this, 'RedriveAllowPolicy', {
      provider,
      queueUrl: deadLetters.url,
      redriveAllowPolicy: JSON.stringify({ redrivePermission: 'byQueue', sourceQueueArns: [queue.arn] }),
    });
    return new SqsQueueRedrivePolicy(this, 'RedrivePolicy', {
      provider,
      queueUrl: queue.url,
      redrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount }),
    });
  }

  private senders({ senders = [] }: QueueProps): readonly ServiceSender[] {
    return [...senders, { service: 'sns', sourceArns: this.topicArns }];
  }

  private addPolicy(
    id: string,
    { provider }: QueueProps,
    queue: SqsQueue,
    dependsOn: ITerraformDependable[],
    statements: () => readonly ResourceStatement[],
  ): SqsQueuePolicy {
    return new SqsQueuePolicy(this, id, {
      ...{ provider, dependsOn, queueUrl: queue.url },
      // Topics that the queue is subscribed to come later.
      policy: Lazy.stringValue({ produce: () => resourcePolicy(this.node.path, statements()) }),
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
