import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketLoggingA } from '@cdktf/provider-aws/lib/s3-bucket-logging';
import { S3BucketNotification } from '@cdktf/provider-aws/lib/s3-bucket-notification';
import { S3BucketObjectLockConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { resourcePolicy, type ResourceStatement } from '../iam/resource-policy';
import type { KmsKey } from '../keys/kms-key';
import { principalRefusals } from '../registry/account-principal';
import { accessLogRefusals, type BucketAccessLogs } from './access-logs';
import { bucketNameRefusal } from './bucket-name';
import type { IBucket } from './bucket-ref';
import { bucketStatements } from './bucket-statements';
import { type BucketLifecycleRule, lifecycleRefusals, lifecycleRules } from './lifecycle-rule';
import { type ObjectLock, objectLockRefusals } from './object-lock';
import { type BucketReplica, BucketReplication, replicaRefusals } from './replication';

const DEFAULT_NONCURRENT_DAYS = 30;

/** Properties for `Bucket`. */
export interface BucketProps extends AwsConstructProps, AwsPlace {
  /** Name of the bucket, unique in the world: see `bucketName`. A change replaces the bucket. */
  readonly bucketName: string;
  /**
   * Key that objects are encrypted with; one of the bucket's own region.
   *
   * @default - a key of S3's own
   */
  readonly kmsKey?: Pick<KmsKey, 'arn'>;
  /**
   * Days that an object which was replaced or deleted stays as a noncurrent version.
   *
   * @default 30
   */
  readonly noncurrentDays?: number;
  /**
   * Deletes objects, or moves them to a cheaper class, as they grow old.
   *
   * @default []
   */
  readonly lifecycleRules?: readonly BucketLifecycleRule[];
  /**
   * Keeps versions from being deleted or overwritten for a time. It can be switched on later, and never off.
   *
   * @default - none
   */
  readonly objectLock?: ObjectLock;
  /**
   * Copies what is written from now on to another bucket; what lies there already is not copied.
   *
   * @default - no copy
   */
  readonly replicateTo?: BucketReplica;
  /**
   * Writes down who asked for what.
   *
   * @default - nobody does; CloudTrail knows of changes to the bucket itself
   */
  readonly accessLogs?: BucketAccessLogs;
  /**
   * Whether EventBridge hears of what is written and deleted.
   *
   * @default false
   */
  readonly eventBridge?: boolean;
  /**
   * Who may list and read objects from outside the account: numbers of accounts, whose own policies then decide, or
   * ARNs of roles. The key has to allow them too: see `bucketKeyStatements`.
   *
   * @default [] - whom the account's own IAM policies allow
   */
  readonly readers?: readonly string[];
  /**
   * Who may list, read, create, replace and delete objects from outside the account.
   *
   * @default [] - whom the account's own IAM policies allow
   */
  readonly writers?: readonly string[];
  /**
   * What else the bucket's policy says, such as that a service of AWS may write logs.
   *
   * @default []
   */
  readonly statements?: readonly ResourceStatement[];
  /**
   * Whether Terraform refuses to destroy the bucket. Without protection it destroys an empty one only.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * A bucket that nobody can open to the public, that answers over TLS alone, and in which mistakes can be undone: what is
 * replaced or deleted stays as a version for a while.
 *
 * Throws a `ConstructError` where S3 would refuse a name, a rule, a lock or a copy.
 */
export class Bucket extends Construct implements IBucket {
  public readonly bucketName: string;
  public readonly arn: string;
  public readonly kmsKeyArn?: string;
  public readonly dependables: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: BucketProps) {
    super(scope, id);
    const { provider, bucketName, objectLock } = props;
    const noncurrentDays = props.noncurrentDays ?? DEFAULT_NONCURRENT_DAYS;
    const rules = props.lifecycleRules ?? [];
    refuse(this.node.path, [
      bucketNameRefusal('bucketName', bucketName),
      wholeNumberRefusal('noncurrentDays', noncurrentDays, { min: 1 }),
      ...lifecycleRefusals(rules, noncurrentDays),
      ...objectLockRefusals(objectLock),
      ...replicaRefusals(bucketName, props.replicateTo),
      ...accessLogRefusals(bucketName, props.accessLogs),
      ...principalRefusals('readers', props.readers),
      ...principalRefusals('writers', props.writers),
    ]);

    const resource = new S3Bucket(this, 'Resource', {
      provider,
      bucket: bucketName,
      objectLockEnabled: objectLock === undefined ? undefined : true,
      forceDestroy: false,
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    const bucket = resource.id;
    const versioning = new S3BucketVersioningA(this, 'Versioning', {
      ...{ provider, bucket },
      versioningConfiguration: { status: 'Enabled' },
    });
    this.bucketName = bucketName;
    this.arn = `arn:aws:s3:::${versioning.id}`;
    this.kmsKeyArn = props.kmsKey?.arn;

    this.dependables = [versioning, this.close(props, bucket)];
    this.encrypt(props, bucket);
    new S3BucketLifecycleConfiguration(this, 'Lifecycle', {
      ...{ provider, bucket },
      rule: lifecycleRules(rules, noncurrentDays),
      dependsOn: [versioning],
    });
    if (objectLock !== undefined) this.lock(props, objectLock, versioning);
    if (props.replicateTo !== undefined) this.replicate(props, props.replicateTo, versioning);
    if (props.accessLogs !== undefined) this.log(props, props.accessLogs, bucket);
    if (props.eventBridge === true) {
      new S3BucketNotification(this, 'Notification', { ...{ provider, bucket }, eventbridge: true });
    }
  }

  /** Nothing public, no ACLs, TLS alone. */
  private close(props: BucketProps, bucket: string): S3BucketPolicy {
    const { provider, bucketName, readers = [], writers = [], statements = [] } = props;
    const block = new S3BucketPublicAccessBlock(this, 'PublicAccessBlock', {
      ...{ provider, bucket },
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new S3BucketOwnershipControls(this, 'Ownership', {
      ...{ provider, bucket },
      rule: { objectOwnership: 'BucketOwnerEnforced' },
      dependsOn: [block],
    });
    return new S3BucketPolicy(this, 'Policy', {
      ...{ provider, bucket },
      policy: resourcePolicy(this.node.path, [...bucketStatements(bucketName, { readers, writers }), ...statements]),
      // S3 refuses two changes of a bucket's access at a time.
      dependsOn: [block],
    });
  }

  private encrypt({ provider, kmsKey }: BucketProps, bucket: string): void {
    new S3BucketServerSideEncryptionConfigurationA(this, 'Encryption', {
      ...{ provider, bucket },
      rule: [
        {
          applyServerSideEncryptionByDefault:
            kmsKey === undefined ? { sseAlgorithm: 'AES256' } : { sseAlgorithm: 'aws:kms', kmsMasterKeyId: kmsKey.arn },
          // One request to KMS for many objects, and not one for each.
          bucketKeyEnabled: kmsKey === undefined ? undefined : true,
        },
      ],
    });
  }

  private lock({ provider }: BucketProps, { mode, days }: ObjectLock, versioning: S3BucketVersioningA): void {
    new S3BucketObjectLockConfigurationA(this, 'ObjectLock', {
      provider,
      bucket: versioning.id,
      rule: { defaultRetention: { mode, days } },
    });
  }

  private replicate(props: BucketProps, replicateTo: BucketReplica, versioning: S3BucketVersioningA): void {
    const { provider, account, region, bucketName, kmsKey } = props;
    new BucketReplication(this, 'Replication', {
      ...{ provider, account, region, bucketName, replicateTo },
      kmsKeyArn: kmsKey?.arn,
      dependsOn: [versioning],
    });
  }

  private log({ provider, bucketName }: BucketProps, logs: BucketAccessLogs, bucket: string): void {
    new S3BucketLoggingA(this, 'AccessLogs', {
      ...{ provider, bucket },
      targetBucket: logs.bucket.bucketName,
      targetPrefix: logs.prefix ?? `${bucketName}/`,
      // Logs of one day then lie together, which is what Athena reads.
      targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: 'EventTime' } },
      dependsOn: [...(logs.bucket.dependables ?? [])],
    });
  }
}
