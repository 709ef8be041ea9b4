import { accessLogRefusals } from '../../../../lib/cloud/aws/storage/access-logs';

const logs = { bucketName: 'funlynk-logs', arn: 'arn:aws:s3:::funlynk-logs' };

describe('accessLogRefusals', () => {
  test('are none without logs, and for a bucket of logs', () => {
    expect(accessLogRefusals('funlynk-uploads', undefined)).toEqual([]);
    expect(accessLogRefusals('funlynk-uploads', { bucket: logs }).filter(Boolean)).toEqual([]);
  });

  test('take no logs of a bucket into itself', () => {
    expect(accessLogRefusals('funlynk-logs', { bucket: logs })).toContainEqual({
      property: 'accessLogs.bucket',
      rule: 'must be another bucket, since each log would be logged',
      got: 'funlynk-logs',
    });
  });

  test('take no bucket with a key of its own', () => {
    const kmsKeyArn = 'arn:aws:kms:us-east-1:111122223333:key/00000000-1111-2222-3333-444444444444';
    expect(accessLogRefusals('funlynk-uploads', { bucket: { ...logs, kmsKeyArn } })).toContainEqual({
      property: 'accessLogs.bucket',
      rule: "must be encrypted with S3's own key, the only one that access logs take",
      got: 'funlynk-logs',
      remedy: 'make it without kmsKey',
    });
  });
});
