import { KmsKey } from '../../../../lib/cloud/google/keys/kms-key';
import { LogBucket, type LogBucketProps } from '../../../../lib/cloud/google/operations/log-bucket';
import { LoggingKey } from '../../../../lib/cloud/google/operations/logging-key';
import { googleStack, only, PROJECT, REGION } from '../synth';

const NAME = { project: PROJECT, location: REGION, bucketId: 'audit' };
const TYPE = 'google_logging_project_bucket_config';

function bucket(props: Partial<LogBucketProps> = {}) {
  const stack = googleStack();
  new LogBucket(stack, 'bucket', { ...NAME, ...props });
  return stack;
}

describe('LogBucket', () => {
  test('keeps entries for 90 days, and itself', () => {
    expect(only(bucket(), TYPE)).toMatchInlineSnapshot(`
      {
        "bucket_id": "audit",
        "depends_on": [],
        "enable_analytics": false,
        "lifecycle": {
          "prevent_destroy": true,
        },
        "location": "europe-west1",
        "locked": false,
        "project": "funlynk-prod",
        "retention_days": 90,
      }
    `);
  });

  test('is encrypted with a key of one’s own, once Cloud Logging may use it', () => {
    const stack = googleStack();
    const kmsKey = new LoggingKey(stack, 'key', { project: PROJECT, key: KmsKey.fromId('projects/p/key') });
    new LogBucket(stack, 'bucket', { ...NAME, kmsKey });
    expect(only(stack, TYPE)).toMatchObject({
      cmek_settings: { kms_key_name: 'projects/p/key' },
      depends_on: [expect.stringMatching(/^google_kms_crypto_key_iam_member\./)],
    });
  });

  test.each([true, false])('is locked, queried with SQL and protected: %s', (on) => {
    const props = { locked: on, enableAnalytics: on, deletionProtection: on };
    expect(only(bucket(props), TYPE)).toMatchObject({
      locked: on,
      enable_analytics: on,
      lifecycle: { prevent_destroy: on },
    });
  });

  test('can be the one that Google made, and one that another stack made', () => {
    expect(only(bucket({ bucketId: '_Default', location: 'global', retentionDays: 30 }), TYPE)).toMatchObject({
      bucket_id: '_Default',
      retention_days: 30,
    });
    expect(LogBucket.fromName(NAME)).toEqual({
      ...NAME,
      id: 'projects/funlynk-prod/locations/europe-west1/buckets/audit',
    });
  });

  test('refuses the bucket that nobody may change', () => {
    expect(() => bucket({ bucketId: '_Required' })).toThrow(
      "test/bucket: 'bucketId' must not be '_Required', which Google keeps for 400 days and lets nobody change",
    );
  });

  test('refuses a name, a retention and a place that Google would, and says all', () => {
    expect(() =>
      bucket({ bucketId: 'a b', retentionDays: 0, location: 'global', kmsKey: KmsKey.fromId('projects/p/key') }),
    ).toThrow(
      [
        "test/bucket: 'bucketId' must be up to 100 letters, digits, dashes, underscores and dots, beginning with a letter or digit, got 'a b'",
        "test/bucket: 'retentionDays' must be a whole number from 1 to 3650, got 0",
        "test/bucket: 'location' must be a region, since the bucket has a key, got 'global'",
      ].join('\n'),
    );
  });
});
