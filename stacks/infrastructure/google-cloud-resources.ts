import { Construct } from 'constructs';
import type { IKmsKey } from '../../lib/cloud/google/keys/kms-key';
import { PubSubQueue } from '../../lib/cloud/google/messaging/pubsub-queue';
import { PubSubTopic } from '../../lib/cloud/google/messaging/pubsub-topic';
import { bucketName, deadLetterName, queueName, rotationTopicName, topicName } from '../../lib/cloud/google/names';
import { Bucket } from '../../lib/cloud/google/storage/bucket';
import { refuse, type Refusal } from '../../lib/core/errors';
import type { CloudResources } from '../../lib/core/model/cloud-resource';
import { type SystemModel, systemSecrets } from '../../lib/core/model/system-model';
import {
  deadLetterNames,
  type QueueBounds,
  repeated,
  repeatedQueueRefusals,
  resourceRefusals,
  takenNameRefusals,
} from './cloud-resource-refusals';

/** Attempts are kept to as well as Pub/Sub can. https://cloud.google.com/pubsub/docs/reference/rest/v1/projects.subscriptions */
const QUEUE_BOUNDS: QueueBounds = {
  visibilityTimeoutSeconds: { min: 10, max: 600 },
  maxDeliveryAttempts: { min: 5, max: 100 },
};

/** How often a message is tried where the system does not say: the docstring of `QueueDefinition` repeats it. */
const DEFAULT_ATTEMPTS = 5;

/** Properties for `GoogleCloudResources`. */
interface GoogleCloudResourcesProps {
  readonly project: string;
  /** Region of the buckets, and of their key. */
  readonly location: string;
  readonly model: SystemModel;
  /** Key that buckets are encrypted with; asked for where there are any. */
  readonly storageKey: () => IKmsKey;
  /** Key that queues and topics are encrypted with; asked for where there are any. */
  readonly messagingKey: () => IKmsKey;
  /** Whether secrets have topics that tell when they are due. */
  readonly secretRotation: boolean;
  readonly deletionProtection: boolean;
}

/** APIs behind buckets, and behind queues and topics. */
export function cloudResourceServices(resources: CloudResources): readonly string[] {
  return [
    ...(Object.keys(resources.buckets).length === 0 ? [] : ['storage.googleapis.com']),
    ...(hasMessaging(resources) ? ['pubsub.googleapis.com'] : []),
  ];
}

/**
 * Buckets, queues and topics of a system in one project, whose clusters share them wherever they are.
 *
 * Throws a `ConstructError` with every number, name and topic that Google Cloud would refuse.
 */
export class GoogleCloudResources extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: GoogleCloudResourcesProps,
  ) {
    super(scope, id);
    const { model } = props;
    refuse(this.node.path, [
      ...resourceRefusals(model.resources, QUEUE_BOUNDS),
      ...nameRefusals(props),
      ...repeatedQueueRefusals(model.resources),
      ...subscriptionRefusals(model),
    ]);
    this.addBuckets();
    if (hasMessaging(model.resources)) this.addMessaging(props.messagingKey());
  }

  private addBuckets(): void {
    const { project, location, model, storageKey, deletionProtection } = this.props;
    const { name: system, environment } = model;
    const buckets = Object.entries(model.resources.buckets);
    if (buckets.length === 0) return;
    const kmsKey = storageKey();
    for (const [name, { expireDays }] of buckets) {
      new Bucket(this, `bucket-${name}`, {
        ...{ project, location, kmsKey, deletionProtection },
        name: bucketName({ system, environment, project }, name),
        lifecycleRules: expireDays === undefined ? [] : [{ action: 'Delete', ageDays: expireDays }],
      });
    }
  }

  private addMessaging(kmsKey: IKmsKey): void {
    const { project, model, deletionProtection } = this.props;
    const { name: system, environment, resources } = model;
    const shared = { project, kmsKey, deletionProtection };
    const topics = new Map(
      Object.keys(resources.topics).map((name) => [
        name,
        new PubSubTopic(this, `topic-${name}`, { ...shared, name: topicName(system, environment, name) }),
      ]),
    );
    for (const [name, { visibilityTimeoutSeconds, maxDeliveryAttempts }] of Object.entries(resources.queues)) {
      const [topic] = topicsOf(resources, name);
      new PubSubQueue(this, `queue-${name}`, {
        ...shared,
        name: queueName(system, environment, name),
        topic: topic === undefined ? undefined : topics.get(topic),
        ackDeadlineSeconds: visibilityTimeoutSeconds,
        maxDeliveryAttempts: maxDeliveryAttempts ?? DEFAULT_ATTEMPTS,
      });
    }
  }
}

function hasMessaging({ queues, topics }: CloudResources): boolean {
  return Object.keys({ ...queues, ...topics }).length > 0;
}

/** Names of the topics that hand messages to a queue. */
function topicsOf({ topics }: CloudResources, queue: string): readonly string[] {
  return Object.entries(topics).flatMap(([name, { queues }]) => (queues.includes(queue) ? [name] : []));
}

/** Topics share their names with those of queues, of dead letters and of secrets that are due. */
function nameRefusals({ model, secretRotation }: GoogleCloudResourcesProps): readonly Refusal[] {
  const { resources } = model;
  const queues = Object.keys(resources.queues);
  const own = queues.filter((queue) => topicsOf(resources, queue).length === 0);
  const deadLetters = deadLetterNames(resources, deadLetterName);
  const rotations = Object.fromEntries(
    (secretRotation ? systemSecrets(model) : []).map((secret) => [
      rotationTopicName(secret),
      `the topic that tells when ${secret} is due`,
    ]),
  );
  const ownTopics = Object.fromEntries(own.map((queue) => [queue, `the queue ${queue}'s own topic`]));
  return [
    ...takenNameRefusals('queues', queues, deadLetters),
    ...takenNameRefusals('queues', own, rotations),
    ...takenNameRefusals('topics', Object.keys(resources.topics), { ...rotations, ...deadLetters, ...ownTopics }),
  ];
}

/** A subscription reads one topic: the queue's own, to which services publish, or one that is named. */
function subscriptionRefusals({ resources, services }: SystemModel): readonly Refusal[] {
  const subscribed = Object.values(resources.topics).flatMap(({ queues }) => [...new Set(queues)]);
  return [
    ...repeated(subscribed).map((queue) => ({
      property: `queues.${queue}`,
      rule: 'must get messages from one topic at most on Google Cloud',
      got: topicsOf(resources, queue),
      remedy: 'have a queue for each topic',
    })),
    ...Object.values(services).flatMap(({ name, permissions = [] }) =>
      permissions
        .flatMap((permission) => (permission.action === 'queue:publish' ? permission.queues : []))
        .filter((queue) => subscribed.includes(queue))
        .map((queue) => ({
          property: `services.${name}.permissions`,
          rule: 'must not hold queue:publish on Google Cloud for a queue that a topic hands messages to',
          got: queue,
          remedy: `publish to the topic ${topicsOf(resources, queue).join(' or ')}`,
        })),
    ),
  ];
}
