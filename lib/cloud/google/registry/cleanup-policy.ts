import type { ArtifactRegistryRepositoryCleanupPolicies } from '@cdktf/provider-google/lib/artifact-registry-repository';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { daysAsDuration } from '../durations';
import { resourceNameRefusal } from '../resource-name';

/** https://cloud.google.com/artifact-registry/quotas */
const MAX_POLICIES = 10;
const MAX_NAME = 63;

/** Which versions of images a policy is about: those to which all of it applies. */
export interface VersionSelection {
  /**
   * Whether versions with a tag are meant, those without, or both.
   *
   * @default - 'TAGGED' where there are `tagPrefixes`, else 'ANY'
   */
  readonly tagState?: 'TAGGED' | 'UNTAGGED' | 'ANY';
  /**
   * Beginnings of tags, one of which the version has to bear.
   *
   * @default - any tag, or none
   */
  readonly tagPrefixes?: readonly string[];
  /**
   * Beginnings of the version's name, which is its digest: `sha256:…`.
   *
   * @default - any name
   */
  readonly versionNamePrefixes?: readonly string[];
  /**
   * Beginnings of the image's name within the repository.
   *
   * @default - all images
   */
  readonly packageNamePrefixes?: readonly string[];
}

/** Deletes versions that have come of age, unless a policy keeps them. */
export interface DeleteVersionsPolicy extends VersionSelection {
  readonly action: 'DELETE';
  /** Days after which a version is deleted. */
  readonly olderThanDays: number;
  readonly keepCount?: undefined;
}

/** Keeps versions, whatever would delete them. */
export interface KeepVersionsPolicy extends VersionSelection {
  readonly action: 'KEEP';
  /**
   * Days during which a version is kept.
   *
   * @default - for ever
   */
  readonly newerThanDays?: number;
  readonly keepCount?: undefined;
}

/** Keeps the newest versions of each image, whatever would delete them. */
export interface KeepNewestPolicy {
  readonly action: 'KEEP';
  /** How many versions of each image are kept. */
  readonly keepCount: number;
  /**
   * Beginnings of the image's name within the repository.
   *
   * @default - all images
   */
  readonly packageNamePrefixes?: readonly string[];
}

/**
 * What becomes of versions as time goes by. What is both to be deleted and to be kept is kept.
 * https://cloud.google.com/artifact-registry/docs/repositories/cleanup-policy-overview
 */
export type CleanupPolicy = DeleteVersionsPolicy | KeepVersionsPolicy | KeepNewestPolicy;

/** Policies by their names, which a repository shows beside what they would delete. */
export type CleanupPolicies = Readonly<Record<string, CleanupPolicy>>;

/** The policies as Artifact Registry reads them; sorted, since their order means nothing. */
export function cleanupPolicies(policies: CleanupPolicies): ArtifactRegistryRepositoryCleanupPolicies[] {
  return Object.entries(policies)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, policy]) => cleanupPolicy(id, policy));
}

/** Refuses policies that Artifact Registry would, beside those that the repository has of itself. */
export function cleanupRefusals(policies: CleanupPolicies, own: CleanupPolicies): (Refusal | undefined)[] {
  const names = Object.keys(policies);
  const max = MAX_POLICIES - Object.keys(own).length;
  const property = 'cleanupPolicies';
  return [
    names.length > max
      ? { property, rule: `must be at most ${max} beside the repository's own`, got: names.length }
      : undefined,
    ...names
      .filter((name) => name in own)
      .map((name) => ({ property, rule: `must not hold ${name}, which the repository has of itself`, got: name })),
    ...Object.entries(policies).flatMap(([name, policy]) => [
      resourceNameRefusal(`${property} (name)`, name, MAX_NAME),
      ...policyRefusals(`${property}.${name}`, policy),
    ]),
  ];
}

