import { S3BucketReplicationConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-replication-configuration';
import { type ITerraformDependable, Token } from 'cdktf';
import { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { IamRole } from '../iam/iam-role';
import type { PolicyStatement } from '../iam/policy-document';
import { bucketArn, replicationRoleName } from '../names';
import type { StorageClass } from './lifecycle-rule';

const BUCKET_ARN = /^arn:aws:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const KEY_ARN = /^arn:aws:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/;

/** Where S3 copies every new version of an object to. */
export interface BucketReplica {
  /** ARN of a bucket with versions, of the same account. */
  readonly bucketArn: string;
  /** ARN of the key that copies are encrypted with, in the region of the copy. */
  readonly kmsKeyArn: string;
  /** Region of the copy. */
  readonly region: string;
  /**
   * Class of the copies.
   *
   * @default - that of the object
   */
  readonly storageClass?: StorageClass;
}

/** Properties for `BucketReplication`. */
export interface BucketReplicationProps extends AwsConstructProps, AwsPlace {
  /** Name of the bucket that is copied. */
  readonly bucketName: string;
  /**
   * Key that the originals are encrypted with.
   *
   * @default - a key of S3's own
   */
  readonly kmsKeyArn?: string;
  readonly replicateTo: BucketReplica;
  /** What has to be there first: S3 copies versions alone. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/** Copies each new version of each object to another bucket, and the role in which S3 does so. */
export class BucketReplication extends Construct {
  constructor(scope: Construct, id: string, props: BucketReplicationProps) {
    super(scope, id);
    const { provider, account, bucketName, replicateTo, dependsOn } = props;

    const role = new IamRole(this, 'Role', {
      provider,
      roleName: replicationRoleName(bucketName),
      description: `Copies of ${bucketName}`,
      trust: {
        sid: 'Replication',
        principal: { service: 's3.amazonaws.com' },
        actions: ['sts:AssumeRole'],
        conditions: {
          ArnEquals: { 'aws:SourceArn': [bucketArn(bucketName)] },
          StringEquals: { 'aws:SourceAccount': [account] },
        },
      },
      statements: replicationStatements(props),
    });
    new S3BucketReplicationConfigurationA(this, 'Resource', {
      provider,
      bucket: bucketName,
      role: role.arn,
      rule: [
        {
          id: 'everything',
          status: 'Enabled',
          priority: 0,
          filter: { prefix: '' },
          deleteMarkerReplication: { status: 'Enabled' },
          sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } },
          destination: {
            bucket: replicateTo.bucketArn,
            storageClass: replicateTo.storageClass,
            encryptionConfiguration: { replicaKmsKeyId: replicateTo.kmsKeyArn },
          },
        },
      ],
      dependsOn: [...dependsOn, ...role.grants],
    });
  }
}

/** Refuses a copy to nowhere, and one onto itself. */
export function replicaRefusals(bucketName: string, replica: BucketReplica | undefined): (Refusal | undefined)[] {
  if (replica === undefined) return [];
  const { bucketArn: destination, kmsKeyArn } = replica;
  return [
    Token.isUnresolved(destination) || BUCKET_ARN.test(destination)
      ? undefined
      : { property: 'replicateTo.bucketArn', rule: 'must be the ARN of a bucket', got: destination },
    destination === bucketArn(bucketName)
      ? { property: 'replicateTo.bucketArn', rule: 'must be another bucket', got: destination }
      : undefined,
    Token.isUnresolved(kmsKeyArn) || KEY_ARN.test(kmsKeyArn)
      ? undefined
      : { property: 'replicateTo.kmsKeyArn', rule: 'must be the ARN of a key, and not of its alias', got: kmsKeyArn },
  ];
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html */
function replicationStatements(props: BucketReplicationProps): readonly PolicyStatement[] {
  const { bucketName, kmsKeyArn, region, replicateTo } = props;
  const source = bucketArn(bucketName);
  const via = (place: string) => ({ StringEquals: { 'kms:ViaService': [`s3.${place}.amazonaws.com`] } });
  const decrypt = (key: string): PolicyStatement => ({
    sid: 'DecryptOriginals',
    actions: ['kms:Decrypt'],
    resources: [key],
    conditions: via(region),
  });
  return [
    { sid: 'ReadBucket', actions: ['s3:GetReplicationConfiguration', 's3:ListBucket'], resources: [source] },
    {
      sid: 'ReadVersions',
      actions: [
        's3:GetObjectLegalHold',
        's3:GetObjectRetention',
        's3:GetObjectVersionAcl',
        's3:GetObjectVersionForReplication',
        's3:GetObjectVersionTagging',
      ],
      resources: [`${source}/*`],
      wildcard: 'all objects of the one bucket',
    },
    {
      sid: 'WriteCopies',
      actions: ['s3:ReplicateDelete', 's3:ReplicateObject', 's3:ReplicateTags'],
      resources: [`${replicateTo.bucketArn}/*`],
      wildcard: 'all objects of the one copy',
    },
    ...(kmsKeyArn === undefined ? [] : [decrypt(kmsKeyArn)]),
    {
      sid: 'EncryptCopies',
      actions: ['kms:Encrypt', 'kms:GenerateDataKey'],
      resources: [replicateTo.kmsKeyArn],
      conditions: via(replicateTo.region),
    },
  ];
}
