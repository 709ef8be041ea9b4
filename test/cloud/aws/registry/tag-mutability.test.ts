import { immutableTagRefusals, tagMutability } from '../../../../lib/cloud/aws/registry/tag-mutability';
import { refused } from './refused';

const except = (...tags: string[]) => refused(immutableTagRefusals({ except: tags }));

describe('tagMutability', () => {
  test('lets all tags stay, or none', () => {
    expect(tagMutability(true)).toEqual({ imageTagMutability: 'IMMUTABLE' });
    expect(tagMutability(false)).toEqual({ imageTagMutability: 'MUTABLE' });
  });

  test('lets some tags move, in an order that does not depend on theirs', () => {
    expect(tagMutability({ except: ['pr-*', 'latest', 'pr-*'] })).toEqual({
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilter: [
        { filter: 'latest', filterType: 'WILDCARD' },
        { filter: 'pr-*', filterType: 'WILDCARD' },
      ],
    });
  });
});

describe('immutableTagRefusals', () => {
  test('accept a choice for all, and up to five exceptions', () => {
    expect(refused([...immutableTagRefusals(true), ...immutableTagRefusals(false)])).toEqual([]);
    expect(except('a', 'b', 'c', 'd*', '*e*')).toEqual([]);
  });

  test('refuse no exceptions, and six', () => {
    expect(except()).toEqual(["'immutableTags.except' must name 1 to 5 tags, got []; or make immutableTags true"]);
    expect(except('a', 'b', 'c', 'd', 'e', 'f')).toEqual([expect.stringContaining('must name 1 to 5 tags')]);
  });

  test('refuse an exception for every tag', () => {
    expect(except('*')).toEqual(["'immutableTags.except' must not name every tag, got '*'; make immutableTags false"]);
  });

  test.each(['a*b*c*', 'a b', 'a'.repeat(129)])('refuse the exception %s', (tag) => {
    expect(except(tag)).toEqual([
      `'immutableTags.except' must be tags with 2 wildcards at most, 128 characters, got '${tag}'`,
    ]);
  });
});
