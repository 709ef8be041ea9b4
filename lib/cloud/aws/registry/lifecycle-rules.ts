import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html */
const MAX_RULES = 50;
const MAX_WILDCARDS = 4;
/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/archive-image.html */
const MIN_ARCHIVED_DAYS = 90;

/** Which images with a tag a rule is about. Of several patterns or prefixes an image has to bear all. */
export interface TagSelection {
  /**
   * Patterns of tags such as `pr-*`, with four `*` each at most; not beside `tagPrefixes`.
   *
   * @default - every image with a tag, unless there are prefixes
   */
  readonly tagPatterns?: readonly string[];
  /**
   * Beginnings of tags; not beside `tagPatterns`.
   *
   * @default - none
   */
  readonly tagPrefixes?: readonly string[];
}

/** Deletes images some days after they were pushed. */
export interface ExpireOldRule extends TagSelection {
  readonly action: 'EXPIRE';
  /** Days after the push. */
  readonly olderThanDays: number;
  readonly keepCount?: undefined;
  readonly archivedDays?: undefined;
}

/** Deletes all images but the newest. */
export interface KeepNewestRule extends TagSelection {
  readonly action: 'EXPIRE';
  /** How many images are kept. */
  readonly keepCount: number;
  readonly olderThanDays?: undefined;
  readonly archivedDays?: undefined;
}

/** Deletes images that have lain in the archive. */
export interface ExpireArchivedRule extends TagSelection {
  readonly action: 'EXPIRE';
  /** Days in the archive, 90 at least, which are paid for in any case. */
  readonly archivedDays: number;
  readonly olderThanDays?: undefined;
  readonly keepCount?: undefined;
}

/** Moves images that nobody pulls to the archive, which costs less and cannot be pulled from before a restore. */
export interface ArchiveRule extends TagSelection {
  readonly action: 'ARCHIVE';
  /** Days since the last pull, or since the push where there was none. */
  readonly notPulledDays: number;
  readonly olderThanDays?: undefined;
  readonly keepCount?: undefined;
  readonly archivedDays?: undefined;
}

/** What becomes of images with a tag as time goes by. */
export type LifecycleRule = ExpireOldRule | KeepNewestRule | ExpireArchivedRule | ArchiveRule;

/** A rule that a repository has of itself, after those of its user. */
export type OwnRule =
  LifecycleRule | { readonly action: 'EXPIRE'; readonly images: 'UNTAGGED' | 'ANY'; readonly days: number };

/** The rules as ECR reads them, the first one first. */
export function lifecyclePolicy(rules: readonly OwnRule[]): string {
  return JSON.stringify({
    rules: rules.map((rule, index) => ({
      rulePriority: index + 1,
      description: description(rule),
      selection: selection(rule),
      action: rule.action === 'ARCHIVE' ? { type: 'transition', targetStorageClass: 'archive' } : { type: 'expire' },
    })),
  });
}

/** Whether no image with a tag is left for the rules that follow. */
export function selectsEveryTag(rule: LifecycleRule): boolean {
  const { tagPatterns = ['*'], tagPrefixes } = rule;
  return (
    rule.archivedDays === undefined &&
    tagPrefixes === undefined &&
    tagPatterns.includes('*') &&
    tagPatterns.length === 1
  );
}

/** Refuses rules that ECR would, and those that could never apply; `ownRules` are how many follow them. */
export function lifecycleRefusals(rules: readonly LifecycleRule[], ownRules: number): (Refusal | undefined)[] {
  const property = 'lifecycle';
  const max = MAX_RULES - ownRules;
  const every = rules.findIndex(selectsEveryTag);
  const stranded = every < 0 ? [] : rules.slice(every + 1).filter(({ archivedDays }) => archivedDays === undefined);
  return [
    rules.length > max
      ? { property, rule: `must hold ${max} rules at most beside the repository's own`, got: rules.length }
      : undefined,
    ...rules.flatMap((rule, index) => ruleRefusals(`${property}[${index}]`, rule)),
    ...stranded.map((got) => ({
      property,
      rule: 'must not go on after a rule about every tag, since an image belongs to the first rule that selects it',
      got,
      remedy: 'move that rule to the end',
    })),
    ...rules
      .filter((rule, index) => rules.findIndex((other) => selectionKey(other) === selectionKey(rule)) !== index)
      .filter((rule) => !stranded.includes(rule))
      .map((got) => ({ property, rule: 'must not select the same tags twice', got })),
  ];
}

