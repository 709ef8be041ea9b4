import { KmsKeyRing } from '../../../../lib/cloud/google/keys/kms-key-ring';
import { Bucket, type BucketProps } from '../../../../lib/cloud/google/storage/bucket';
import { googleStack, only, PROJECT, REGION, resources } from '../synth';

const TYPE = 'google_storage_bucket';
const NAME = { project: PROJECT, location: REGION, name: 'funlynk-uploads' };

function bucket(props: Partial<BucketProps> = {}) {
  const stack = googleStack();
  new Bucket(stack, 'bucket', { ...NAME, ...props });
  return stack;
}

describe('Bucket', () => {
  test('is private, versioned and protected', () => {
    expect(only(bucket(), TYPE)).toMatchSnapshot();
  });

  test('tells its name', () => {
    expect(new Bucket(googleStack(), 'bucket', NAME).bucketName).toBe('funlynk-uploads');
  });

  test('is encrypted with a key of one’s own, once Cloud Storage may use it', () => {
    const stack = googleStack();
    const ring = new KmsKeyRing(stack, 'ring', { project: PROJECT, location: REGION, name: 'ring' });
    new Bucket(stack, 'bucket', { ...NAME, kmsKey: ring.addKey('storage', { users: ['storage'] }) });
    expect(only(stack, TYPE)).toMatchObject({
      encryption: { default_kms_key_name: expect.stringMatching(/^\$\{google_kms_crypto_key\./) as unknown },
      depends_on: [expect.stringMatching(/^google_kms_crypto_key_iam_member\./)],
    });
  });

  test('keeps no versions where told', () => {
    expect(only(bucket({ versioning: false }), TYPE)).toMatchObject({
      versioning: { enabled: false },
      lifecycle_rule: [{ action: { type: 'AbortIncompleteMultipartUpload' } }],
    });
  });

  test('keeps noncurrent versions and deleted objects as long as told', () => {
    expect(only(bucket({ versioning: true, noncurrentDays: 3, softDeleteDays: 90 }), TYPE)).toMatchObject({
      lifecycle_rule: [{}, { condition: { days_since_noncurrent_time: 3 } }],
      soft_delete_policy: { retention_duration_seconds: 7_776_000 },
    });
  });

  test('keeps nothing that was deleted where told', () => {
    expect(only(bucket({ softDeleteDays: 0 }), TYPE)).toMatchObject({
      soft_delete_policy: { retention_duration_seconds: 0 },
    });
  });

  test('has the class, the labels and the rules given', () => {
    const lifecycleRules = [{ action: 'Delete', ageDays: 365 }] as const;
    expect(only(bucket({ storageClass: 'NEARLINE', labels: { team: 'a' }, lifecycleRules }), TYPE)).toMatchObject({
      storage_class: 'NEARLINE',
      labels: { team: 'a' },
      lifecycle_rule: [{}, {}, { condition: { age: 365 } }],
    });
  });

  test('retains objects without versions, which a retention has no use for', () => {
    expect(only(bucket({ retention: { days: 30 } }), TYPE)).toMatchObject({
      retention_policy: { retention_period: 2_592_000, is_locked: false },
      versioning: { enabled: false },
    });
  });

  test('retains objects against everyone where locked', () => {
    expect(only(bucket({ retention: { days: 30, locked: true }, versioning: true }), TYPE)).toMatchObject({
      retention_policy: { is_locked: true },
      versioning: { enabled: true },
    });
  });

  test('grants reading and writing on the bucket alone, to each member once', () => {
    const readers = ['group:a@example.com', 'group:a@example.com'];
    const stack = bucket({ readers, writers: ['group:b@example.com'] });
    expect(Object.values(resources(stack, `${TYPE}_iam_member`))).toEqual([
      expect.objectContaining({ role: 'roles/storage.objectUser', member: 'group:b@example.com' }),
      expect.objectContaining({ role: 'roles/storage.objectViewer', member: 'group:a@example.com' }),
    ]);
  });

  test('can be destroyed where protection is off, but only when it is empty', () => {
    expect(only(bucket({ deletionProtection: false }), TYPE)).toMatchObject({
      lifecycle: { prevent_destroy: false },
      force_destroy: false,
    });
  });

  test.each(['ab', 'Uploads', 'a.b.c', '-uploads', 'uploads-', 'googuploads', 'my-g00gle', 'a'.repeat(64)])(
    'refuses the name %p',
    (name) => {
      expect(() => bucket({ name })).toThrow(
        `test/bucket: 'name' must be from 3 to 63 lower-case letters, digits, dashes and underscores, without google in it, got '${name}'`,
      );
    },
  );

  test('refuses to be open to everyone', () => {
    expect(() => bucket({ readers: ['allUsers'], writers: ['ci'] })).toThrow(
      /'readers' must not be everyone, got 'allUsers'[^]*'writers' must hold IAM members such as/,
    );
  });

  test('refuses figures that Cloud Storage would, all at once', () => {
    expect(() =>
      bucket({ noncurrentDays: 0, softDeleteDays: 6, retention: { days: 36_525 }, versioning: true }),
    ).toThrow(
      [
        "test/bucket: 'noncurrentDays' must be a whole number of at least 1, got 0",
        "test/bucket: 'softDeleteDays' must be a whole number from 7 to 90, got 6; or 0 for none",
        "test/bucket: 'retention.days' must be a whole number from 1 to 36524, got 36525",
      ].join('\n'),
    );
  });

  test('refuses to keep versions for a time where it keeps none', () => {
    expect(() => bucket({ versioning: false, noncurrentDays: 3 })).toThrow(
      "test/bucket: 'noncurrentDays' must not be given without versioning, got 3",
    );
  });

  test('refuses rules and labels that Google would', () => {
    const lifecycleRules = [{ action: 'Delete', ageDays: 0.5 }] as const;
    expect(() => bucket({ lifecycleRules, labels: { Team: 'a' } })).toThrow(
      /'lifecycleRules.Delete.ageDays' must be a whole number[^]*'labels.Team' must be lower-case/,
    );
  });
});
