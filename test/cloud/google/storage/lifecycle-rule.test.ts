import {
  lifecycleRefusals,
  lifecycleRules,
  type BucketLifecycleRule,
} from '../../../../lib/cloud/google/storage/lifecycle-rule';

const DELETE: BucketLifecycleRule = { action: 'Delete', ageDays: 365, matchesPrefix: ['tmp/', 'cache/', 'tmp/'] };
const ARCHIVE: BucketLifecycleRule = { action: 'SetStorageClass', storageClass: 'ARCHIVE', ageDays: 90 };

describe('lifecycleRules', () => {
  test('give up unfinished uploads, and noncurrent versions where there are any', () => {
    const uploads = { action: { type: 'AbortIncompleteMultipartUpload' }, condition: { age: 7 } };
    expect(lifecycleRules([], undefined)).toEqual([uploads]);
    expect(lifecycleRules([], 30)).toEqual([
      uploads,
      { action: { type: 'Delete' }, condition: { daysSinceNoncurrentTime: 30, withState: 'ARCHIVED' } },
    ]);
  });

  test('apply to live objects of the names given', () => {
    expect(lifecycleRules([DELETE, ARCHIVE], undefined).slice(1)).toEqual([
      { action: { type: 'Delete' }, condition: { age: 365, matchesPrefix: ['cache/', 'tmp/'], withState: 'LIVE' } },
      { action: { type: 'SetStorageClass', storageClass: 'ARCHIVE' }, condition: { age: 90, withState: 'LIVE' } },
    ]);
  });

  test('can look at the endings of names', () => {
    expect(lifecycleRules([{ ...DELETE, matchesSuffix: ['.tmp'] }], undefined)[1]?.condition).toMatchObject({
      matchesSuffix: ['.tmp'],
    });
  });

  test('come in an order that does not depend on theirs', () => {
    expect(lifecycleRules([ARCHIVE, DELETE], 30)).toEqual(lifecycleRules([DELETE, ARCHIVE], 30));
  });
});

describe('lifecycleRefusals', () => {
  test('accept as many rules as Cloud Storage takes, and refuse one more', () => {
    const rules = (count: number) => Array.from({ length: count }, () => DELETE);
    expect(lifecycleRefusals(rules(98)).filter(Boolean)).toEqual([]);
    expect(lifecycleRefusals(rules(99)).filter(Boolean)).toEqual([
      {
        property: 'lifecycleRules',
        rule: 'must be at most 98, since every bucket has two of its own',
        got: 99,
      },
    ]);
  });

  test('refuse an age that is none', () => {
    expect(lifecycleRefusals([{ action: 'Delete', ageDays: 0 }]).filter(Boolean)).toEqual([
      { property: 'lifecycleRules.Delete.ageDays', rule: 'must be a whole number of at least 1', got: 0 },
    ]);
  });
});
