import type { StorageBucketLifecycleRule } from '@cdktf/provider-google/lib/storage-bucket';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';

const ABORT_UPLOADS_DAYS = 7;
/** Cloud Storage takes as many rules on a bucket. https://cloud.google.com/storage/docs/lifecycle */
const MAX_RULES = 100;

/** How objects are paid for: the rarer they are read, the cheaper they lie and the dearer a reading is. */
export type StorageClass = 'STANDARD' | 'NEARLINE' | 'COLDLINE' | 'ARCHIVE';

interface LifecycleCondition {
  /** Days after which the rule applies to an object; versions that are no longer current have `noncurrentDays`. */
  readonly ageDays: number;
  /**
   * Beginnings of the names of the objects it applies to.
   *
   * @default - all objects
   */
  readonly matchesPrefix?: readonly string[];
  /**
   * Endings of the names of the objects it applies to.
   *
   * @default - all objects
   */
  readonly matchesSuffix?: readonly string[];
}

/** Deletes objects when they have come of age. Where versions are kept, they stay as noncurrent ones for a while. */
export interface DeleteRule extends LifecycleCondition {
  readonly action: 'Delete';
}

/** Moves objects to a cheaper class when they have come of age. */
export interface SetStorageClassRule extends LifecycleCondition {
  readonly action: 'SetStorageClass';
  readonly storageClass: Exclude<StorageClass, 'STANDARD'>;
}

/** What becomes of objects as they grow old. */
export type BucketLifecycleRule = DeleteRule | SetStorageClassRule;

/** The rules of a bucket, and those that every bucket has; sorted, since their order means nothing. */
export function lifecycleRules(
  rules: readonly BucketLifecycleRule[],
  noncurrentDays: number | undefined,
): StorageBucketLifecycleRule[] {
  return [
    // Parts of an upload that nobody finished are stored and paid for, but appear in no listing.
    { action: { type: 'AbortIncompleteMultipartUpload' }, condition: { age: ABORT_UPLOADS_DAYS } },
    ...(noncurrentDays === undefined
      ? []
      : [
          {
            action: { type: 'Delete' },
            condition: { daysSinceNoncurrentTime: noncurrentDays, withState: 'ARCHIVED' },
          },
        ]),
    ...rules.map(lifecycleRule).sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b))),
  ];
}

/** Refuses rules that Cloud Storage would. */
export function lifecycleRefusals(rules: readonly BucketLifecycleRule[]): (Refusal | undefined)[] {
  const property = 'lifecycleRules';
  return [
    rules.length + 2 > MAX_RULES
      ? { property, rule: `must be at most ${MAX_RULES - 2}, since every bucket has two of its own`, got: rules.length }
      : undefined,
    ...rules.map(({ action, ageDays }) => wholeNumberRefusal(`${property}.${action}.ageDays`, ageDays, { min: 1 })),
  ];
}

function lifecycleRule(rule: BucketLifecycleRule): StorageBucketLifecycleRule {
  const { action: type, ageDays, matchesPrefix, matchesSuffix } = rule;
  return {
    action: rule.action === 'SetStorageClass' ? { type, storageClass: rule.storageClass } : { type },
    condition: {
      age: ageDays,
      matchesPrefix: sorted(matchesPrefix),
      matchesSuffix: sorted(matchesSuffix),
      // A version that is no longer current is as old as it was, so without this it would go with the live one.
      withState: 'LIVE',
    },
  };
}

function sorted(names: readonly string[] | undefined): string[] | undefined {
  return names === undefined ? undefined : [...new Set(names)].sort();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
