import { KmsKeyRing } from '../../../../lib/cloud/google/keys/kms-key-ring';
import { PubSubTopic, type PubSubTopicProps } from '../../../../lib/cloud/google/messaging/pubsub-topic';
import { googleStack, only, PROJECT, REGION, resources, values } from '../synth';

const TYPE = 'google_pubsub_topic';
const GRANT = 'google_pubsub_topic_iam_member';

function topic(props: Partial<PubSubTopicProps> = {}) {
  const stack = googleStack();
  const made = new PubSubTopic(stack, 'topic', { project: PROJECT, name: 'orders', ...props });
  return { stack, made };
}

describe('PubSubTopic', () => {
  test('is a protected topic that nobody else may publish to', () => {
    const { stack } = topic();
    expect(only(stack, TYPE)).toMatchInlineSnapshot(`
      {
        "depends_on": [],
        "lifecycle": {
          "prevent_destroy": true,
        },
        "name": "orders",
        "project": "funlynk-prod",
      }
    `);
    expect(resources(stack, GRANT)).toEqual({});
  });

  test('has an id that is known before Terraform runs', () => {
    expect(topic().made).toMatchObject({ id: 'projects/funlynk-prod/topics/orders', topicName: 'orders' });
  });

  test('can be one that another stack made', () => {
    expect(PubSubTopic.fromId('projects/p/topics/t')).toEqual({ id: 'projects/p/topics/t', dependables: [] });
  });

  test('is encrypted with a key of one’s own, once Pub/Sub may use it', () => {
    const stack = googleStack();
    const ring = new KmsKeyRing(stack, 'ring', { project: PROJECT, location: REGION, name: 'ring' });
    const kmsKey = ring.addKey('messaging', { users: ['pubsub'] });
    new PubSubTopic(stack, 'topic', { project: PROJECT, name: 'orders', kmsKey });
    expect(only(stack, TYPE)).toMatchObject({
      kms_key_name: expect.stringMatching(/^\$\{google_kms_crypto_key\./) as unknown,
      depends_on: [expect.stringMatching(/^google_kms_crypto_key_iam_member\./)],
    });
  });

  test('stores messages in the regions given, in an order that does not depend on theirs', () => {
    const { stack } = topic({ allowedPersistenceRegions: ['europe-west4', 'europe-west1', 'europe-west4'] });
    expect(only(stack, TYPE)).toMatchObject({
      message_storage_policy: {
        allowed_persistence_regions: ['europe-west1', 'europe-west4'],
        enforce_in_transit: false,
      },
    });
  });

  test('keeps messages from passing through other regions where told', () => {
    const { stack } = topic({ allowedPersistenceRegions: [REGION], enforceInTransit: true });
    expect(only(stack, TYPE)).toMatchObject({ message_storage_policy: { enforce_in_transit: true } });
  });

  test('keeps messages readable as long as told, and bears labels', () => {
    const { stack } = topic({ messageRetentionDays: 31, labels: { team: 'payments' } });
    expect(only(stack, TYPE)).toMatchObject({
      message_retention_duration: '2678400s',
      labels: { team: 'payments' },
    });
  });

  test('lets members and services publish, each once', () => {
    const { stack, made } = topic({
      publishers: ['group:a@example.com', 'group:a@example.com'],
      publishingAgents: ['secret-manager', 'secret-manager'],
    });
    expect(values(stack, GRANT, 'role')).toEqual(['roles/pubsub.publisher', 'roles/pubsub.publisher']);
    expect(values(stack, GRANT, 'member')).toEqual([
      'group:a@example.com',
      expect.stringMatching(/^serviceAccount:service-.*@gcp-sa-secretmanager\.iam/),
    ]);
    expect(made.dependables).toHaveLength(3);
  });

  test('can be destroyed where protection is off', () => {
    expect(only(topic({ deletionProtection: false }).stack, TYPE)).toMatchObject({
      lifecycle: { prevent_destroy: false },
    });
  });

  test('refuses to be open to everyone', () => {
    expect(() => topic({ publishers: ['allUsers'] })).toThrow("'publishers' must not be everyone, got 'allUsers'");
  });

  test('refuses regions that are none, and to bind messages to regions that nobody named', () => {
    expect(() => topic({ allowedPersistenceRegions: [] })).toThrow(
      "test/topic: 'allowedPersistenceRegions' must name one region at least, got []",
    );
    expect(() => topic({ enforceInTransit: true })).toThrow(
      "test/topic: 'enforceInTransit' must not be true without allowedPersistenceRegions, got true; name the regions",
    );
  });

  test('refuses a name, a retention and labels that Google would, all at once', () => {
    expect(() => topic({ name: 'ab', messageRetentionDays: 32, labels: { Team: 'a' } })).toThrow(
      new RegExp(
        [
          "'name' must be from 3 to 255 .*, got 'ab'",
          "'messageRetentionDays' must be a whole number from 1 to 31, got 32",
          "'labels.Team' must be lower-case letters",
        ].join('[^]*'),
      ),
    );
  });
});
