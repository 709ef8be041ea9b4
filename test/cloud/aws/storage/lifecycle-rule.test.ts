import {
  type BucketLifecycleRule,
  lifecycleRefusals,
  lifecycleRules,
} from '../../../../lib/cloud/aws/storage/lifecycle-rule';

const cool: BucketLifecycleRule = { action: 'Transition', storageClass: 'STANDARD_IA', days: 90 };
const expire: BucketLifecycleRule = { action: 'Expiration', days: 7, prefix: 'tmp/' };
const old: BucketLifecycleRule = { action: 'NoncurrentTransition', storageClass: 'GLACIER_IR', days: 10 };
const refused = (...rules: readonly BucketLifecycleRule[]) =>
  lifecycleRefusals(rules, 30).flatMap((refusal) =>
    refusal === undefined ? [] : [`${refusal.property} ${refusal.rule}`],
  );

describe('lifecycleRules', () => {
  test('give up uploads and delete noncurrent versions in every bucket', () => {
    expect(lifecycleRules([], 30)).toEqual([
      {
        id: 'abort-uploads',
        status: 'Enabled',
        filter: [{ prefix: '' }],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
      },
      {
        id: 'expire-noncurrent',
        status: 'Enabled',
        filter: [{ prefix: '' }],
        noncurrentVersionExpiration: [{ noncurrentDays: 30 }],
        expiration: [{ expiredObjectDeleteMarker: true }],
      },
    ]);
  });

  test('delete and move objects as they grow old, called after what they do', () => {
    expect(lifecycleRules([expire, cool, old], 30).slice(2)).toEqual([
      {
        id: 'Expiration 7d tmp/',
        status: 'Enabled',
        filter: [{ prefix: 'tmp/' }],
        expiration: [{ days: 7 }],
      },
      {
        id: 'NoncurrentTransition GLACIER_IR 10d',
        status: 'Enabled',
        filter: [{ prefix: '' }],
        noncurrentVersionTransition: [{ noncurrentDays: 10, storageClass: 'GLACIER_IR' }],
      },
      {
        id: 'Transition STANDARD_IA 90d',
        status: 'Enabled',
        filter: [{ prefix: '' }],
        transition: [{ days: 90, storageClass: 'STANDARD_IA' }],
      },
    ]);
  });

  test('are the same in whatever order they are given', () => {
    expect(lifecycleRules([cool, expire], 30)).toEqual(lifecycleRules([expire, cool], 30));
  });
});

describe('lifecycleRefusals', () => {
  test('are none for rules that S3 takes', () => {
    expect(refused(cool, expire, old, { ...cool, days: 30 }, { ...expire, days: 1 })).toEqual([]);
  });

  test('keep objects for thirty days before they are read rarely', () => {
    expect(refused({ ...cool, days: 29 }, { ...cool, storageClass: 'ONEZONE_IA', days: 29 })).toEqual([
      'lifecycleRules.Transition.days must be a whole number of at least 30',
      'lifecycleRules.Transition.days must be a whole number of at least 30',
    ]);
  });

  test('move no version that is gone by then', () => {
    expect(refused({ ...old, days: 30 })).toEqual([
      'lifecycleRules.NoncurrentTransition.days must be less than noncurrentDays (30), when versions are deleted',
    ]);
  });

  test('hold each rule once, and no more than S3 takes', () => {
    expect(refused(cool, cool)).toEqual(['lifecycleRules must hold each rule once']);
    const many = Array.from({ length: 999 }, (_, index) => ({ ...expire, prefix: `${index}/` }));
    expect(refused(...many)).toEqual(['lifecycleRules must be at most 998, since every bucket has two of its own']);
  });

  test('take whole days, and beginnings of names that an object can have', () => {
    expect(refused({ ...expire, days: 0.5 }, { ...expire, prefix: 'a'.repeat(1025) })).toEqual([
      'lifecycleRules.Expiration.days must be a whole number of at least 1',
      'lifecycleRules.Expiration.prefix must be at most 1024 bytes',
    ]);
  });
});
