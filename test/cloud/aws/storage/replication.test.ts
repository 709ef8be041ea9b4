import { Token } from 'cdktf';
import { BucketReplication, replicaRefusals } from '../../../../lib/cloud/aws/storage/replication';
import { PLACE, statements, synth } from '../harness';

const replicateTo = {
  bucketArn: 'arn:aws:s3:::uploads-copy',
  kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/00000000-1111-2222-3333-444444444444',
  region: 'eu-west-1',
};
const kmsKeyArn = 'arn:aws:kms:us-east-1:111122223333:key/55555555-6666-7777-8888-999999999999';
const props = { ...PLACE, bucketName: 'uploads', replicateTo, kmsKeyArn, dependsOn: [] };
const output = synth((stack) => new BucketReplication(stack, 'copy', props));
const role = output.one('aws_iam_role');

describe('BucketReplication', () => {
  test('copies every version, what is encrypted as well, and what is deleted', () => {
    expect(output.one('aws_s3_bucket_replication_configuration')).toMatchSnapshot();
  });

  test('is done in a role that S3 may assume for this bucket alone', () => {
    expect(role.name).toBe('uploads-replication');
    expect(statements(role.assume_role_policy)[0]?.Condition).toEqual({
      ArnEquals: { 'aws:SourceArn': ['arn:aws:s3:::uploads'] },
      StringEquals: { 'aws:SourceAccount': ['111122223333'] },
    });
  });

  test('reads the one bucket with its key, and writes to the other with the other key', () => {
    const policy = statements(output.one('aws_iam_role_policy').policy);
    expect(policy.map(({ Sid, Resource }) => [Sid, Resource])).toEqual([
      ['ReadBucket', ['arn:aws:s3:::uploads']],
      ['ReadVersions', ['arn:aws:s3:::uploads/*']],
      ['WriteCopies', ['arn:aws:s3:::uploads-copy/*']],
      ['DecryptOriginals', [kmsKeyArn]],
      ['EncryptCopies', [replicateTo.kmsKeyArn]],
    ]);
    expect(policy[4]?.Condition).toEqual({ StringEquals: { 'kms:ViaService': ['s3.eu-west-1.amazonaws.com'] } });
  });

  test('needs no key for originals that S3 encrypts with its own', () => {
    const { one } = synth((stack) => new BucketReplication(stack, 'copy', { ...props, kmsKeyArn: undefined }));
    expect(statements(one('aws_iam_role_policy').policy).map(({ Sid }) => Sid)).not.toContain('DecryptOriginals');
  });
});

describe('replicaRefusals', () => {
  const rules = (more: Partial<typeof replicateTo>) =>
    replicaRefusals('uploads', { ...replicateTo, ...more }).flatMap((refusal) =>
      refusal === undefined ? [] : [`${refusal.property} ${refusal.rule}`],
    );

  test('are none without a copy, for one, and for what Terraform alone knows', () => {
    const later = Token.asString({ resolve: () => 'later' });
    expect([replicaRefusals('uploads', undefined), rules({}), rules({ bucketArn: later, kmsKeyArn: later })]).toEqual([
      [],
      [],
      [],
    ]);
  });

  test('take no copy onto itself, no name for a bucket, and no alias for a key', () => {
    expect(rules({ bucketArn: 'arn:aws:s3:::uploads' })).toEqual(['replicateTo.bucketArn must be another bucket']);
    expect(rules({ bucketArn: 'uploads-copy', kmsKeyArn: 'alias/copy' })).toEqual([
      'replicateTo.bucketArn must be the ARN of a bucket',
      'replicateTo.kmsKeyArn must be the ARN of a key, and not of its alias',
    ]);
  });
});
