import { Token } from 'cdktf';
import { KmsKey } from '../../../../lib/cloud/google/keys/kms-key';
import { KmsKeyRing } from '../../../../lib/cloud/google/keys/kms-key-ring';
import { PubSubTopic } from '../../../../lib/cloud/google/messaging/pubsub-topic';
import {
  SecretManagerSecret,
  type SecretManagerSecretOptions,
} from '../../../../lib/cloud/google/secrets/secret-manager-secret';
import type { UserManagedReplication } from '../../../../lib/cloud/google/secrets/secret-replication';
import { googleStack, only, PROJECT, REGION, resources, values } from '../synth';

const TYPE = 'google_secret_manager_secret';
const ROTATION = { periodDays: 90, nextRotationTime: '2027-01-15T03:00:00Z' };

function secret(props: Partial<SecretManagerSecretOptions & UserManagedReplication> = {}) {
  const stack = googleStack();
  new SecretManagerSecret(stack, 'secret', { project: PROJECT, secretId: 'database', regions: [REGION], ...props });
  return stack;
}

describe('SecretManagerSecret', () => {
  test('is an empty container, protected and recoverable', () => {
    expect(only(secret(), TYPE)).toMatchSnapshot();
  });

  test('lies in the regions given, in an order that does not depend on theirs', () => {
    const replication = { user_managed: { replicas: [{ location: 'europe-west1' }, { location: 'europe-west4' }] } };
    expect(only(secret({ regions: ['europe-west4', 'europe-west1'] }), TYPE)).toMatchObject({ replication });
  });

  test('is encrypted with the key of each region, once Secret Manager may use it', () => {
    const stack = googleStack();
    const ring = new KmsKeyRing(stack, 'ring', { project: PROJECT, location: REGION, name: 'ring' });
    const kmsKeys = { [REGION]: ring.addKey('secrets', { users: ['secret-manager'] }) };
    new SecretManagerSecret(stack, 'secret', { project: PROJECT, secretId: 'database', regions: [REGION], kmsKeys });
    expect(only(stack, TYPE)).toMatchObject({
      replication: {
        user_managed: {
          replicas: [
            {
              customer_managed_encryption: {
                kms_key_name: expect.stringMatching(/^\$\{google_kms_crypto_key\./) as unknown,
              },
            },
          ],
        },
      },
      depends_on: [expect.stringMatching(/^google_kms_crypto_key_iam_member\./)],
    });
  });

  test('can be destroyed where protection is off', () => {
    expect(only(secret({ deletionProtection: false }), TYPE)).toMatchObject({ deletion_protection: false });
  });

  test('keeps destroyed versions as long as told', () => {
    expect(only(secret({ recoveryDays: 1 }), TYPE)).toMatchObject({ version_destroy_ttl: '86400s' });
  });

  test.each([0, 1001, 1.5])('refuses %p days of recovery', (recoveryDays) => {
    expect(() => secret({ recoveryDays })).toThrow("'recoveryDays' must be a whole number from 1 to 1000");
  });

  test('refuses an id that Secret Manager would', () => {
    expect(() => secret({ secretId: 'a/b' })).toThrow(
      "test/secret: 'secretId' must be up to 255 letters, digits, dashes and underscores, got 'a/b'",
    );
  });

  test('refuses to lie nowhere', () => {
    expect(() => secret({ regions: [] })).toThrow("'regions' must name one region at least, got []");
  });

  test('refuses a region named twice', () => {
    expect(() => secret({ regions: [REGION, REGION] })).toThrow("'regions' must name each region once");
  });

  test('refuses a replica without a key where another has one', () => {
    const kmsKeys = { [REGION]: KmsKey.fromId('projects/p/key') };
    expect(() => secret({ regions: [REGION, 'europe-west4'], kmsKeys })).toThrow(
      `'kmsKeys' must hold a key for every region (missing: europe-west4), got ["europe-west1"]`,
    );
  });

  test('refuses a key that no replica is encrypted with', () => {
    const key = KmsKey.fromId('projects/p/key');
    expect(() => secret({ kmsKeys: { [REGION]: key, 'europe-west4': key } })).toThrow(
      `test/secret: 'kmsKeys' must hold keys of the secret’s own regions, got ["europe-west4"]`,
    );
  });

  test('can lie wherever Google puts it, encrypted with a key that is everywhere', () => {
    const automatic = (id?: string) => {
      const stack = googleStack();
      const kmsKey = id === undefined ? undefined : KmsKey.fromId(id);
      new SecretManagerSecret(stack, 'secret', {
        ...{ project: PROJECT, secretId: 'database', kmsKey },
        replication: 'automatic',
      });
      return only(stack, TYPE);
    };
    const key = 'projects/p/locations/global/keyRings/r/cryptoKeys/k';
    expect(automatic(key)).toMatchObject({
      replication: { auto: { customer_managed_encryption: { kms_key_name: key } } },
    });
    expect(automatic()).toMatchObject({ replication: { auto: {} } });
    expect(() => automatic('projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k')).toThrow(
      "test/secret: 'kmsKey' must be a key of the location global, got 'projects/p/locations/europe-west1/",
    );
  });

  test('bears labels and annotations', () => {
    expect(only(secret({ labels: { team: 'a' }, annotations: { 'owner.team': 'A b' } }), TYPE)).toMatchObject({
      labels: { team: 'a' },
      annotations: { 'owner.team': 'A b' },
    });
  });

  test('lets members read its values, and no others, each once', () => {
    const stack = secret({ accessors: ['group:a@example.com', 'group:a@example.com'] });
    expect(Object.values(resources(stack, `${TYPE}_iam_member`))).toEqual([
      expect.objectContaining({ role: 'roles/secretmanager.secretAccessor', member: 'group:a@example.com' }),
    ]);
    expect(values(secret(), `${TYPE}_iam_member`, 'member')).toEqual([]);
  });

  test('refuses accessors, labels and annotations that Google would, all at once', () => {
    expect(() => secret({ accessors: ['allUsers'], labels: { Team: 'a' }, annotations: { 'a/b': '' } })).toThrow(
      /'accessors' must not be everyone[^]*'labels.Team' must be lower-case[^]*'annotations' must have keys of/,
    );
  });

  test('tells its changes on the topics given, sorted, once they are there', () => {
    const topics = ['b', 'a', 'b'].map((name) => PubSubTopic.fromId(`projects/p/topics/${name}`));
    expect(only(secret({ topics }), TYPE)).toMatchObject({
      topics: [{ name: 'projects/p/topics/a' }, { name: 'projects/p/topics/b' }],
    });
    const stack = googleStack();
    const topic = new PubSubTopic(stack, 'topic', {
      ...{ project: PROJECT, name: 'events' },
      publishingAgents: ['secret-manager'],
    });
    new SecretManagerSecret(stack, 'secret', {
      ...{ project: PROJECT, secretId: 'database', regions: [REGION] },
      topics: [topic],
    });
    expect(only(stack, TYPE)).toMatchObject({
      depends_on: [
        expect.stringMatching(/^google_pubsub_topic\./),
        expect.stringMatching(/^google_pubsub_topic_iam_member\./),
      ],
    });
  });

  test.each([
    [11, undefined, 10],
    [10, ROTATION, 9],
  ])('refuses %p topics with the rotation %p', (count, rotation, max) => {
    const topics = Array.from({ length: count }, (_, index) => PubSubTopic.fromId(`projects/p/topics/t${index}`));
    expect(() => secret({ topics, rotation })).toThrow(`test/secret: 'topics' must be at most ${max}, got [`);
  });

  test('has no rotation, no topic and nothing that Terraform ignores unless told', () => {
    const stack = secret();
    expect(only(stack, TYPE)).not.toHaveProperty('rotation');
    expect(only(stack, TYPE)).not.toHaveProperty('lifecycle');
    expect(resources(stack, 'google_pubsub_topic')).toEqual({});
  });
});

describe('the rotation of a SecretManagerSecret', () => {
  test('is told on a topic of its own, on which Secret Manager may publish before the secret is made', () => {
    const stack = secret({ rotation: ROTATION });
    expect(only(stack, TYPE)).toMatchSnapshot();
    expect(only(stack, 'google_pubsub_topic')).toMatchObject({ name: 'database-rotation' });
    expect(values(stack, 'google_pubsub_topic_iam_member', 'member')).toEqual([
      expect.stringMatching(/^serviceAccount:service-.*@gcp-sa-secretmanager\.iam/),
    ]);
  });

  test('exposes its topic for whoever writes the new value', () => {
    const made = new SecretManagerSecret(googleStack(), 'secret', {
      ...{ project: PROJECT, secretId: 'database', regions: [REGION] },
      rotation: ROTATION,
    });
    expect(made.rotationTopic?.id).toBe('projects/funlynk-prod/topics/database-rotation');
  });

  test('encrypts its topic, protects and labels it as the secret', () => {
    const kmsKey = KmsKey.fromId('projects/p/key');
    const stack = secret({ rotation: { ...ROTATION, kmsKey }, labels: { team: 'a' }, deletionProtection: false });
    expect(only(stack, 'google_pubsub_topic')).toMatchObject({
      kms_key_name: 'projects/p/key',
      labels: { team: 'a' },
      lifecycle: { prevent_destroy: false },
    });
  });

  test.each([0, 36_501, 0.5])('refuses a period of %p days', (periodDays) => {
    expect(() => secret({ rotation: { ...ROTATION, periodDays } })).toThrow(
      `test/secret: 'rotation.periodDays' must be a whole number from 1 to 36500, got ${periodDays}`,
    );
  });

  test.each(['tomorrow', '2027-01-15', '2027-01-15T03:00:00+01:00', '2027-02-30T03:00:00Z', '2027-01-15T24:00:00Z'])(
    'refuses the time %s',
    (nextRotationTime) => {
      expect(() => secret({ rotation: { ...ROTATION, nextRotationTime } })).toThrow(
        `test/secret: 'rotation.nextRotationTime' must be a moment in UTC such as 2025-01-04T02:00:00Z, got '${nextRotationTime}'`,
      );
    },
  );

  test('leaves alone a time that only Terraform knows', () => {
    const nextRotationTime = Token.asString({ 'Fn::x': 1 });
    expect(() => secret({ rotation: { ...ROTATION, nextRotationTime } })).not.toThrow();
  });

  test('refuses a secret that no topic can be called after', () => {
    expect(() => secret({ secretId: '1password', rotation: ROTATION })).toThrow(
      "'secretId' must begin with a letter, and not with goog, where there is a rotation",
    );
    expect(() => secret({ secretId: '1password' })).not.toThrow();
  });
});
