import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { VeleroStorage, type VeleroStorageProps } from '../../../../lib/cloud/aws/backup/velero-storage';
import { build, CLUSTER, PLACE, synth } from '../harness';

const BUCKET = 'funlynk-production-us-east-1-velero-111122223333-us-east-1';
const COPY = 'funlynk-production-us-east-1-velero-111122223333-us-west-2';
const DEFAULTS: VeleroStorageProps = { ...PLACE, cluster: CLUSTER };
const storage = (props: Partial<VeleroStorageProps> = {}) =>
  synth((stack) => new VeleroStorage(stack, 'velero', { ...DEFAULTS, ...props }));
const refused = (props: Partial<VeleroStorageProps>) =>
  build((stack) => new VeleroStorage(stack, 'velero', { ...DEFAULTS, ...props }));

describe('VeleroStorage', () => {
  const made = storage();

  test('is a bucket with versions and a key of its own, which Terraform does not destroy', () => {
    expect(made.one('aws_s3_bucket')).toMatchInlineSnapshot(`
      {
        "bucket": "funlynk-production-us-east-1-velero-111122223333-us-east-1",
        "force_destroy": false,
        "lifecycle": {
          "prevent_destroy": true,
        },
        "object_lock_enabled": true,
      }
    `);
    expect(made.one('aws_s3_bucket_versioning')['versioning_configuration']).toEqual({ status: 'Enabled' });
    expect(made.one('aws_kms_alias')['name']).toBe('alias/funlynk-production-us-east-1-velero');
    expect(JSON.stringify(made.one('aws_s3_bucket_server_side_encryption_configuration'))).toContain('aws:kms');
  });

  test('keeps every version from being deleted for 30 days, and what was deleted for as long', () => {
    expect(made.one('aws_s3_bucket_object_lock_configuration')['rule']).toEqual({
      default_retention: { mode: 'GOVERNANCE', days: 30 },
    });
    expect(JSON.stringify(made.one('aws_s3_bucket_lifecycle_configuration'))).toContain('"noncurrent_days":30');
  });

  test('deletes no backup for its age, since only Velero knows what belongs to which', () => {
    const rules = made.one('aws_s3_bucket_lifecycle_configuration')['rule'];
    expect(JSON.stringify(rules)).not.toMatch(/"expiration":\[\{"days"/);
  });

  test('keeps versions for longer, under a lock that nobody can lift', () => {
    const other = storage({ lockDays: 7, lockMode: 'COMPLIANCE', retentionDays: 14 });
    expect(other.one('aws_s3_bucket_object_lock_configuration')['rule']).toEqual({
      default_retention: { mode: 'COMPLIANCE', days: 7 },
    });
    expect(JSON.stringify(other.one('aws_s3_bucket_lifecycle_configuration'))).toContain('"noncurrent_days":14');
    const locked = storage({ lockDays: 90 }).one('aws_s3_bucket_lifecycle_configuration');
    expect(JSON.stringify(locked)).toContain('"noncurrent_days":90');
  });

  test('copies everything to a bucket of another region, with a lock and a key there', () => {
    const { all, one } = synth((stack) => {
      const provider = new AwsProvider(stack, 'west', { alias: 'west', region: 'us-west-2' });
      const made = new VeleroStorage(stack, 'velero', { ...DEFAULTS, replica: { region: 'us-west-2', provider } });
      expect([made.bucketName, made.replica?.bucketName]).toEqual([BUCKET, COPY]);
      expect(made.replica?.region).toBe('us-west-2');
      expect(made.kmsKeyArn).not.toBe(made.replica?.kmsKeyArn);
    });
    expect(Object.keys(all('aws_s3_bucket_object_lock_configuration'))).toHaveLength(2);
    expect(one('aws_s3_bucket', 'velero_Replica')).toMatchObject({ bucket: COPY, provider: 'aws.west' });
    expect(one('aws_kms_key', 'velero_ReplicaKey')['provider']).toBe('aws.west');
    const replication = one('aws_s3_bucket_replication_configuration');
    expect(replication['bucket']).toBe(BUCKET);
    expect(JSON.stringify(replication['rule'])).toMatch(
      /"bucket":"arn:aws:s3:::\$\{aws_s3_bucket_versioning\.velero_Replica_.*"replica_kms_key_id":"\$\{aws_kms_key\.velero_ReplicaKey_/,
    );
  });

  test('has no copy unless told', () => {
    expect(made.all('aws_s3_bucket_replication_configuration')).toEqual({});
  });

  test.each([true, false])('is protected from being destroyed: %s', (deletionProtection) => {
    expect(storage({ deletionProtection }).one('aws_s3_bucket')['lifecycle']).toEqual({
      prevent_destroy: deletionProtection,
    });
  });

  test('refuses to lock for longer than it keeps, and to copy into the same region', () => {
    const make = build((stack) => {
      const replica = { region: PLACE.region, provider: new AwsProvider(stack, 'aws') };
      new VeleroStorage(stack, 'velero', { ...DEFAULTS, lockDays: 30, retentionDays: 7, replica });
    });
    expect(make).toThrow(
      [
        "stack/velero: 'retentionDays' must be a whole number of at least 30, got 7",
        "stack/velero: 'replica.region' must be another region than that of the bucket, got 'us-east-1'",
      ].join('\n'),
    );
    expect(refused({ lockDays: 0 })).toThrow("'lockDays' must be a whole number from 1 to 36500, got 0");
  });
});
