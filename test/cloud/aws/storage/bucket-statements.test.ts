import {
  accessLogStatement,
  bucketKeyStatements,
  bucketStatements,
} from '../../../../lib/cloud/aws/storage/bucket-statements';

const role = 'arn:aws:iam::555566667777:role/importer';

describe('bucketStatements', () => {
  test('deny everything without TLS, and allow nothing by themselves', () => {
    const statements = bucketStatements('uploads', { readers: [], writers: [] });
    expect(statements.map(({ sid, effect, resources }) => ({ sid, effect, resources }))).toEqual([
      { sid: 'DenyInsecureTransport', effect: 'Deny', resources: ['arn:aws:s3:::uploads', 'arn:aws:s3:::uploads/*'] },
    ]);
  });

  test('let others read or write objects, whom an account or a role names', () => {
    const [, ...statements] = bucketStatements('uploads', { readers: ['444455556666'], writers: [role] });
    expect(statements).toEqual([
      ...['arn:aws:iam::444455556666:root', role].map((arn, index) => ({
        sid: `List${index + 1}`,
        principal: { arn },
        actions: ['s3:GetBucketLocation', 's3:ListBucket'],
        resources: ['arn:aws:s3:::uploads'],
      })),
      {
        sid: 'Read1',
        principal: { arn: 'arn:aws:iam::444455556666:root' },
        actions: ['s3:GetObject', 's3:GetObjectVersion'],
        resources: ['arn:aws:s3:::uploads/*'],
      },
      {
        sid: 'Write1',
        principal: { arn: role },
        actions: ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'],
        resources: ['arn:aws:s3:::uploads/*'],
      },
    ]);
  });
});

test('bucketKeyStatements let readers decrypt and writers encrypt, through S3 alone', () => {
  const conditions = { StringEquals: { 'kms:ViaService': ['s3.us-east-1.amazonaws.com'] } };
  expect(bucketKeyStatements('us-east-1', { readers: ['444455556666'], writers: [role] })).toEqual([
    {
      sid: 'BucketRead1',
      principal: { arn: 'arn:aws:iam::444455556666:root' },
      actions: ['kms:Decrypt'],
      conditions,
    },
    { sid: 'BucketWrite1', principal: { arn: role }, actions: ['kms:Decrypt', 'kms:GenerateDataKey'], conditions },
  ]);
});

test('accessLogStatement takes the logs of named buckets of the account alone', () => {
  expect(accessLogStatement('111122223333', 'logs', ['uploads', 'exports', 'uploads'])).toMatchObject({
    principal: { service: 'logging.s3.amazonaws.com' },
    actions: ['s3:PutObject'],
    resources: ['arn:aws:s3:::logs/*'],
    conditions: {
      ArnEquals: { 'aws:SourceArn': ['arn:aws:s3:::exports', 'arn:aws:s3:::uploads'] },
      StringEquals: { 'aws:SourceAccount': ['111122223333'] },
    },
  });
});
