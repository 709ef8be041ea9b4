import { StorageBucket, type StorageBucketRetentionPolicy } from '@cdktf/provider-google/lib/storage-bucket';
import { StorageBucketIamMember } from '@cdktf/provider-google/lib/storage-bucket-iam-member';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { memberRefusal } from '../iam-member';
import type { IKmsKey } from '../keys/kms-key';
import { labelRefusals } from '../resource-labels';
import { lifecycleRefusals, lifecycleRules, type BucketLifecycleRule, type StorageClass } from './lifecycle-rule';

const SECONDS_PER_DAY = 86_400;
const DEFAULT_NONCURRENT_DAYS = 30;
const DEFAULT_SOFT_DELETE_DAYS = 7;
/** https://cloud.google.com/storage/docs/soft-delete */
const SOFT_DELETE_DAYS = { min: 7, max: 90 };
/** 3,155,760,000 seconds, which Cloud Storage calls a hundred years: https://cloud.google.com/storage/docs/bucket-lock */
const RETENTION_DAYS = { min: 1, max: 36_524 };

/** For how long objects can be neither deleted nor replaced. */
export interface BucketRetention {
  /** Days since an object was written, from 1 to 36524. */
  readonly days: number;
  /**
   * Whether nobody can ever shorten or lift the retention again, nor delete the bucket before its last object may go.
   * It cannot be undone.
   *
   * @default false
   */
  readonly locked?: boolean;
}

/** Properties for `Bucket`. */
export interface BucketProps {
  /** Project id. */
  readonly project: string;
  /** Region, or two of them or a continent, such as `EUR4` or `EU`. A change replaces the bucket. */
  readonly location: string;
  /** Name of the bucket, unique in the world: see `bucketName`. A change replaces the bucket. */
  readonly name: string;
  /**
   * Class of objects that do not ask for another.
   *
   * @default 'STANDARD'
   */
  readonly storageClass?: StorageClass;
  /**
   * Key that objects are encrypted with; one of the bucket's own location, which `storage` may use.
   *
   * @default - Google's own key
   */
  readonly kmsKey?: IKmsKey;
  /**
   * Whether an object that is replaced or deleted stays as a noncurrent version.
   *
   * @default true, unless there is a retention, under which objects are not replaced
   */
  readonly versioning?: boolean;
  /**
   * Days after which a noncurrent version is deleted; only with versioning.
   *
   * @default 30
   */
  readonly noncurrentDays?: number;
  /**
   * Days during which what was deleted for good can be restored, from 7 to 90; 0 for not at all.
   *
   * @default 7
   */
  readonly softDeleteDays?: number;
  /**
   * Deletes objects, or moves them to a cheaper class, as they grow old.
   *
   * @default - none
   */
  readonly lifecycleRules?: readonly BucketLifecycleRule[];
  /**
   * Keeps objects from being deleted or replaced for a time, whoever asks.
   *
   * @default - none
   */
  readonly retention?: BucketRetention;
  /**
   * IAM members that may list and read objects, such as `group:analysts@example.com`.
   *
   * @default - none
   */
  readonly readers?: readonly string[];
  /**
   * IAM members that may list, read, create, replace and delete objects.
   *
   * @default - none
   */
  readonly writers?: readonly string[];
  /**
   * Labels of the bucket.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Whether Terraform refuses to destroy the bucket. Without protection it destroys an empty one only.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * A bucket that nobody can open to the public: access is granted on the bucket and never on single objects. What is
 * deleted or replaced by mistake can be brought back.
 */
export class Bucket extends Construct {
  /** Name of the bucket. */
  public readonly bucketName: string;

  constructor(scope: Construct, id: string, props: BucketProps) {
    super(scope, id);

    const { project, location, name, retention, readers = [], writers = [], lifecycleRules: rules = [] } = props;
    const versioning = props.versioning ?? retention === undefined;
    const noncurrentDays = props.noncurrentDays ?? DEFAULT_NONCURRENT_DAYS;
    const softDeleteDays = props.softDeleteDays ?? DEFAULT_SOFT_DELETE_DAYS;
    refuse(this.node.path, [
      nameRefusal(name),
      ...versionRefusals(versioning, props.noncurrentDays),
      softDeleteDays === 0 ? undefined : softDeleteRefusal(softDeleteDays),
      ...lifecycleRefusals(rules),
      retention === undefined ? undefined : wholeNumberRefusal('retention.days', retention.days, RETENTION_DAYS),
      ...readers.map((member) => memberRefusal('readers', member)),
      ...writers.map((member) => memberRefusal('writers', member)),
      ...labelRefusals('labels', props.labels),
    ]);

    this.bucketName = name;
    const bucket = new StorageBucket(this, 'Resource', {
      project,
      location,
      name,
      storageClass: props.storageClass ?? 'STANDARD',
      uniformBucketLevelAccess: true,
      publicAccessPrevention: 'enforced',
      encryption: props.kmsKey === undefined ? undefined : { defaultKmsKeyName: props.kmsKey.id },
      versioning: { enabled: versioning },
      softDeletePolicy: { retentionDurationSeconds: softDeleteDays * SECONDS_PER_DAY },
      lifecycleRule: lifecycleRules(rules, versioning ? noncurrentDays : undefined),
      retentionPolicy: retentionPolicy(retention),
      labels: props.labels,
      forceDestroy: false,
      dependsOn: [...(props.kmsKey?.grants ?? [])],
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    for (const member of new Set(readers)) this.grant(bucket, 'objectViewer', member);
    for (const member of new Set(writers)) this.grant(bucket, 'objectUser', member);
  }

  private grant(bucket: StorageBucket, role: 'objectViewer' | 'objectUser', member: string): void {
    new StorageBucketIamMember(this, `${role}-${member}`, {
      bucket: bucket.name,
      role: `roles/storage.${role}`,
      member,
    });
  }
}

function retentionPolicy(retention: BucketRetention | undefined): StorageBucketRetentionPolicy | undefined {
  if (retention === undefined) return undefined;
  return { retentionPeriod: retention.days * SECONDS_PER_DAY, isLocked: retention.locked ?? false };
}

/** Names with dots are those of domains, which somebody has to prove to own. https://cloud.google.com/storage/docs/buckets#naming */
function nameRefusal(name: string): Refusal | undefined {
  if (Token.isUnresolved(name)) return undefined;
  const reserved = name.startsWith('goog') || /g[o0]{2}g[l1]e/.test(name);
  if (/^[a-z0-9][a-z0-9_-]{1,61}[a-z0-9]$/.test(name) && !reserved) return undefined;
  return {
    property: 'name',
    rule: 'must be from 3 to 63 lower-case letters, digits, dashes and underscores, without google in it',
    got: name,
  };
}

function versionRefusals(versioning: boolean, noncurrentDays: number | undefined): (Refusal | undefined)[] {
  if (noncurrentDays === undefined) return [];
  return [
    versioning
      ? undefined
      : { property: 'noncurrentDays', rule: 'must not be given without versioning', got: noncurrentDays },
    wholeNumberRefusal('noncurrentDays', noncurrentDays, { min: 1 }),
  ];
}

function softDeleteRefusal(softDeleteDays: number): Refusal | undefined {
  const refusal = wholeNumberRefusal('softDeleteDays', softDeleteDays, SOFT_DELETE_DAYS);
  return refusal === undefined ? undefined : { ...refusal, remedy: 'or 0 for none' };
}
