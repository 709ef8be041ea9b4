import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import type { KmsKey } from '../keys/kms-key';
import { messageNameRefusal } from './message-name';
import { senderRefusals, type ServiceSender } from './service-sender';

const MAX_NAME = 80;
const VISIBILITY_TIMEOUT_SECONDS = { min: 0, max: 43_200 } as const;
/** A minute to two weeks. */
export const RETENTION_SECONDS = { min: 60, max: 1_209_600 } as const;
const MAX_RECEIVE_COUNT = { min: 1, max: 1000 } as const;
const DELAY_SECONDS = { min: 0, max: 900 } as const;
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

/** Refuses a queue that SQS would. */
export function queueRefusals(props: QueueProps): (Refusal | undefined)[] {
  const { queueName, fifo, senders = [] } = props;
  const numbers = [
    ['visibilityTimeoutSeconds', VISIBILITY_TIMEOUT_SECONDS],
    ['messageRetentionSeconds', RETENTION_SECONDS],
    ['maxReceiveCount', MAX_RECEIVE_COUNT],
    ['delaySeconds', DELAY_SECONDS],
    ['receiveWaitTimeSeconds', WAIT_SECONDS],
  ] as const;
  return [
    messageNameRefusal('queueName', queueName, { maxLength: MAX_NAME, fifo: fifo !== undefined }),
    ...numbers.map(([property, bounds]) => {
      const value = props[property];
      return value === undefined ? undefined : wholeNumberRefusal(property, value, bounds);
    }),
    ...senderRefusals(senders),
  ];
}
