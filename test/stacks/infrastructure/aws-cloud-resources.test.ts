import { Testing } from 'cdktf';
import { value } from '../../../lib/checks/output';
import type { CloudResources } from '../../../lib/core/model/cloud-resource';
import { AwsFoundationStack } from '../../../stacks/infrastructure/aws-foundation-stack';
import type { Edit } from '../environments';
import { stackJson, type StackJson } from '../stack-json';
import { keeping } from './cloud-resources';

const NAME = 'funlynk/production';

function foundation(name: string, resources: Partial<CloudResources>, ...edits: readonly Edit[]): StackJson {
  return stackJson((app) => new AwsFoundationStack(app, keeping(name, resources, ...edits)));
}

/** What one setting is of every resource of a type. */
function all(stack: StackJson, type: string, ...path: readonly string[]): readonly unknown[] {
  return Object.values(stack.resources(type)).map((block) => value(block, ...path));
}

const production = foundation(NAME, {
  buckets: { uploads: { expireDays: 90 }, invoices: {} },
  queues: { mails: { visibilityTimeoutSeconds: 900, maxDeliveryAttempts: 3 }, audit: {} },
  topics: { orders: { queues: ['audit', 'mails'] } },
});

describe('buckets of a system on AWS', () => {
  test('bear the names that permissions are granted on', () => {
    expect(all(production, 'aws_s3_bucket', 'bucket')).toEqual([
      'funlynk-production-invoices-111122223333-us-east-1',
      'funlynk-production-uploads-111122223333-us-east-1',
    ]);
  });

  test('are private, and encrypted with the key that permissions are granted on', () => {
    expect(all(production, 'aws_kms_alias', 'name')).toContain('alias/funlynk-production-storage');
    expect(all(production, 'aws_s3_bucket_public_access_block', 'block_public_policy')).toEqual([true, true]);
    const rules = JSON.stringify(production.resources('aws_s3_bucket_server_side_encryption_configuration'));
    expect(rules.match(/aws_kms_key\.[\w-]*StorageKey[\w-]*\.arn/g)).toHaveLength(2);
  });

  test('delete objects of the age that the definition says, and keep them otherwise', () => {
    const rules = all(production, 'aws_s3_bucket_lifecycle_configuration', 'rule').map((rule) => JSON.stringify(rule));
    expect(rules[0]).not.toContain('"days"');
    expect(rules[1]).toContain('"expiration":[{"days":90}]');
  });

  test('need no key for messages', () => {
    const only = foundation(NAME, { buckets: { uploads: {} } });
    expect(all(only, 'aws_kms_alias', 'name')).not.toContain('alias/funlynk-production-messaging');
  });
});

describe('queues and topics of a system on AWS', () => {
  test('bear the names that permissions are granted on, each queue with its dead letters', () => {
    expect(all(production, 'aws_sqs_queue', 'name').toSorted()).toEqual([
      'funlynk-production-audit',
      'funlynk-production-audit-dead-letter',
      'funlynk-production-mails',
      'funlynk-production-mails-dead-letter',
    ]);
    expect(production.one('aws_sns_topic')['name']).toBe('funlynk-production-orders');
  });

  test('are encrypted with a key of their own, which SNS may use for what it hands on', () => {
    expect(all(production, 'aws_kms_alias', 'name')).toContain('alias/funlynk-production-messaging');
    const keys = [
      ...all(production, 'aws_sqs_queue', 'kms_master_key_id'),
      production.one('aws_sns_topic')['kms_master_key_id'],
    ];
    expect(new Set(keys).size).toBe(1);
    expect(String(keys[0])).toContain('MessagingKey');
    expect(JSON.stringify(production.resources('aws_kms_key'))).toContain('sns.amazonaws.com');
  });

  test('leave SNS out of the key where there is no topic', () => {
    const only = foundation(NAME, { queues: { mails: {} } });
    expect(all(only, 'aws_kms_alias', 'name')).toContain('alias/funlynk-production-messaging');
    expect(JSON.stringify(only.resources('aws_kms_key'))).not.toContain('sns.amazonaws.com');
  });

  test('give a consumer the time and the attempts that the definition says, otherwise 60 seconds and 5', () => {
    const timeouts = Object.values(production.resources('aws_sqs_queue')).map((queue) => [
      queue['name'],
      queue['visibility_timeout_seconds'],
    ]);
    expect(timeouts).toContainEqual(['funlynk-production-mails', 900]);
    expect(timeouts).toContainEqual(['funlynk-production-audit', 60]);
    const redrive = all(production, 'aws_sqs_queue_redrive_policy', 'redrive_policy').map(String);
    expect(redrive.map((policy) => /"maxReceiveCount":(\d+)/.exec(policy)?.[1])).toEqual(['5', '3']);
  });

  test('get every message of their topics', () => {
    const endpoints = all(production, 'aws_sns_topic_subscription', 'endpoint').map(String);
    expect(endpoints).toHaveLength(2);
    expect(endpoints.join()).toMatch(/queue-audit.*queue-mails/);
  });
});

