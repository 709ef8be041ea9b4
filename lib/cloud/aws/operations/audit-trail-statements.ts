import type { AwsPlace } from '../aws-construct';
import type { PrincipalStatement } from '../iam/policy-document';
import type { ResourceStatement } from '../iam/resource-policy';
import { auditTrailArn, bucketArn } from '../names';

const CLOUD_TRAIL = 'cloudtrail.amazonaws.com';

/**
 * Lets one trail, and no other, write its logs into a bucket.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 */
export function trailBucketStatements(
  place: AwsPlace,
  trailName: string,
  bucket: string,
): readonly ResourceStatement[] {
  const ofTrail = { 'aws:SourceArn': [auditTrailArn(place, trailName)] };
  return [
    {
      sid: 'TrailLooks',
      principal: { service: CLOUD_TRAIL },
      actions: ['s3:GetBucketAcl'],
      resources: [bucketArn(bucket)],
      conditions: { StringEquals: ofTrail },
    },
    {
      sid: 'TrailWrites',
      principal: { service: CLOUD_TRAIL },
      actions: ['s3:PutObject'],
      resources: [`${bucketArn(bucket)}/AWSLogs/${place.account}/*`],
      conditions: { StringEquals: { ...ofTrail, 's3:x-amz-acl': ['bucket-owner-full-control'] } },
    },
  ];
}

/**
 * Lets one trail, and no other, encrypt its logs with a key.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
export function trailKeyStatements(place: AwsPlace, trailName: string): readonly PrincipalStatement[] {
  const trail = auditTrailArn(place, trailName);
  return [
    {
      sid: 'TrailEncrypts',
      principal: { service: CLOUD_TRAIL },
      actions: ['kms:GenerateDataKey'],
      conditions: { StringEquals: { 'aws:SourceArn': [trail], 'kms:EncryptionContext:aws:cloudtrail:arn': [trail] } },
    },
    {
      sid: 'TrailDescribes',
      principal: { service: CLOUD_TRAIL },
      actions: ['kms:DescribeKey'],
      conditions: { StringEquals: { 'aws:SourceArn': [trail] } },
    },
  ];
}
