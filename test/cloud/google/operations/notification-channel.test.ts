import {
  channelIds,
  NotificationChannel,
  type NotificationChannelProps,
  type NotificationTarget,
} from '../../../../lib/cloud/google/operations/notification-channel';
import { googleStack, only, PROJECT, resources } from '../synth';

const TYPE = 'google_monitoring_notification_channel';
const EMAIL: NotificationTarget = { kind: 'email', emailAddress: 'oncall@example.com' };
const TOPIC: NotificationTarget = { kind: 'pubsub', topic: `projects/${PROJECT}/topics/alerts` };

function channel(props: Partial<NotificationChannelProps> = {}) {
  const stack = googleStack();
  new NotificationChannel(stack, 'channel', { project: PROJECT, displayName: 'On call', target: EMAIL, ...props });
  return stack;
}

describe('NotificationChannel', () => {
  test('sends to an address', () => {
    expect(only(channel(), TYPE)).toMatchInlineSnapshot(`
      {
        "display_name": "On call",
        "enabled": true,
        "force_delete": false,
        "labels": {
          "email_address": "oncall@example.com",
        },
        "project": "funlynk-prod",
        "type": "email",
      }
    `);
    expect(resources(channel(), 'google_pubsub_topic_iam_member')).toEqual({});
  });

  test('sends to a topic, which it may publish to as soon as the channel exists', () => {
    const stack = channel({ target: TOPIC });
    expect(only(stack, TYPE)).toMatchObject({ type: 'pubsub', labels: { topic: TOPIC.topic } });
    expect(only(stack, 'google_pubsub_topic_iam_member')).toMatchObject({
      topic: TOPIC.topic,
      role: 'roles/pubsub.publisher',
      member: expect.stringContaining('gcp-sa-monitoring-notification') as unknown,
      depends_on: [expect.stringMatching(/^google_monitoring_notification_channel\./)],
    });
  });

  test('can be described, labelled and silenced', () => {
    expect(only(channel({ description: 'd', userLabels: { team: 'sre' }, enabled: false }), TYPE)).toMatchObject({
      description: 'd',
      user_labels: { team: 'sre' },
      enabled: false,
    });
  });

  test('can be one that was made elsewhere', () => {
    const id = 'projects/p/notificationChannels/1';
    expect(NotificationChannel.fromId(id)).toEqual({ id, grants: [] });
    expect(() => NotificationChannel.fromId('1')).toThrow(
      "'id' must be of the form projects/…/notificationChannels/…, got '1'",
    );
  });

  test('refuses kinds that hold a token, without repeating it', () => {
    // What comes out of a YAML file is not what the compiler saw.
    const target = JSON.parse('{"kind":"slack","authToken":"xoxb-secret"}') as NotificationTarget;
    expect(() => channel({ target })).toThrow(
      "test/channel: 'target.kind' must be 'email' or 'pubsub', since other kinds put a token into the state, got 'slack'; make the channel elsewhere and use NotificationChannel.fromId",
    );
    expect(() => channel({ target })).not.toThrow(/xoxb/);
  });

  test('refuses addresses, topics and texts that Google would, and says all', () => {
    expect(() => channel({ target: { kind: 'pubsub', topic: 'alerts' } })).toThrow(
      "'target.topic' must be of the form",
    );
    expect(() =>
      channel({
        target: { kind: 'email', emailAddress: 'oncall' },
        displayName: 'x'.repeat(513),
        description: 'x'.repeat(1025),
        userLabels: { Team: 'x' },
      }),
    ).toThrow(
      /'target.emailAddress' must be one address, got 'oncall'[^]*'displayName' must be at most 512[^]*'description' must be at most 1024[^]*'userLabels.Team'/,
    );
  });

  test('sorts and thins out channels, whose order means nothing', () => {
    const made = ['b', 'a', 'b'].map((name) => NotificationChannel.fromId(`projects/p/notificationChannels/${name}`));
    expect(channelIds(made)).toEqual(['projects/p/notificationChannels/a', 'projects/p/notificationChannels/b']);
  });
});