/** Refuses to delete versions with a tag that nothing may take away. */
export function immutableTagRefusals(policies: CleanupPolicies): (Refusal | undefined)[] {
  return Object.entries(policies)
    .filter(([, policy]) => policy.action === 'DELETE' && tagState(policy) !== 'UNTAGGED')
    .map(([name, policy]) => ({
      property: `cleanupPolicies.${name}`,
      rule: 'must not delete versions with a tag while tags are immutable: a tag that nobody can take away keeps its version',
      got: policy,
      remedy: "make tagState 'UNTAGGED', or immutableTags false",
    }));
}

function cleanupPolicy(id: string, policy: CleanupPolicy): ArtifactRegistryRepositoryCleanupPolicies {
  const { action } = policy;
  const packageNamePrefixes = sorted(policy.packageNamePrefixes);
  if (policy.keepCount !== undefined) {
    return { id, action, mostRecentVersions: { keepCount: policy.keepCount, packageNamePrefixes } };
  }
  return {
    id,
    action,
    condition: {
      tagState: tagState(policy),
      tagPrefixes: sorted(policy.tagPrefixes),
      versionNamePrefixes: sorted(policy.versionNamePrefixes),
      packageNamePrefixes,
      ...age(policy),
    },
  };
}

function age(policy: DeleteVersionsPolicy | KeepVersionsPolicy): { olderThan?: string; newerThan?: string } {
  if (policy.action === 'DELETE') return { olderThan: daysAsDuration(policy.olderThanDays) };
  return policy.newerThanDays === undefined ? {} : { newerThan: daysAsDuration(policy.newerThanDays) };
}

function tagState({ tagState: state, tagPrefixes }: VersionSelection): 'TAGGED' | 'UNTAGGED' | 'ANY' {
  return state ?? (tagPrefixes === undefined ? 'ANY' : 'TAGGED');
}

function policyRefusals(property: string, policy: CleanupPolicy): (Refusal | undefined)[] {
  const prefixes = prefixRefusals(property, policy);
  if (policy.keepCount !== undefined) {
    return [...prefixes, wholeNumberRefusal(`${property}.keepCount`, policy.keepCount, { min: 1 })];
  }
  return [
    ...prefixes,
    policy.tagPrefixes !== undefined && tagState(policy) !== 'TAGGED'
      ? { property: `${property}.tagState`, rule: "must be 'TAGGED' where there are tagPrefixes", got: policy.tagState }
      : undefined,
    ...(policy.action === 'DELETE'
      ? [wholeNumberRefusal(`${property}.olderThanDays`, policy.olderThanDays, { min: 1 })]
      : keepRefusals(property, policy)),
  ];
}

function keepRefusals(property: string, policy: KeepVersionsPolicy): (Refusal | undefined)[] {
  const { newerThanDays, tagPrefixes, versionNamePrefixes, packageNamePrefixes } = policy;
  if (newerThanDays !== undefined) return [wholeNumberRefusal(`${property}.newerThanDays`, newerThanDays, { min: 1 })];
  const selected = [tagPrefixes, versionNamePrefixes, packageNamePrefixes].some((prefixes) => prefixes !== undefined);
  if (selected || tagState(policy) !== 'ANY') return [];
  return [{ property, rule: 'must not keep every version, since nothing would be cleaned up', got: policy }];
}

function prefixRefusals(property: string, selection: VersionSelection): (Refusal | undefined)[] {
  return (['tagPrefixes', 'versionNamePrefixes', 'packageNamePrefixes'] as const).map((key) => {
    const prefixes = selection[key];
    if (prefixes === undefined || (prefixes.length > 0 && !prefixes.includes(''))) return undefined;
    return {
      property: `${property}.${key}`,
      rule: 'must name one beginning at least, and none that is empty',
      got: prefixes,
    };
  });
}

function sorted(prefixes: readonly string[] | undefined): string[] | undefined {
  return prefixes === undefined ? undefined : [...new Set(prefixes)].sort();
}
