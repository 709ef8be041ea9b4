import { trailBucketStatements, trailKeyStatements } from '../../../../lib/cloud/aws/operations/audit-trail-statements';
import { PLACE } from '../harness';

const TRAIL = 'arn:aws:cloudtrail:us-east-1:111122223333:trail/audit';

describe('what a trail may do', () => {
  test('is to write into its own part of the bucket, for the account', () => {
    const [look, write] = trailBucketStatements(PLACE, 'audit', 'logs');
    expect(look).toMatchObject({ actions: ['s3:GetBucketAcl'], resources: ['arn:aws:s3:::logs'] });
    expect(write).toMatchObject({
      actions: ['s3:PutObject'],
      resources: ['arn:aws:s3:::logs/AWSLogs/111122223333/*'],
      conditions: { StringEquals: { 'aws:SourceArn': [TRAIL], 's3:x-amz-acl': ['bucket-owner-full-control'] } },
    });
  });

  test('is to encrypt logs, and not to decrypt them', () => {
    const statements = trailKeyStatements(PLACE, 'audit');
    expect(statements.flatMap(({ actions }) => actions)).toEqual(['kms:GenerateDataKey', 'kms:DescribeKey']);
    for (const { conditions } of statements) {
      expect(conditions).toMatchObject({ StringEquals: { 'aws:SourceArn': [TRAIL] } });
    }
  });
});
