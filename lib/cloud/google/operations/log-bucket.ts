import { LoggingProjectBucketConfig } from '@cdktf/provider-google/lib/logging-project-bucket-config';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { IKmsKey } from '../keys/kms-key';

const DEFAULT_RETENTION_DAYS = 90;
/** https://cloud.google.com/logging/docs/buckets#create_bucket */
const RETENTION_DAYS = { min: 1, max: 3650 };

/** Names of a bucket. */
export interface LogBucketName {
  /** Project id. */
  readonly project: string;
  /** Region, or `global`. */
  readonly location: string;
  /** Name of the bucket within project and location. */
  readonly bucketId: string;
}

/** A bucket that log entries are routed to, whoever made it. */
export interface ILogBucket extends LogBucketName {
  /** `projects/…/locations/…/buckets/…` */
  readonly id: string;
}

/** Properties for `LogBucket`. */
export interface LogBucketProps extends LogBucketName {
  /** Project id. */
  readonly project: string;
  /** Region, or `global`. A key needs a region, and so does a promise of where data lies. A change replaces the bucket. */
  readonly location: string;
  /** Name of the bucket within project and location. `_Default` is adopted rather than made. */
  readonly bucketId: string;
  /**
   * Days that entries are kept, from 1 to 3650. More than 30 are charged for.
   *
   * @default 90
   */
  readonly retentionDays?: number;
  /**
   * Whether the retention is fixed for ever: a locked bucket can neither be unlocked nor, while it holds entries,
   * deleted. Lock one whose retention has proved right.
   *
   * @default false
   */
  readonly locked?: boolean;
  /**
   * Whether entries can be queried with SQL. It cannot be switched off again.
   *
   * @default false
   */
  readonly enableAnalytics?: boolean;
  /**
   * Key that entries are encrypted with, of the bucket's own region, which Cloud Logging may use: a `LoggingKey`.
   * It can be changed later, but neither added nor taken away.
   *
   * @default - Google's own key
   */
  readonly kmsKey?: IKmsKey;
  /**
   * What the bucket is for.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * Whether Terraform refuses to destroy the bucket with its entries.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** A bucket of Cloud Logging, with a retention of its own. Sinks route entries to it. */
export class LogBucket extends Construct implements ILogBucket {
  /** A bucket that another stack made. */
  public static fromName(name: LogBucketName): ILogBucket {
    return { ...name, id: `projects/${name.project}/locations/${name.location}/buckets/${name.bucketId}` };
  }

  public readonly project: string;
  public readonly location: string;
  public readonly bucketId: string;
  public readonly id: string;

  constructor(scope: Construct, id: string, props: LogBucketProps) {
    super(scope, id);

    const retentionDays = props.retentionDays ?? DEFAULT_RETENTION_DAYS;
    refuse(this.node.path, [
      bucketIdRefusal(props.bucketId),
      wholeNumberRefusal('retentionDays', retentionDays, RETENTION_DAYS),
      props.kmsKey !== undefined && props.location === 'global'
        ? { property: 'location', rule: 'must be a region, since the bucket has a key', got: props.location }
        : undefined,
    ]);

    this.project = props.project;
    this.location = props.location;
    this.bucketId = props.bucketId;
    this.id = new LoggingProjectBucketConfig(this, 'Resource', {
      project: props.project,
      location: props.location,
      bucketId: props.bucketId,
      description: props.description,
      retentionDays,
      locked: props.locked ?? false,
      enableAnalytics: props.enableAnalytics ?? false,
      cmekSettings: props.kmsKey === undefined ? undefined : { kmsKeyName: props.kmsKey.id },
      dependsOn: [...(props.kmsKey?.grants ?? [])],
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    }).id;
  }
}

function bucketIdRefusal(bucketId: string): Refusal | undefined {
  if (Token.isUnresolved(bucketId)) return undefined;
  if (bucketId === '_Required') {
    return {
      property: 'bucketId',
      rule: "must not be '_Required', which Google keeps for 400 days and lets nobody change",
      got: bucketId,
    };
  }
  if (bucketId === '_Default' || /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/.test(bucketId)) return undefined;
  return {
    property: 'bucketId',
    rule: 'must be up to 100 letters, digits, dashes, underscores and dots, beginning with a letter or digit',
    got: bucketId,
  };
}
