import { KmsKey } from '../../../../lib/cloud/google/keys/kms-key';
import { PubSubQueue, type PubSubQueueProps } from '../../../../lib/cloud/google/messaging/pubsub-queue';
import { PubSubTopic } from '../../../../lib/cloud/google/messaging/pubsub-topic';
import { googleStack, PROJECT, REGION, resources, values } from '../synth';

const SUBSCRIPTION = 'google_pubsub_subscription';
const TOPIC = 'google_pubsub_topic';

function queue(props: Partial<PubSubQueueProps> = {}) {
  const stack = googleStack();
  const made = new PubSubQueue(stack, 'queue', { project: PROJECT, name: 'invoices', ...props });
  return { stack, made };
}

/** A resource by its name, without what cdktf notes about it. */
function named({ stack }: ReturnType<typeof queue>, type: string, name: string): Readonly<Record<string, unknown>> {
  const found = Object.values(resources(stack, type)).find((resource) => resource['name'] === name);
  if (found === undefined) throw new Error(`no ${type} ${name}`);
  const { '//': _metadata, ...attributes } = found;
  return attributes;
}

const subscription = (props: Partial<PubSubQueueProps> = {}) => named(queue(props), SUBSCRIPTION, 'invoices');

describe('PubSubQueue', () => {
  test('is a subscription that never expires and gives up on messages after five deliveries', () => {
    expect(subscription()).toMatchSnapshot();
  });

  test('has a topic of its own, and another for dead letters', () => {
    const { stack, made } = queue();
    expect(values(stack, TOPIC, 'name')).toEqual(['invoices', 'invoices-dead-letter']);
    expect(made.topic.id).toBe('projects/funlynk-prod/topics/invoices');
    expect(made).toMatchObject({
      subscriptionName: 'invoices',
      deadLetterSubscriptionName: 'invoices-dead-letter',
    });
  });

  test('keeps dead letters for 31 days, protected as the queue is', () => {
    expect(named(queue(), SUBSCRIPTION, 'invoices-dead-letter')).toMatchObject({
      topic: 'projects/funlynk-prod/topics/invoices-dead-letter',
      message_retention_duration: '2678400s',
      expiration_policy: { ttl: '' },
      lifecycle: { prevent_destroy: true },
    });
  });

  test('lets Pub/Sub move messages to the dead letters, and nobody else do anything', () => {
    const { stack } = queue();
    const agent = expect.stringMatching(/^serviceAccount:service-.*@gcp-sa-pubsub\.iam/) as unknown;
    expect(Object.values(resources(stack, `${TOPIC}_iam_member`))).toEqual([
      expect.objectContaining({ role: 'roles/pubsub.publisher', member: agent }),
    ]);
    expect(Object.values(resources(stack, `${SUBSCRIPTION}_iam_member`))).toEqual([
      expect.objectContaining({ role: 'roles/pubsub.subscriber', member: agent }),
    ]);
  });

  test('reads a topic that is given, and makes none for itself', () => {
    const made = queue({ topic: PubSubTopic.fromId('projects/p/topics/orders') });
    expect(named(made, SUBSCRIPTION, 'invoices')).toMatchObject({ topic: 'projects/p/topics/orders' });
    expect(values(made.stack, TOPIC, 'name')).toEqual(['invoices-dead-letter']);
  });

  test('delivers as told', () => {
    expect(
      subscription({
        ackDeadlineSeconds: 600,
        messageRetentionDays: 1,
        maxDeliveryAttempts: 100,
        minimumBackoffSeconds: 0,
        maximumBackoffSeconds: 1,
        filter: 'attributes:kind',
      }),
    ).toMatchObject({
      ack_deadline_seconds: 600,
      message_retention_duration: '86400s',
      dead_letter_policy: { max_delivery_attempts: 100 },
      retry_policy: { minimum_backoff: '0s', maximum_backoff: '1s' },
      filter: 'attributes:kind',
    });
  });

  test('delivers once only, and in order, where asked to', () => {
    expect(subscription({ enableExactlyOnceDelivery: true, enableMessageOrdering: true })).toMatchObject({
      enable_exactly_once_delivery: true,
      enable_message_ordering: true,
    });
  });

  test('encrypts both topics, and binds both to the regions given', () => {
    const { stack } = queue({ kmsKey: KmsKey.fromId('projects/p/key'), allowedPersistenceRegions: [REGION] });
    expect(values(stack, TOPIC, 'kms_key_name')).toEqual(['projects/p/key', 'projects/p/key']);
    expect(values(stack, TOPIC, 'message_storage_policy')).toEqual([
      expect.objectContaining({ allowed_persistence_regions: [REGION] }),
      expect.objectContaining({ allowed_persistence_regions: [REGION] }),
    ]);
  });

  test('lets members publish to its topic and consume from it', () => {
    const { stack } = queue({ publishers: ['group:a@example.com'], consumers: ['group:b@example.com'] });
    expect(values(stack, `${TOPIC}_iam_member`, 'member')).toContain('group:a@example.com');
    expect(values(stack, `${SUBSCRIPTION}_iam_member`, 'member')).toContain('group:b@example.com');
  });

  test('bears its labels on all that it makes, and can be destroyed where protection is off', () => {
    const { stack } = queue({ deletionProtection: false, labels: { team: 'payments' } });
    for (const type of [TOPIC, SUBSCRIPTION]) {
      expect(values(stack, type, 'lifecycle')).toEqual([{ prevent_destroy: false }, { prevent_destroy: false }]);
      expect(values(stack, type, 'labels')).toEqual([{ team: 'payments' }, { team: 'payments' }]);
    }
  });

  test('refuses figures that Pub/Sub would, all at once', () => {
    expect(() =>
      queue({
        ackDeadlineSeconds: 9,
        messageRetentionDays: 32,
        maxDeliveryAttempts: 4,
        minimumBackoffSeconds: -1,
        maximumBackoffSeconds: 601,
      }),
    ).toThrow(
      [
        "test/queue: 'ackDeadlineSeconds' must be a whole number from 10 to 600, got 9",
        "test/queue: 'messageRetentionDays' must be a whole number from 1 to 31, got 32",
        "test/queue: 'maxDeliveryAttempts' must be a whole number from 5 to 100, got 4",
        "test/queue: 'minimumBackoffSeconds' must be a whole number from 0 to 600, got -1",
        "test/queue: 'maximumBackoffSeconds' must be a whole number from 0 to 600, got 601",
      ].join('\n'),
    );
  });

  test('refuses a pause that begins longer than it may grow', () => {
    expect(() => queue({ minimumBackoffSeconds: 20, maximumBackoffSeconds: 10 })).toThrow(
      "test/queue: 'minimumBackoffSeconds' must be at most maximumBackoffSeconds (10), got 20",
    );
  });

  test('refuses a filter that is too long', () => {
    expect(() => queue({ filter: 'é'.repeat(129) })).toThrow("test/queue: 'filter' must be at most 256 bytes");
  });

  test('refuses a name that leaves no room for that of the dead letters', () => {
    expect(() => queue({ name: 'a'.repeat(244) })).toThrow("test/queue: 'name' must be from 3 to 243");
  });

  test('refuses to grant publishing on a topic that is not its own', () => {
    const topic = PubSubTopic.fromId('projects/p/topics/orders');
    expect(() => queue({ topic, publishers: ['group:a@example.com'] })).toThrow(
      `'publishers' must be empty where the queue reads a topic that is given, got ["group:a@example.com"]; name them on the topic`,
    );
  });

  test('refuses members and labels that Google would', () => {
    expect(() => queue({ publishers: ['a'], consumers: ['allUsers'], labels: { Team: 'a' } })).toThrow(
      /'publishers' must hold IAM members[^]*'consumers' must not be everyone[^]*'labels.Team' must be lower-case/,
    );
  });
});
