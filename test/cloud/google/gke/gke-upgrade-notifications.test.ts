import {
  UPGRADE_EVENTS,
  upgradeNotificationRefusals,
  upgradeNotifications,
  upgradeTopicName,
} from '../../../../lib/cloud/google/gke/gke-upgrade-notifications';
import { PubSubTopic } from '../../../../lib/cloud/google/messaging/pubsub-topic';
import { cluster } from '../fixtures';
import { googleStack, only, PROJECT, REGION, resources, values } from '../synth';

const BOT = 'serviceAccount:bot@funlynk-prod.iam.gserviceaccount.com';
const TOPIC = PubSubTopic.fromId('projects/funlynk-prod/topics/main-upgrades');

describe('upgradeNotifications', () => {
  test('tell everything by default', () => {
    expect(upgradeNotifications(TOPIC, {})).toEqual({
      notificationConfig: { pubsub: { enabled: true, topic: TOPIC.id, filter: { eventType: [...UPGRADE_EVENTS] } } },
    });
  });

  test('tell what is named, whatever the order', () => {
    expect(upgradeNotifications(TOPIC, { upgradeEvents: ['SECURITY_BULLETIN_EVENT', 'UPGRADE_EVENT'] })).toMatchObject({
      notificationConfig: { pubsub: { filter: { eventType: ['UPGRADE_EVENT', 'SECURITY_BULLETIN_EVENT'] } } },
    });
  });

  test('are turned off without a topic', () => {
    expect(upgradeNotifications(undefined, {})).toEqual({ notificationConfig: { pubsub: { enabled: false } } });
  });
});

describe('the topic of upgrades', () => {
  test('is named after the cluster, encrypted with a key of its own, and written to by GKE', () => {
    const stack = googleStack();
    const made = cluster(stack, { upgradeSubscribers: [BOT, BOT] });
    expect(made.upgradeTopic?.id).toBe(`projects/${PROJECT}/topics/${upgradeTopicName('main')}`);
    expect(only(stack, 'google_pubsub_topic')).toMatchObject({
      name: 'main-upgrades',
      kms_key_name: expect.stringContaining('key-upgrades') as unknown,
      message_storage_policy: { allowed_persistence_regions: [REGION] },
      lifecycle: { prevent_destroy: true },
    });
    expect(Object.values(resources(stack, 'google_pubsub_topic_iam_member'))).toEqual([
      expect.objectContaining({
        role: 'roles/pubsub.publisher',
        member: expect.stringContaining('container-engine-robot') as unknown,
      }),
      expect.objectContaining({ role: 'roles/pubsub.subscriber', member: BOT }),
    ]);
    expect(only(stack, 'google_container_cluster').depends_on).toContainEqual(
      expect.stringMatching(/^google_pubsub_topic_iam_member\.cluster_Upgrades_Topic_publisher-container-engine/),
    );
  });

  test('is not there where nobody wants to be told', () => {
    const stack = googleStack();
    expect(cluster(stack, { upgradeNotifications: false }).upgradeTopic).toBeUndefined();
    expect(values(stack, 'google_pubsub_topic', 'name')).toEqual([]);
    expect(values(stack, 'google_kms_crypto_key', 'name')).toEqual(['etcd', 'volumes']);
  });
});

describe('upgradeNotificationRefusals', () => {
  test('accept the defaults', () => {
    expect(upgradeNotificationRefusals({})).not.toContainEqual(expect.anything());
  });

  test('refuse to tell something nowhere', () => {
    expect(
      upgradeNotificationRefusals({
        upgradeNotifications: false,
        upgradeEvents: ['UPGRADE_EVENT'],
        upgradeSubscribers: [BOT],
      }).filter((refusal) => refusal !== undefined),
    ).toEqual([
      {
        property: 'upgradeEvents',
        rule: 'must not be there while upgradeNotifications is false',
        got: ['UPGRADE_EVENT'],
      },
      { property: 'upgradeSubscribers', rule: 'must not be there while upgradeNotifications is false', got: [BOT] },
    ]);
  });

  test('refuse to tell nothing', () => {
    expect(upgradeNotificationRefusals({ upgradeEvents: [] })).toContainEqual({
      property: 'upgradeEvents',
      rule: 'must name one event at least',
      got: [],
      remedy: 'set upgradeNotifications to false',
    });
  });

  test('refuse subscribers that are everyone', () => {
    expect(upgradeNotificationRefusals({ upgradeSubscribers: ['allUsers'] })).toContainEqual(
      expect.objectContaining({ property: 'upgradeSubscribers', rule: 'must not be everyone' }),
    );
  });
});
