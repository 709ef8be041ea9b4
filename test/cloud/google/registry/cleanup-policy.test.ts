import {
  cleanupPolicies,
  cleanupRefusals,
  immutableTagRefusals,
  type CleanupPolicies,
  type CleanupPolicy,
} from '../../../../lib/cloud/google/registry/cleanup-policy';
import { refused } from './refused';

const OWN: CleanupPolicies = { 'keep-newest': { action: 'KEEP', keepCount: 30 } };
const OLD: CleanupPolicy = { action: 'DELETE', olderThanDays: 1 };

function refusedPolicy(policy: CleanupPolicy): string[] {
  return refused(cleanupRefusals({ mine: policy }, OWN));
}

describe('cleanup policies', () => {
  test('are sorted by their names, and so are the beginnings in them', () => {
    const policies = cleanupPolicies({
      old: { action: 'DELETE', olderThanDays: 2, packageNamePrefixes: ['b', 'a', 'b'] },
      newest: { action: 'KEEP', keepCount: 3, packageNamePrefixes: ['tools/'] },
    });
    expect(policies).toEqual([
      { id: 'newest', action: 'KEEP', mostRecentVersions: { keepCount: 3, packageNamePrefixes: ['tools/'] } },
      {
        id: 'old',
        action: 'DELETE',
        condition: { tagState: 'ANY', packageNamePrefixes: ['a', 'b'], olderThan: '172800s' },
      },
    ]);
  });

  test('mean versions with a tag where they name beginnings of tags', () => {
    expect(cleanupPolicies({ releases: { action: 'KEEP', tagPrefixes: ['v'], newerThanDays: 1 } })).toEqual([
      { id: 'releases', action: 'KEEP', condition: { tagState: 'TAGGED', tagPrefixes: ['v'], newerThan: '86400s' } },
    ]);
  });

  test.each<[string, CleanupPolicy]>([
    ['all that is old', OLD],
    ['what is young', { action: 'KEEP', newerThanDays: 7 }],
    ['what has a tag', { action: 'KEEP', tagState: 'TAGGED' }],
    ['a digest', { action: 'KEEP', versionNamePrefixes: ['sha256:1f'] }],
  ])('may be about %s', (_what, policy) => {
    expect(refusedPolicy(policy)).toEqual([]);
  });

  test('refuse to delete at once, or to keep nothing', () => {
    expect(refusedPolicy({ action: 'DELETE', olderThanDays: 0 })).toEqual([
      "'cleanupPolicies.mine.olderThanDays' must be a whole number of at least 1, got 0",
    ]);
    expect(refusedPolicy({ action: 'KEEP', newerThanDays: 0.5 })).toEqual([
      "'cleanupPolicies.mine.newerThanDays' must be a whole number of at least 1, got 0.5",
    ]);
    expect(refusedPolicy({ action: 'KEEP', keepCount: 0 })).toEqual([
      "'cleanupPolicies.mine.keepCount' must be a whole number of at least 1, got 0",
    ]);
  });

  test('refuse to keep everything', () => {
    expect(refusedPolicy({ action: 'KEEP' })).toEqual([
      '\'cleanupPolicies.mine\' must not keep every version, since nothing would be cleaned up, got {"action":"KEEP"}',
    ]);
  });

  test('refuse beginnings that are none', () => {
    expect(refusedPolicy({ ...OLD, tagPrefixes: [] })).toEqual([
      "'cleanupPolicies.mine.tagPrefixes' must name one beginning at least, and none that is empty, got []",
    ]);
    expect(refusedPolicy({ action: 'KEEP', keepCount: 1, packageNamePrefixes: [''] })).toEqual([
      '\'cleanupPolicies.mine.packageNamePrefixes\' must name one beginning at least, and none that is empty, got [""]',
    ]);
  });

  test('refuse beginnings of tags for versions that have none', () => {
    expect(refusedPolicy({ ...OLD, tagState: 'UNTAGGED', tagPrefixes: ['v'] })).toEqual([
      "'cleanupPolicies.mine.tagState' must be 'TAGGED' where there are tagPrefixes, got 'UNTAGGED'",
    ]);
  });

  test('refuse names that the repository uses, and names that Google would refuse', () => {
    expect(refused(cleanupRefusals({ 'keep-newest': OLD, My_policy: OLD }, OWN))).toEqual([
      "'cleanupPolicies' must not hold keep-newest, which the repository has of itself, got 'keep-newest'",
      "'cleanupPolicies (name)' must be up to 63 lower-case letters, digits and dashes, beginning with a letter, got 'My_policy'",
    ]);
  });

  test('are ten at most with those of the repository', () => {
    const policies = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`old-${n}`, OLD]));
    expect(refused(cleanupRefusals(policies(9), OWN))).toEqual([]);
    expect(refused(cleanupRefusals(policies(10), OWN))).toEqual([
      "'cleanupPolicies' must be at most 9 beside the repository's own, got 10",
    ]);
  });

  test('may delete what has no tag, and keep what has one, while tags are immutable', () => {
    const untagged: CleanupPolicy = { ...OLD, tagState: 'UNTAGGED' };
    expect(immutableTagRefusals({ untagged, releases: { action: 'KEEP', tagPrefixes: ['v'] } })).toEqual([]);
    expect(immutableTagRefusals({ old: OLD, tagged: { ...OLD, tagPrefixes: ['pr-'] } })).toHaveLength(2);
  });
});
