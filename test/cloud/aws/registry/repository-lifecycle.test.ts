import {
  repositoryLifecyclePolicy,
  repositoryLifecycleRefusals,
  type RepositoryLifecycle,
} from '../../../../lib/cloud/aws/registry/repository-lifecycle';
import { refused } from './refused';

/** What the rules select, in their order. */
function selections(options: RepositoryLifecycle): unknown[] {
  const { rules } = JSON.parse(repositoryLifecyclePolicy(options)) as {
    readonly rules: readonly { readonly selection: unknown }[];
  };
  return rules.map(({ selection }) => selection);
}

describe('the rules of a repository', () => {
  test('keep untagged images for 7 days and the newest 100 tagged ones', () => {
    expect(selections({})).toEqual([
      { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 7 },
      { tagStatus: 'tagged', tagPatternList: ['*'], countType: 'imageCountMoreThan', countNumber: 100 },
    ]);
  });

  test('come after those of its user, which an image belongs to first', () => {
    const lifecycle = [{ action: 'EXPIRE', tagPatterns: ['pr-*'], olderThanDays: 14 }] as const;
    expect(selections({ untaggedDays: 1, taggedImages: 20, lifecycle })).toMatchObject([
      { tagPatternList: ['pr-*'] },
      { tagStatus: 'untagged', countNumber: 1 },
      { tagPatternList: ['*'], countNumber: 20 },
    ]);
  });

  test('leave images with a tag to a rule about every tag', () => {
    expect(selections({ lifecycle: [{ action: 'ARCHIVE', notPulledDays: 90 }] })).toMatchObject([
      { tagStatus: 'tagged', countType: 'sinceImagePulled' },
      { tagStatus: 'untagged' },
    ]);
  });
});

describe('repositoryLifecycleRefusals', () => {
  test('are none for what ECR takes', () => {
    expect(refused(repositoryLifecycleRefusals({ untaggedDays: 1, taggedImages: 1 }))).toEqual([]);
  });

  test('tell of a repository that keeps nothing', () => {
    expect(refused(repositoryLifecycleRefusals({ untaggedDays: 0, taggedImages: 0 }))).toEqual([
      "'untaggedDays' must be a whole number of at least 1, got 0",
      "'taggedImages' must be a whole number of at least 1, got 0",
    ]);
  });

  test('tell of a number that no rule heeds', () => {
    const lifecycle = [{ action: 'ARCHIVE', notPulledDays: 90 }] as const;
    expect(refused(repositoryLifecycleRefusals({ taggedImages: 5, lifecycle }))).toEqual([
      "'taggedImages' must not be given beside a rule about every tag, which leaves it no image, got 5; " +
        'leave it out, or give that rule tagPatterns',
    ]);
  });
});
