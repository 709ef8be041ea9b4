import type { PrincipalStatement } from '../iam/policy-document';
import { denyInsecureTransport, type ResourceStatement } from '../iam/resource-policy';
import { bucketArn } from '../names';
import { principalArns } from '../registry/account-principal';

const READ_OBJECTS = ['s3:GetObject', 's3:GetObjectVersion'] as const;
const WRITE_OBJECTS = ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'] as const;

/** Who may use a bucket from outside its account. */
export interface BucketAccess {
  /** Numbers of accounts, or ARNs of roles. */
  readonly readers: readonly string[];
  /** Numbers of accounts, or ARNs of roles. */
  readonly writers: readonly string[];
}

/** What every bucket says, and whom it lets in from other accounts. */
export function bucketStatements(bucketName: string, access: BucketAccess): readonly ResourceStatement[] {
  const bucket = bucketArn(bucketName);
  const objects = `${bucket}/*`;
  const readers = principalArns(access.readers);
  const writers = principalArns(access.writers);
  const lists = [...new Set([...readers, ...writers])].sort();
  return [
    denyInsecureTransport([bucket, objects]),
    ...each('List', lists, ['s3:GetBucketLocation', 's3:ListBucket'], bucket),
    ...each('Read', readers, READ_OBJECTS, objects),
    ...each('Write', writers, WRITE_OBJECTS, objects),
  ];
}

/**
 * Lets readers and writers of other accounts use the key of a bucket, through S3 alone; for the key's own policy. Only a
 * key of one's own can be opened so, not S3's.
 */
export function bucketKeyStatements(region: string, access: Partial<BucketAccess>): readonly PrincipalStatement[] {
  const { readers = [], writers = [] } = access;
  const conditions = { StringEquals: { 'kms:ViaService': [`s3.${region}.amazonaws.com`] } };
  const use = (sid: string, principals: readonly string[], actions: readonly string[]): PrincipalStatement[] =>
    principalArns(principals).map((arn, index) => ({
      sid: `${sid}${index + 1}`,
      principal: { arn },
      ...{ actions, conditions },
    }));
  return [
    ...use('BucketRead', readers, ['kms:Decrypt']),
    ...use('BucketWrite', writers, ['kms:Decrypt', 'kms:GenerateDataKey']),
  ];
}

/** Lets S3 put the access logs of named buckets of one account into a bucket, for its `statements`. */
export function accessLogStatement(
  account: string,
  logBucketName: string,
  sourceBucketNames: readonly string[],
): ResourceStatement {
  return {
    sid: 'AccessLogs',
    principal: { service: 'logging.s3.amazonaws.com' },
    actions: ['s3:PutObject'],
    resources: [`${bucketArn(logBucketName)}/*`],
    conditions: {
      ArnEquals: { 'aws:SourceArn': [...new Set(sourceBucketNames)].sort().map(bucketArn) },
      StringEquals: { 'aws:SourceAccount': [account] },
    },
  };
}

function each(
  sid: string,
  principals: readonly string[],
  actions: readonly string[],
  resource: string,
): readonly ResourceStatement[] {
  return principals.map((arn, index) => ({
    sid: `${sid}${index + 1}`,
    principal: { arn },
    actions,
    resources: [resource],
  }));
}
