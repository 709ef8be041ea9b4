import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Bucket, type BucketProps } from '../../../../lib/cloud/aws/storage/bucket';
import { accessLogStatement } from '../../../../lib/cloud/aws/storage/bucket-statements';
import { build, key, type Output, PLACE, statements, synth } from '../harness';

const props: BucketProps = { ...PLACE, bucketName: 'funlynk-uploads' };
const kmsKeyArn = 'arn:aws:kms:eu-west-1:111122223333:key/00000000-1111-2222-3333-444444444444';
const replicateTo = { bucketArn: 'arn:aws:s3:::copy', kmsKeyArn, region: 'eu-west-1' };
const plain = synth((stack) => new Bucket(stack, 'bucket', props));
/** Every resource that a bucket can come with, and a provider that is not the stack's own. */
const full = synth((stack) => {
  const provider = new AwsProvider(stack, 'other', { region: PLACE.region, alias: 'other' });
  const logs = new Bucket(stack, 'logs', {
    ...{ ...PLACE, provider, bucketName: 'funlynk-logs' },
    statements: [accessLogStatement(PLACE.account, 'funlynk-logs', ['funlynk-uploads'])],
  });
  new Bucket(stack, 'bucket', {
    ...{ ...props, provider, replicateTo },
    kmsKey: key(stack),
    objectLock: { mode: 'COMPLIANCE', days: 30 },
    accessLogs: { bucket: logs },
    eventBridge: true,
    deletionProtection: false,
  });
});
const types = (output: Output) =>
  Object.keys((JSON.parse(output.text) as { readonly resource: Readonly<Record<string, unknown>> }).resource).sort();
const refusing = (more: Partial<BucketProps>) => build((stack) => new Bucket(stack, 'bucket', { ...props, ...more }));

describe('Bucket', () => {
  test('can neither be opened to the public nor by an ACL', () => {
    expect(plain.one('aws_s3_bucket_public_access_block')).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(plain.one('aws_s3_bucket_ownership_controls').rule).toEqual({ object_ownership: 'BucketOwnerEnforced' });
  });

  test('answers over TLS alone', () => {
    expect(statements(plain.one('aws_s3_bucket_policy').policy).map(({ Sid }) => Sid)).toEqual([
      'DenyInsecureTransport',
    ]);
  });

  test('keeps versions, and is not destroyed with what is in it', () => {
    expect(plain.one('aws_s3_bucket_versioning').versioning_configuration).toEqual({ status: 'Enabled' });
    expect(plain.one('aws_s3_bucket')).toMatchObject({ force_destroy: false, lifecycle: { prevent_destroy: true } });
  });

  test("is encrypted with S3's own key, or with one of its own by few requests", () => {
    expect(plain.one('aws_s3_bucket_server_side_encryption_configuration').rule).toEqual([
      { apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' } },
    ]);
    expect(full.one('aws_s3_bucket_server_side_encryption_configuration', 'bucket').rule).toEqual([
      {
        apply_server_side_encryption_by_default: {
          kms_master_key_id: '${aws_kms_key.key_FEDD6EC0.arn}',
          sse_algorithm: 'aws:kms',
        },
        bucket_key_enabled: true,
      },
    ]);
  });

  test('makes no more than was asked for', () => {
    expect(types(plain)).toEqual([
      'aws_s3_bucket',
      'aws_s3_bucket_lifecycle_configuration',
      'aws_s3_bucket_ownership_controls',
      'aws_s3_bucket_policy',
      'aws_s3_bucket_public_access_block',
      'aws_s3_bucket_server_side_encryption_configuration',
      'aws_s3_bucket_versioning',
    ]);
  });

  test('locks versions where told to', () => {
    expect(full.one('aws_s3_bucket', 'bucket').object_lock_enabled).toBe(true);
    expect(full.one('aws_s3_bucket_object_lock_configuration').rule).toEqual({
      default_retention: { days: 30, mode: 'COMPLIANCE' },
    });
    expect(plain.one('aws_s3_bucket').object_lock_enabled).toBeUndefined();
  });

  test('copies versions where told to, once it keeps them', () => {
    expect(full.one('aws_s3_bucket_replication_configuration').depends_on).toContainEqual(
      expect.stringContaining('aws_s3_bucket_versioning.bucket_'),
    );
  });

  test('logs who asked for what once the other bucket takes it', () => {
    const logging = full.one('aws_s3_bucket_logging');
    expect(logging).toMatchObject({ target_bucket: 'funlynk-logs', target_prefix: 'funlynk-uploads/' });
    expect(logging.depends_on).toContainEqual(expect.stringContaining('aws_s3_bucket_policy.logs_'));
  });

  test('tells EventBridge where told to, and not otherwise', () => {
    expect(full.one('aws_s3_bucket_notification').eventbridge).toBe(true);
    const quiet = synth((stack) => new Bucket(stack, 'bucket', { ...props, eventBridge: false }));
    expect(quiet.all('aws_s3_bucket_notification')).toEqual({});
  });

  test('can be destroyed where it is not protected', () => {
    expect(full.one('aws_s3_bucket', 'bucket').lifecycle).toEqual({ prevent_destroy: false });
  });

  test('makes everything with the provider given', () => {
    for (const type of types(full).filter((name) => name.startsWith('aws_s3') || name.startsWith('aws_iam'))) {
      for (const block of Object.values(full.all(type))) expect(block.provider).toBe('aws.other');
    }
  });

  test('tells its name and its key, and an ARN that waits for its versions', () => {
    let told: readonly unknown[] = [];
    const output = synth((stack) => {
      const kmsKey = key(stack);
      const copy = new Bucket(stack, 'copy', { ...props, kmsKey, bucketName: 'funlynk-copy' });
      told = [copy.bucketName, copy.kmsKeyArn === kmsKey.arn];
      new Bucket(stack, 'bucket', { ...props, replicateTo: { ...replicateTo, bucketArn: copy.arn } });
    });
    expect(told).toEqual(['funlynk-copy', true]);
    expect(JSON.stringify(output.one('aws_s3_bucket_replication_configuration').rule)).toMatch(
      /"bucket":"arn:aws:s3:::\$\{aws_s3_bucket_versioning\.copy_Versioning_\w+\.id\}"/,
    );
  });

  test('says all that is wrong with it at once', () => {
    const objectLock = { mode: 'COMPLIANCE', days: 0 } as const;
    expect(refusing({ bucketName: 'Uploads', noncurrentDays: 0, readers: ['*'], objectLock })).toThrow(
      "stack/bucket: 'bucketName' must be from 3 to 63 lower-case letters, digits and dashes, without the beginnings and ends that S3 keeps, got 'Uploads'\n" +
        "stack/bucket: 'noncurrentDays' must be a whole number of at least 1, got 0\n" +
        "stack/bucket: 'objectLock.days' must be a whole number from 1 to 36500, got 0\n" +
        "stack/bucket: 'readers' must be the number of an account, or the ARN of a role or a user in one, got '*'",
    );
  });
});
