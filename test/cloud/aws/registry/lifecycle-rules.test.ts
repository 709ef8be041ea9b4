import {
  lifecyclePolicy,
  lifecycleRefusals,
  selectsEveryTag,
  type LifecycleRule,
  type OwnRule,
} from '../../../../lib/cloud/aws/registry/lifecycle-rules';
import { refused } from './refused';

function rules(...given: readonly OwnRule[]): unknown {
  return (JSON.parse(lifecyclePolicy(given)) as { readonly rules: unknown }).rules;
}

function refusedRules(...given: readonly LifecycleRule[]): string[] {
  return refused(lifecycleRefusals(given, 2));
}

const expire = { type: 'expire' };

describe('lifecyclePolicy', () => {
  test('deletes what is old, keeps what is newest', () => {
    expect(
      rules(
        { action: 'EXPIRE', tagPatterns: ['pr-*'], olderThanDays: 14 },
        { action: 'EXPIRE', tagPrefixes: ['v'], keepCount: 50 },
      ),
    ).toEqual([
      {
        rulePriority: 1,
        description: 'images tagged pr-* go after 14 days',
        selection: {
          tagStatus: 'tagged',
          tagPatternList: ['pr-*'],
          countType: 'sinceImagePushed',
          countUnit: 'days',
          countNumber: 14,
        },
        action: expire,
      },
      {
        rulePriority: 2,
        description: 'The newest 50 images tagged v* stay',
        selection: { tagStatus: 'tagged', tagPrefixList: ['v'], countType: 'imageCountMoreThan', countNumber: 50 },
        action: expire,
      },
    ]);
  });

  test('archives what nobody pulls, and deletes what has lain there long enough', () => {
    expect(rules({ action: 'ARCHIVE', notPulledDays: 90 }, { action: 'EXPIRE', archivedDays: 365 })).toEqual([
      {
        rulePriority: 1,
        description: 'tagged images go to the archive after 90 days without a pull',
        selection: {
          tagStatus: 'tagged',
          tagPatternList: ['*'],
          countType: 'sinceImagePulled',
          countUnit: 'days',
          countNumber: 90,
        },
        action: { type: 'transition', targetStorageClass: 'archive' },
      },
      {
        rulePriority: 2,
        description: 'tagged images go after 365 days in the archive',
        selection: {
          tagStatus: 'tagged',
          tagPatternList: ['*'],
          storageClass: 'archive',
          countType: 'sinceImageTransitioned',
          countUnit: 'days',
          countNumber: 365,
        },
        action: expire,
      },
    ]);
  });

  test('sorts the tags of a rule', () => {
    expect(rules({ action: 'EXPIRE', tagPatterns: ['b', 'a', 'b'], keepCount: 1 })).toMatchObject([
      { selection: { tagPatternList: ['a', 'b'] } },
    ]);
  });
});

describe('selectsEveryTag', () => {
  test.each<[boolean, LifecycleRule]>([
    [true, { action: 'ARCHIVE', notPulledDays: 1 }],
    [true, { action: 'EXPIRE', keepCount: 1, tagPatterns: ['*'] }],
    [false, { action: 'EXPIRE', keepCount: 1, tagPatterns: ['*', 'a'] }],
    [false, { action: 'EXPIRE', keepCount: 1, tagPrefixes: ['a'] }],
    [false, { action: 'EXPIRE', archivedDays: 90 }],
  ])('is %p of %p', (every, rule) => {
    expect(selectsEveryTag(rule)).toBe(every);
  });
});

describe('lifecycleRefusals', () => {
  test('are none for what ECR takes', () => {
    expect(
      refusedRules(
        { action: 'EXPIRE', tagPatterns: ['pr-*'], olderThanDays: 1 },
        { action: 'ARCHIVE', notPulledDays: 1 },
        { action: 'EXPIRE', archivedDays: 90 },
      ),
    ).toEqual([]);
  });

  test.each<[string, LifecycleRule]>([
    ['olderThanDays', { action: 'EXPIRE', olderThanDays: 0 }],
    ['keepCount', { action: 'EXPIRE', keepCount: 0 }],
    ['notPulledDays', { action: 'ARCHIVE', notPulledDays: 0 }],
  ])('tell that %s must be 1 or more', (property, rule) => {
    expect(refusedRules(rule)).toEqual([`'lifecycle[0].${property}' must be a whole number of at least 1, got 0`]);
  });

  test('tell that nothing leaves the archive before 90 days', () => {
    expect(refusedRules({ action: 'EXPIRE', archivedDays: 89 })).toEqual([
      "'lifecycle[0].archivedDays' must be a whole number of at least 90, got 89",
    ]);
  });

  test('tell of patterns beside prefixes, and of tags that are none, all at once', () => {
    expect(refusedRules({ action: 'EXPIRE', keepCount: 1, tagPatterns: ['*a*b*c*d*'], tagPrefixes: ['a*'] })).toEqual([
      expect.stringContaining("'lifecycle[0]' must hold either tagPatterns or tagPrefixes, got {"),
      "'lifecycle[0].tagPatterns' must name one at least, of letters, digits and ._- with 4 * at most, " +
        'got ["*a*b*c*d*"]',
      expect.stringContaining("'lifecycle[0].tagPrefixes' must name one at least"),
    ]);
    expect(refusedRules({ action: 'EXPIRE', keepCount: 1, tagPatterns: [] })).toEqual([
      expect.stringContaining("'lifecycle[0].tagPatterns' must name one at least"),
    ]);
  });

  test('tell of a rule that could never apply', () => {
    expect(
      refusedRules({ action: 'EXPIRE', keepCount: 9 }, { action: 'EXPIRE', tagPrefixes: ['v'], keepCount: 1 }),
    ).toEqual([
      "'lifecycle' must not go on after a rule about every tag, since an image belongs to the first rule that " +
        'selects it, got {"action":"EXPIRE","tagPrefixes":["v"],"keepCount":1}; move that rule to the end',
    ]);
  });

  test('tell of the same tags twice', () => {
    expect(
      refusedRules(
        { action: 'EXPIRE', tagPrefixes: ['v'], keepCount: 1 },
        { action: 'EXPIRE', tagPatterns: ['v*'], olderThanDays: 1 },
      ),
    ).toEqual([expect.stringContaining("'lifecycle' must not select the same tags twice, got {")]);
  });

  test('tell of more than 50 rules, those of the repository included', () => {
    const many = Array.from({ length: 49 }, (_, index): LifecycleRule => {
      return { action: 'EXPIRE', tagPrefixes: [`v${index}`], keepCount: 1 };
    });
    expect(refusedRules(...many.slice(1))).toEqual([]);
    expect(refusedRules(...many)).toEqual([
      "'lifecycle' must hold 48 rules at most beside the repository's own, got 49",
    ]);
  });
});
