import { Testing } from 'cdktf';
import { value } from '../../../lib/checks/output';
import type { CloudResources } from '../../../lib/core/model/cloud-resource';
import { cloudResourceServices } from '../../../stacks/infrastructure/google-cloud-resources';
import { GoogleFoundationStack } from '../../../stacks/infrastructure/google-foundation-stack';
import type { ResolvedEnvironment } from '../../../stacks/resolve';
import { environmentOf } from '../environments';
import { stackJson, type StackJson } from '../stack-json';
import { keeping, permitting } from './cloud-resources';

const NAME = 'funlynk/production';

function foundation(resolved: ResolvedEnvironment): StackJson {
  return stackJson((app) => new GoogleFoundationStack(app, resolved));
}

/** What one setting is of every resource of a type. */
function all(stack: StackJson, type: string, ...path: readonly string[]): readonly unknown[] {
  return Object.values(stack.resources(type)).map((block) => value(block, ...path));
}

function named(stack: StackJson, type: string, name: string): Readonly<Record<string, unknown>> | undefined {
  return Object.values(stack.resources(type)).find((block) => block['name'] === name);
}

const production = foundation(
  keeping(NAME, {
    buckets: { uploads: { expireDays: 90 } },
    queues: { mails: {}, audit: { visibilityTimeoutSeconds: 300, maxDeliveryAttempts: 7 } },
    topics: { orders: { queues: ['audit'] } },
  }),
);

describe('buckets of a system on Google Cloud', () => {
  test('are private, and lie in the region of their key', () => {
    expect(production.one('google_storage_bucket')).toMatchObject({
      name: 'funlynk-production-funlynk-production-uploads',
      location: 'europe-west1',
      project: 'funlynk-production',
      public_access_prevention: 'enforced',
      encryption: { default_kms_key_name: expect.stringContaining('key-storage') as unknown },
    });
  });

  test('use a key that Cloud Storage may use, by an API that is enabled', () => {
    expect(all(production, 'google_kms_crypto_key', 'name')).toContain('storage');
    expect(JSON.stringify(all(production, 'google_kms_crypto_key_iam_member', 'member'))).toContain(
      'gs-project-accounts',
    );
    expect(all(production, 'google_project_service', 'service')).toContain('storage.googleapis.com');
  });

  test('delete objects of the age that the definition says', () => {
    expect(JSON.stringify(production.one('google_storage_bucket')['lifecycle_rule'])).toContain('"age":90');
    const kept = foundation(keeping(NAME, { buckets: { uploads: {} } }));
    expect(JSON.stringify(kept.one('google_storage_bucket')['lifecycle_rule'])).not.toContain('LIVE');
  });
});

describe('queues and topics of a system on Google Cloud', () => {
  test('bear the names that permissions are granted on, each queue with its dead letters', () => {
    expect(all(production, 'google_pubsub_subscription', 'name').map(String).toSorted()).toEqual([
      'funlynk-production-audit',
      'funlynk-production-audit-dead-letter',
      'funlynk-production-mails',
      'funlynk-production-mails-dead-letter',
    ]);
  });

  test('are encrypted with one key, which Pub/Sub may use, by an API that is enabled', () => {
    expect(all(production, 'google_kms_crypto_key', 'name')).toContain('messaging');
    expect(JSON.stringify(all(production, 'google_kms_crypto_key_iam_member', 'member'))).toContain('gcp-sa-pubsub');
    expect(new Set(all(production, 'google_pubsub_topic', 'kms_key_name')).size).toBe(1);
    expect(all(production, 'google_project_service', 'service')).toContain('pubsub.googleapis.com');
  });

  test('read the topic that hands them its messages, and otherwise one of their own', () => {
    expect(named(production, 'google_pubsub_subscription', 'funlynk-production-audit')).toMatchObject({
      topic: 'projects/funlynk-production/topics/funlynk-production-orders',
    });
    expect(named(production, 'google_pubsub_topic', 'funlynk-production-audit')).toBeUndefined();
    expect(named(production, 'google_pubsub_subscription', 'funlynk-production-mails')).toMatchObject({
      topic: 'projects/funlynk-production/topics/funlynk-production-mails',
    });
  });

  test('give a consumer the time and the attempts that the definition says, otherwise 60 seconds and 5', () => {
    expect(named(production, 'google_pubsub_subscription', 'funlynk-production-audit')).toMatchObject({
      ack_deadline_seconds: 300,
      dead_letter_policy: { max_delivery_attempts: 7 },
    });
    expect(named(production, 'google_pubsub_subscription', 'funlynk-production-mails')).toMatchObject({
      ack_deadline_seconds: 60,
      dead_letter_policy: { max_delivery_attempts: 5 },
    });
  });

  test('may be called as a topic that hands them its messages', () => {
    const same = foundation(keeping(NAME, { queues: { orders: {} }, topics: { orders: { queues: ['orders'] } } }));
    expect(named(same, 'google_pubsub_topic', 'funlynk-production-orders')).toBeDefined();
  });
});

