import type { S3BucketLifecycleConfigurationRule } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';

const ABORT_UPLOADS_DAYS = 7;
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html */
const MAX_RULES = 1000;
const OWN_RULES = 2;
const MAX_PREFIX_BYTES = 1024;
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html */
const MIN_INFREQUENT_DAYS = 30;

/** Classes that objects can be moved to: the rarer they are read, the cheaper they lie and the dearer a reading is. */
export type StorageClass =
  'DEEP_ARCHIVE' | 'GLACIER' | 'GLACIER_IR' | 'INTELLIGENT_TIERING' | 'ONEZONE_IA' | 'STANDARD_IA';

interface LifecycleCondition {
  /** Days since the object was written; for `NoncurrentTransition`, since it was replaced or deleted. */
  readonly days: number;
  /**
   * Beginning of the names of the objects that the rule applies to.
   *
   * @default - all objects
   */
  readonly prefix?: string;
}

/** Deletes objects when they have come of age. They stay as noncurrent versions for a while. */
export interface ExpirationRule extends LifecycleCondition {
  readonly action: 'Expiration';
}

/** Moves objects to a cheaper class when they have come of age. */
export interface TransitionRule extends LifecycleCondition {
  readonly action: 'NoncurrentTransition' | 'Transition';
  readonly storageClass: StorageClass;
}

/** What becomes of objects as they grow old. */
export type BucketLifecycleRule = ExpirationRule | TransitionRule;

/** The rules of a bucket, and those that every bucket has; sorted, since their order means nothing. */
export function lifecycleRules(
  rules: readonly BucketLifecycleRule[],
  noncurrentDays: number,
): S3BucketLifecycleConfigurationRule[] {
  const own = rules.map((rule) => ({
    id: ruleId(rule),
    status: 'Enabled',
    filter: [{ prefix: rule.prefix ?? '' }],
    ...ageing(rule),
  }));
  return [
    {
      // Parts of an upload that nobody finished are stored and paid for, but appear in no listing.
      id: 'abort-uploads',
      status: 'Enabled',
      filter: [{ prefix: '' }],
      abortIncompleteMultipartUpload: [{ daysAfterInitiation: ABORT_UPLOADS_DAYS }],
    },
    {
      id: 'expire-noncurrent',
      status: 'Enabled',
      filter: [{ prefix: '' }],
      noncurrentVersionExpiration: [{ noncurrentDays }],
      // What is left of a deleted object when its last version is gone, and slows listings down.
      expiration: [{ expiredObjectDeleteMarker: true }],
    },
    ...own.sort((a, b) => (a.id < b.id ? -1 : 1)),
  ];
}

/** Refuses rules that S3 would, and rules that would never come to anything. */
export function lifecycleRefusals(
  rules: readonly BucketLifecycleRule[],
  noncurrentDays: number,
): (Refusal | undefined)[] {
  const property = 'lifecycleRules';
  const max = MAX_RULES - OWN_RULES;
  const ids = rules.map(ruleId);
  return [
    rules.length > max
      ? { property, rule: `must be at most ${max}, since every bucket has two of its own`, got: rules.length }
      : undefined,
    ...ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((got) => ({ property, rule: 'must hold each rule once', got })),
    ...rules.flatMap((rule) => ruleRefusals(property, rule, noncurrentDays)),
  ];
}

function ruleRefusals(property: string, rule: BucketLifecycleRule, noncurrentDays: number): (Refusal | undefined)[] {
  const { action, days, prefix = '' } = rule;
  const rarely = action !== 'Expiration' && (rule.storageClass === 'STANDARD_IA' || rule.storageClass === 'ONEZONE_IA');
  return [
    wholeNumberRefusal(`${property}.${action}.days`, days, { min: rarely ? MIN_INFREQUENT_DAYS : 1 }),
    action === 'NoncurrentTransition' && days >= noncurrentDays
      ? {
          property: `${property}.${action}.days`,
          rule: `must be less than noncurrentDays (${noncurrentDays}), when versions are deleted`,
          got: days,
        }
      : undefined,
    Buffer.byteLength(prefix) > MAX_PREFIX_BYTES
      ? { property: `${property}.${action}.prefix`, rule: `must be at most ${MAX_PREFIX_BYTES} bytes`, got: prefix }
      : undefined,
  ];
}

function ageing(rule: BucketLifecycleRule): Partial<S3BucketLifecycleConfigurationRule> {
  const { days } = rule;
  switch (rule.action) {
    case 'Expiration':
      return { expiration: [{ days }] };
    case 'Transition':
      return { transition: [{ days, storageClass: rule.storageClass }] };
    case 'NoncurrentTransition':
      return { noncurrentVersionTransition: [{ noncurrentDays: days, storageClass: rule.storageClass }] };
  }
}

/** Says what the rule does, so that a rule keeps its id when others come and go; S3 takes 255 characters. */
function ruleId(rule: BucketLifecycleRule): string {
  const { action, days, prefix } = rule;
  const to = rule.action === 'Expiration' ? [] : [rule.storageClass];
  return [action, ...to, `${days}d`, ...(prefix === undefined ? [] : [prefix])].join(' ').slice(0, 255);
}