test('what protected clusters use is protected, and what others use is not', () => {
  const protection = (stack: StackJson): ReadonlySet<unknown> =>
    new Set(
      ['aws_s3_bucket', 'aws_sqs_queue', 'aws_sns_topic'].flatMap((type) =>
        all(stack, type, 'lifecycle', 'prevent_destroy'),
      ),
    );
  const kept = { buckets: { uploads: {} }, queues: { mails: {} }, topics: { orders: { queues: ['mails'] } } };
  expect(protection(production)).toEqual(new Set([true]));
  const edit: Edit = ['    cloud: aws\n', '    cloud: aws\n    deletionProtection: false\n'];
  expect(protection(foundation('funlynk/staging', kept, edit))).not.toContain(true);
});

test('each region of an environment has a set of its own, made by the provider of that region', () => {
  const three = foundation('novacron/production', { buckets: { uploads: {} }, queues: { mails: {} } });
  const regions = ['ap-southeast-1', 'eu-west-1', 'us-east-1'];
  expect(all(three, 'aws_s3_bucket', 'bucket')).toEqual(
    regions.map((region) => `novacron-production-uploads-444455556666-${region}`),
  );
  expect(new Set(all(three, 'aws_sqs_queue', 'provider'))).toEqual(
    new Set(regions.map((region) => `aws.${region}-444455556666`)),
  );
});

describe('what AWS would not take', () => {
  const PATH = 'funlynk-production-aws-foundation/us-east-1-111122223333/CloudResources';
  const refusal = (resources: Partial<CloudResources>) => () =>
    new AwsFoundationStack(Testing.app(), keeping(NAME, resources));

  test('is refused together, by the name of the bucket or queue', () => {
    const buckets = { uploads: { expireDays: 0 } };
    const queues = { mails: { visibilityTimeoutSeconds: 43_201, maxDeliveryAttempts: 1001 } };
    expect(refusal({ buckets, queues })).toThrow(
      [
        `${PATH}: 'buckets.uploads.expireDays' must be a whole number of at least 1, got 0`,
        `${PATH}: 'queues.mails.visibilityTimeoutSeconds' must be a whole number from 0 to 43200, got 43201`,
        `${PATH}: 'queues.mails.maxDeliveryAttempts' must be a whole number from 1 to 1000, got 1001`,
      ].join('\n'),
    );
  });

  test('is a queue that is called as the dead letters of another are', () => {
    expect(refusal({ queues: { mails: {}, 'mails-dead-letter': {} } })).toThrow(
      `${PATH}: 'queues.mails-dead-letter' must not be called as the dead letters of mails would be, got 'mails-dead-letter'`,
    );
  });

  test('is a topic that names a queue twice', () => {
    expect(refusal({ queues: { mails: {} }, topics: { orders: { queues: ['mails', 'mails'] } } })).toThrow(
      `${PATH}: 'topics.orders.queues' must name each queue once, got 'mails'`,
    );
  });
});
