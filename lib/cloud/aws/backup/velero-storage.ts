import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { KmsKey } from '../keys/kms-key';
import { veleroBucketName, veleroKeyAlias } from '../names';
import { Bucket } from '../storage/bucket';

const DEFAULT_LOCK_DAYS = 30;
/** A hundred years. https://docs.aws.amazon.com/AmazonS3/latest/API/API_DefaultRetention.html */
const LOCK_DAYS = { min: 1, max: 36_500 };

/** A second bucket, in another region, that every backup is copied to. */
export interface VeleroReplica {
  /** Region of the copy. A change replaces it. */
  readonly region: string;
  /** Provider of that region. */
  readonly provider: TerraformProvider;
}

/** A bucket that backups lie in. */
export interface VeleroBucket {
  readonly region: string;
  /** Name of the bucket, known at synthesis. */
  readonly bucketName: string;
  /** ARN of the bucket; whoever uses it waits for the bucket and its versions. */
  readonly bucketArn: string;
  /** Key that backups are encrypted with; whoever uses it waits for it. */
  readonly kmsKeyArn: string;
}

/** Properties for `VeleroStorage`. */
export interface VeleroStorageProps extends AwsConstructProps, AwsPlace {
  /** Cluster whose backups are kept. */
  readonly cluster: { readonly clusterName: string };
  /**
   * Days since it was written during which no version of an object can be deleted, from 1 to 36500.
   *
   * @default 30
   */
  readonly lockDays?: number;
  /**
   * Whether those whom IAM allows it may lift the lock (`GOVERNANCE`), or nobody at all, the root user included, before
   * the time is over (`COMPLIANCE`).
   *
   * @default 'GOVERNANCE'
   */
  readonly lockMode?: 'COMPLIANCE' | 'GOVERNANCE';
  /**
   * Days that what Velero deleted or replaced can still be brought back. How long Velero itself keeps a backup is its
   * own setting (`ttl`).
   *
   * @default - as long as the lock
   */
  readonly retentionDays?: number;
  /**
   * Copies everything to a bucket in another region, which survives the loss of this one.
   *
   * @default - no copy
   */
  readonly replica?: VeleroReplica;
  /**
   * Whether Terraform refuses to destroy the buckets. Without protection it destroys empty ones only.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * Where Velero keeps the backups of a cluster: a bucket with versions, a lock and a key of its own, and where asked for
 * the same again in a second region.
 *
 * Nothing is deleted for its age. Backups share files with one another, and only Velero knows when the last one that
 * needs a file is gone.
 *
 * Throws a `ConstructError` where the lock outlasts the retention, or the copy is in the same region.
 */
export class VeleroStorage extends Construct {
  /** Name of the bucket, known at synthesis. */
  public readonly bucketName: string;
  /** ARN of the bucket; whoever uses it waits for the bucket and its versions. */
  public readonly bucketArn: string;
  /** Key that backups are encrypted with; whoever uses it waits for it. */
  public readonly kmsKeyArn: string;
  /** The copy, where there is one. */
  public readonly replica?: VeleroBucket;

  constructor(scope: Construct, id: string, props: VeleroStorageProps) {
    super(scope, id);
    const { provider, account, region, replica } = props;
    const lockDays = props.lockDays ?? DEFAULT_LOCK_DAYS;
    refuse(this.node.path, refusals(props, lockDays));

    const settings = { ...props, lockDays, retentionDays: props.retentionDays ?? lockDays };
    const copy =
      replica === undefined ? undefined : this.addBucket('Replica', { account, ...replica }, settings, undefined);
    const bucket = this.addBucket('Resource', { account, region, provider }, settings, copy);

    this.bucketName = bucket.bucketName;
    this.bucketArn = bucket.bucketArn;
    this.kmsKeyArn = bucket.kmsKeyArn;
    this.replica = copy;
  }

  /** A bucket and its key; the copy comes first, since the original names it. */
  private addBucket(
    id: 'Replica' | 'Resource',
    place: AwsPlace & AwsConstructProps,
    settings: VeleroStorageProps & { readonly lockDays: number; readonly retentionDays: number },
    replicateTo: VeleroBucket | undefined,
  ): VeleroBucket {
    const { account, region, provider } = place;
    const { clusterName } = settings.cluster;
    const { lockMode = 'GOVERNANCE', lockDays, retentionDays, deletionProtection } = settings;
    const name = veleroBucketName(place, clusterName);
    const kmsKey = new KmsKey(this, `${id}Key`, {
      ...{ provider, account, region },
      alias: veleroKeyAlias(clusterName),
      description: `Backups of ${clusterName}`,
    });
    const bucket = new Bucket(this, id, {
      ...{ provider, account, region, kmsKey, deletionProtection, replicateTo },
      bucketName: name,
      objectLock: { mode: lockMode, days: lockDays },
      noncurrentDays: retentionDays,
    });
    return { region, bucketName: name, bucketArn: bucket.arn, kmsKeyArn: kmsKey.arn };
  }
}

function refusals(props: VeleroStorageProps, lockDays: number): (Refusal | undefined)[] {
  const { region, replica, retentionDays } = props;
  return [
    wholeNumberRefusal('lockDays', lockDays, LOCK_DAYS),
    retentionDays === undefined ? undefined : wholeNumberRefusal('retentionDays', retentionDays, { min: lockDays }),
    replica?.region === region
      ? { property: 'replica.region', rule: 'must be another region than that of the bucket', got: replica.region }
      : undefined,
  ];
}
