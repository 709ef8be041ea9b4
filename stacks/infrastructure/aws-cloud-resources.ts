import type { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Construct } from 'constructs';
import { KmsKey } from '../../lib/cloud/aws/keys/kms-key';
import { Queue } from '../../lib/cloud/aws/messaging/queue';
import { messagingKeyStatements } from '../../lib/cloud/aws/messaging/service-sender';
import { Topic } from '../../lib/cloud/aws/messaging/topic';
import {
  bucketName,
  deadLetterQueueName,
  messagingKeyAlias,
  queueName,
  storageKeyAlias,
  topicName,
} from '../../lib/cloud/aws/names';
import { Bucket } from '../../lib/cloud/aws/storage/bucket';
import { refuse } from '../../lib/core/errors';
import type { SystemModel } from '../../lib/core/model/system-model';
import type { AwsClusterPlace } from './aws-places';
import {
  deadLetterNames,
  type QueueBounds,
  repeatedQueueRefusals,
  resourceRefusals,
  takenNameRefusals,
} from './cloud-resource-refusals';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
const QUEUE_BOUNDS: QueueBounds = {
  visibilityTimeoutSeconds: { min: 0, max: 43_200 },
  maxDeliveryAttempts: { min: 1, max: 1000 },
};

/** Properties for `AwsCloudResources`. */
interface AwsCloudResourcesProps {
  readonly place: AwsClusterPlace;
  readonly provider: AwsProvider;
  readonly model: SystemModel;
}

/**
 * Buckets, queues and topics of a system in one account and region, under the two keys that permissions of services
 * are granted on. Each region has its own, and nothing is copied between them.
 *
 * Throws a `ConstructError` with every number and name that AWS would refuse.
 */
export class AwsCloudResources extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: AwsCloudResourcesProps,
  ) {
    super(scope, id);
    const { resources } = props.model;
    refuse(this.node.path, [
      ...resourceRefusals(resources, QUEUE_BOUNDS),
      ...takenNameRefusals('queues', Object.keys(resources.queues), deadLetterNames(resources, deadLetterQueueName)),
      ...repeatedQueueRefusals(resources),
    ]);
    this.addBuckets();
    this.addMessaging();
  }

  private addBuckets(): void {
    const { place, provider, model } = this.props;
    const { account, region, deletionProtection } = place;
    const { name: system, environment } = model;
    const buckets = Object.entries(model.resources.buckets);
    if (buckets.length === 0) return;
    const kmsKey = new KmsKey(this, 'StorageKey', {
      ...{ account, region, provider },
      alias: storageKeyAlias(system, environment),
      description: `Buckets of ${system} ${environment}`,
    });
    for (const [name, { expireDays }] of buckets) {
      new Bucket(this, `bucket-${name}`, {
        ...{ account, region, provider, kmsKey, deletionProtection },
        bucketName: bucketName({ system, environment, account, region }, name),
        lifecycleRules: expireDays === undefined ? [] : [{ action: 'Expiration', days: expireDays }],
      });
    }
  }

  private addMessaging(): void {
    const { place, provider, model } = this.props;
    const { account, region } = place;
    const { name: system, environment } = model;
    const { queues, topics } = model.resources;
    const hasTopics = Object.keys(topics).length > 0;
    if (!hasTopics && Object.keys(queues).length === 0) return;
    const kmsKey = new KmsKey(this, 'MessagingKey', {
      ...{ account, region, provider },
      alias: messagingKeyAlias(system, environment),
      description: `Queues and topics of ${system} ${environment}`,
      statements: hasTopics ? messagingKeyStatements({ account, region }, ['sns']) : [],
    });
    this.addTopics(kmsKey, this.addQueues(kmsKey));
  }

  private addQueues(kmsKey: KmsKey): ReadonlyMap<string, Queue> {
    const { place, provider, model } = this.props;
    const { account, region, deletionProtection } = place;
    const { name: system, environment } = model;
    return new Map(
      Object.entries(model.resources.queues).map(([name, { visibilityTimeoutSeconds, maxDeliveryAttempts }]) => [
        name,
        new Queue(this, `queue-${name}`, {
          ...{ account, region, provider, kmsKey, deletionProtection, visibilityTimeoutSeconds },
          queueName: queueName(system, environment, name),
          maxReceiveCount: maxDeliveryAttempts,
        }),
      ]),
    );
  }

  private addTopics(kmsKey: KmsKey, queues: ReadonlyMap<string, Queue>): void {
    const { place, provider, model } = this.props;
    const { account, region, deletionProtection } = place;
    const { name: system, environment } = model;
    for (const [name, definition] of Object.entries(model.resources.topics)) {
      const topic = new Topic(this, `topic-${name}`, {
        ...{ account, region, provider, kmsKey, deletionProtection },
        topicName: topicName(system, environment, name),
      });
      for (const queue of definition.queues) {
        const subscriber = queues.get(queue);
        if (subscriber !== undefined) topic.addSubscription(queue, subscriber);
      }
    }
  }
}
