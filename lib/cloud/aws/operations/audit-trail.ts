import { Cloudtrail, type CloudtrailAdvancedEventSelector } from '@cdktf/provider-aws/lib/cloudtrail';
import { TerraformResource, Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { KmsKey } from '../keys/kms-key';
import { auditTrailArn, auditTrailBucketName, auditTrailKeyAlias, bucketArn } from '../names';
import { Bucket } from '../storage/bucket';
import { trailBucketStatements, trailKeyStatements } from './audit-trail-statements';

const DEFAULT_RETENTION_DAYS = 400;
const MIN_RETENTION_DAYS = 1;
/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html */
const MAX_BUCKETS = 250;

/** Properties for `AuditTrail`. */
export interface AuditTrailProps extends AwsConstructProps, AwsPlace {
  /** Name of the trail, unique in account and region. A change replaces the trail. */
  readonly trailName: string;
  /**
   * Days that events are kept in the bucket.
   *
   * @default 400 - a year, and a month to look back at it
   */
  readonly retentionDays?: number;
  /**
   * Days since it was written during which nobody can delete a log, whoever they are. It cannot be taken back.
   *
   * @default - logs can be deleted, and come back as versions for 30 days
   */
  readonly lockDays?: number;
  /**
   * ARNs of buckets of which every reading and writing is logged, which is charged for by the event.
   *
   * @default []
   */
  readonly dataEventBuckets?: readonly string[];
  /**
   * Whether what is done with keys is logged, which most events are: each use of one, and changes of keys with them.
   *
   * @default true
   */
  readonly includeKeyEvents?: boolean;
  /**
   * Whether Terraform refuses to destroy the trail and its bucket.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * What anybody did in the account, in all regions, kept in a bucket with a key of its own. There is one in an account;
 * a second one is charged for by the event.
 *
 * Throws a `ConstructError` where CloudTrail would refuse the trail.
 */
export class AuditTrail extends Construct {
  /** ARN of the trail, known at synthesis. */
  public readonly arn: string;
  /** Name of the bucket that logs lie in, known at synthesis. */
  public readonly bucketName: string;
  /** Key that logs are encrypted with; whoever reads them needs `kms:Decrypt`. */
  public readonly kmsKeyArn: string;

  constructor(scope: Construct, id: string, props: AuditTrailProps) {
    super(scope, id);
    const { provider, account, region, trailName, lockDays, deletionProtection } = props;
    const retentionDays = props.retentionDays ?? DEFAULT_RETENTION_DAYS;
    refuse(this.node.path, refusals(props, retentionDays));

    const place = { account, region };
    const bucketName = auditTrailBucketName(place, trailName);
    const kmsKey = new KmsKey(this, 'Key', {
      ...{ provider, account, region },
      alias: auditTrailKeyAlias(trailName),
      description: `Logs of the trail ${trailName}`,
      statements: trailKeyStatements(place, trailName),
    });
    const bucket = new Bucket(this, 'Bucket', {
      ...{ provider, account, region, bucketName, kmsKey, deletionProtection },
      lifecycleRules: [{ action: 'Expiration', days: retentionDays }],
      objectLock: lockDays === undefined ? undefined : { mode: 'COMPLIANCE', days: lockDays },
      statements: trailBucketStatements(place, trailName, bucketName),
    });
    new Cloudtrail(this, 'Resource', {
      provider,
      name: trailName,
      s3BucketName: bucketName,
      kmsKeyId: kmsKey.arn,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      enableLogging: true,
      advancedEventSelector: eventSelectors(props),
      // CloudTrail tries to write as soon as it is told of the bucket, and the policy has to let it by then.
      dependsOn: bucket.node.findAll().filter((child) => TerraformResource.isTerraformResource(child)),
      lifecycle: { preventDestroy: deletionProtection ?? true },
    });

    this.arn = auditTrailArn(place, trailName);
    this.bucketName = bucketName;
    this.kmsKeyArn = kmsKey.arn;
  }
}

/** What is logged: management events, and where asked for those of objects. */
function eventSelectors({
  includeKeyEvents = true,
  dataEventBuckets = [],
}: AuditTrailProps): CloudtrailAdvancedEventSelector[] {
  const management: CloudtrailAdvancedEventSelector = {
    name: 'Management events',
    fieldSelector: [
      { field: 'eventCategory', equalTo: ['Management'] },
      ...(includeKeyEvents ? [] : [{ field: 'eventSource', notEquals: ['kms.amazonaws.com'] }]),
    ],
  };
  if (dataEventBuckets.length === 0) return [management];
  const objects: CloudtrailAdvancedEventSelector = {
    name: 'Objects of buckets',
    fieldSelector: [
      { field: 'eventCategory', equalTo: ['Data'] },
      { field: 'resources.type', equalTo: ['AWS::S3::Object'] },
      { field: 'resources.ARN', startsWith: [...new Set(dataEventBuckets)].sort().map((arn) => `${arn}/`) },
    ],
  };
  return [management, objects];
}

function refusals(props: AuditTrailProps, retentionDays: number): (Refusal | undefined)[] {
  const { account, region, trailName, lockDays, dataEventBuckets = [] } = props;
  const own = bucketArn(auditTrailBucketName({ account, region }, trailName));
  return [
    Token.isUnresolved(trailName) || /^(?=.{3,128}$)[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/.test(trailName)
      ? undefined
      : {
          property: 'trailName',
          rule: 'must be from 3 to 128 letters, digits, and single dots, dashes and underscores between them',
          got: trailName,
        },
    wholeNumberRefusal('retentionDays', retentionDays, { min: lockDays ?? MIN_RETENTION_DAYS }),
    lockDays === undefined ? undefined : wholeNumberRefusal('lockDays', lockDays, { min: 1 }),
    dataEventBuckets.length > MAX_BUCKETS
      ? { property: 'dataEventBuckets', rule: `must be at most ${MAX_BUCKETS}`, got: dataEventBuckets.length }
      : undefined,
    ...dataEventBuckets.map((arn) => dataBucketRefusal(arn, own)),
  ];
}

/** Logging what CloudTrail itself writes would go round in a circle. */
function dataBucketRefusal(arn: string, own: string): Refusal | undefined {
  const property = 'dataEventBuckets';
  if (arn === own) return { property, rule: "must not hold the trail's own bucket", got: arn };
  if (Token.isUnresolved(arn) || /^arn:aws:s3:::[a-z0-9][a-z0-9.-]+$/.test(arn)) return undefined;
  return { property, rule: 'must hold ARNs of buckets, without objects', got: arn };
}