describe('Genesis', () => {
  test.each([
    ['production', 'genesis-production', 'europe-west1'],
    ['staging', 'genesis-staging', 'us-central1'],
    ['development', 'genesis-development', 'us-central1'],
  ])('keeps artifacts and runs in %s', (name, project, location) => {
    const stack = foundation(environmentOf(`genesis/${name}`));
    expect(stack.one('google_storage_bucket')).toMatchObject({ project, location });
    expect(named(stack, 'google_pubsub_subscription', `genesis-${name}-runs`)).toMatchObject({
      project,
      ack_deadline_seconds: 600,
      dead_letter_policy: { max_delivery_attempts: 5 },
    });
  });
});

test('what protected clusters use is protected, and what others use is not', () => {
  const protection = (stack: StackJson): ReadonlySet<unknown> =>
    new Set(
      ['google_storage_bucket', 'google_pubsub_subscription', 'google_pubsub_topic'].flatMap((type) =>
        all(stack, type, 'lifecycle', 'prevent_destroy'),
      ),
    );
  expect(protection(production)).toEqual(new Set([true]));
  expect(protection(foundation(environmentOf('genesis/development')))).not.toContain(true);
});

test.each([
  [{}, []],
  [{ buckets: { uploads: {} } }, ['storage.googleapis.com']],
  [{ queues: { mails: {} } }, ['pubsub.googleapis.com']],
  [{ topics: { orders: { queues: [] } } }, ['pubsub.googleapis.com']],
])('%j needs the APIs %j', (resources, expected) => {
  expect(cloudResourceServices({ buckets: {}, queues: {}, topics: {}, ...resources })).toEqual(expected);
});

describe('what Google Cloud would not take', () => {
  const PATH = 'funlynk-production-google-foundation/funlynk-production/CloudResources';
  const make = (resolved: ResolvedEnvironment) => () => new GoogleFoundationStack(Testing.app(), resolved);
  const refusal = (resources: Partial<CloudResources>): (() => unknown) => make(keeping(NAME, resources));

  test('is refused together, by the name of the bucket or queue', () => {
    const buckets = { uploads: { expireDays: 0.5 } };
    const queues = { mails: { visibilityTimeoutSeconds: 900, maxDeliveryAttempts: 101 } };
    expect(refusal({ buckets, queues })).toThrow(
      [
        `${PATH}: 'buckets.uploads.expireDays' must be a whole number of at least 1, got 0.5`,
        `${PATH}: 'queues.mails.visibilityTimeoutSeconds' must be a whole number from 10 to 600, got 900`,
        `${PATH}: 'queues.mails.maxDeliveryAttempts' must be a whole number from 5 to 100, got 101`,
      ].join('\n'),
    );
  });

  test('is a topic that is called as the own topic of a queue, and names that dead letters have', () => {
    const queues = { mails: {}, 'mails-dead-letter': {} };
    const topics = { mails: { queues: [] }, 'mails-dead-letter': { queues: [] } };
    expect(refusal({ queues, topics })).toThrow(
      [
        `${PATH}: 'queues.mails-dead-letter' must not be called as the dead letters of mails would be, got 'mails-dead-letter'`,
        `${PATH}: 'topics.mails' must not be called as the queue mails's own topic would be, got 'mails'`,
      ].join('\n'),
    );
    expect(refusal({ queues: { mails: {} }, topics: { 'mails-dead-letter': { queues: [] } } })).toThrow(
      `${PATH}: 'topics.mails-dead-letter' must not be called as the dead letters of mails would be, got 'mails-dead-letter'`,
    );
  });

  test('is a queue or topic that is called as the topic of a secret that is due', () => {
    const path = 'genesis-production-google-foundation/genesis-production/CloudResources';
    const topic = 'must not be called as the topic that tells when tls is due would be';
    expect(make(keeping('genesis/production', { queues: { 'tls-rotation': {} } }))).toThrow(
      `${path}: 'queues.tls-rotation' ${topic}, got 'tls-rotation'`,
    );
    expect(make(keeping('genesis/production', { topics: { 'tls-rotation': { queues: [] } } }))).toThrow(
      `${path}: 'topics.tls-rotation' ${topic}, got 'tls-rotation'`,
    );
    expect(refusal({ queues: { 'tls-rotation': {} } })).not.toThrow();
  });

  test('is a topic that names a queue twice', () => {
    expect(refusal({ queues: { mails: {} }, topics: { orders: { queues: ['mails', 'mails'] } } })).toThrow(
      `${PATH}: 'topics.orders.queues' must name each queue once, got 'mails'`,
    );
  });

  test('is a queue that reads two topics', () => {
    const topics = { orders: { queues: ['audit'] }, refunds: { queues: ['audit'] } };
    expect(refusal({ queues: { audit: {} }, topics })).toThrow(
      `${PATH}: 'queues.audit' must get messages from one topic at most on Google Cloud, got ["orders","refunds"]; have a queue for each topic`,
    );
  });

  test('is a service that publishes to a queue which reads a topic', () => {
    const kept = keeping(NAME, { queues: { audit: {} }, topics: { orders: { queues: ['audit'] } } });
    expect(make(permitting(kept, 'backend', [{ action: 'queue:publish', queues: ['audit'] }]))).toThrow(
      `${PATH}: 'services.backend.permissions' must not hold queue:publish on Google Cloud for a queue that a topic hands messages to, got 'audit'; publish to the topic orders`,
    );
  });
});