function ruleRefusals(property: string, rule: LifecycleRule): (Refusal | undefined)[] {
  const { tagPatterns, tagPrefixes } = rule;
  return [
    tagPatterns !== undefined && tagPrefixes !== undefined
      ? { property, rule: 'must hold either tagPatterns or tagPrefixes', got: rule }
      : undefined,
    tagsRefusal(`${property}.tagPatterns`, tagPatterns, /^[\w.*-]{1,128}$/),
    tagsRefusal(`${property}.tagPrefixes`, tagPrefixes, /^\w[\w.-]{0,127}$/),
    numberRefusal(property, rule),
  ];
}

function numberRefusal(property: string, rule: LifecycleRule): Refusal | undefined {
  if (rule.action === 'ARCHIVE') return wholeNumberRefusal(`${property}.notPulledDays`, rule.notPulledDays, { min: 1 });
  if (rule.keepCount !== undefined) return wholeNumberRefusal(`${property}.keepCount`, rule.keepCount, { min: 1 });
  if (rule.archivedDays !== undefined) {
    return wholeNumberRefusal(`${property}.archivedDays`, rule.archivedDays, { min: MIN_ARCHIVED_DAYS });
  }
  return wholeNumberRefusal(`${property}.olderThanDays`, rule.olderThanDays, { min: 1 });
}

function tagsRefusal(property: string, tags: readonly string[] | undefined, form: RegExp): Refusal | undefined {
  if (tags === undefined) return undefined;
  if (tags.length > 0 && tags.every((tag) => form.test(tag) && tag.split('*').length - 1 <= MAX_WILDCARDS)) {
    return undefined;
  }
  return {
    property,
    rule: `must name one at least, of letters, digits and ._- with ${MAX_WILDCARDS} * at most`,
    got: tags,
  };
}

/** What has to differ between two rules: ECR refuses the same tags twice for a storage class. */
function selectionKey({ archivedDays, tagPatterns, tagPrefixes }: LifecycleRule): string {
  const tags = tagPrefixes === undefined ? (tagPatterns ?? ['*']) : tagPrefixes.map((prefix) => `${prefix}*`);
  return JSON.stringify([archivedDays === undefined, sorted(tags)]);
}

function selection(rule: OwnRule): Readonly<Record<string, unknown>> {
  if ('images' in rule) return { tagStatus: rule.images.toLowerCase(), ...age('sinceImagePushed', rule.days) };
  const { tagPatterns = ['*'], tagPrefixes } = rule;
  return {
    tagStatus: 'tagged',
    ...(tagPrefixes === undefined ? { tagPatternList: sorted(tagPatterns) } : { tagPrefixList: sorted(tagPrefixes) }),
    ...count(rule),
  };
}

function count(rule: LifecycleRule): Readonly<Record<string, unknown>> {
  if (rule.action === 'ARCHIVE') return age('sinceImagePulled', rule.notPulledDays);
  if (rule.keepCount !== undefined) return { countType: 'imageCountMoreThan', countNumber: rule.keepCount };
  if (rule.archivedDays === undefined) return age('sinceImagePushed', rule.olderThanDays);
  return { storageClass: 'archive', ...age('sinceImageTransitioned', rule.archivedDays) };
}

function age(countType: string, countNumber: number): Readonly<Record<string, unknown>> {
  return { countType, countUnit: 'days', countNumber };
}

function description(rule: OwnRule): string {
  if ('images' in rule) {
    return `${rule.images === 'ANY' ? 'Images' : 'Untagged images'} go after ${rule.days} days`;
  }
  const images = imagesOf(rule);
  if (rule.action === 'ARCHIVE') return `${images} go to the archive after ${rule.notPulledDays} days without a pull`;
  if (rule.keepCount !== undefined) return `The newest ${rule.keepCount} ${images} stay`;
  if (rule.archivedDays !== undefined) return `${images} go after ${rule.archivedDays} days in the archive`;
  return `${images} go after ${rule.olderThanDays} days`;
}

function imagesOf({ tagPatterns, tagPrefixes }: TagSelection): string {
  if (tagPrefixes !== undefined) return `images tagged ${tagPrefixes.map((prefix) => `${prefix}*`).join(' and ')}`;
  return tagPatterns === undefined ? 'tagged images' : `images tagged ${tagPatterns.join(' and ')}`;
}

function sorted(tags: readonly string[]): readonly string[] {
  return [...new Set(tags)].sort();
}
