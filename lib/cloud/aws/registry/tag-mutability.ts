import type { Refusal } from '../../../core/errors';

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html */
const MAX_FILTERS = 5;
const MAX_WILDCARDS = 2;

/** Tags that may move although the others stay. */
export interface MovableTags {
  /** Tags such as `latest`, or patterns such as `pr-*`; five at most, with two `*` each. */
  readonly except: readonly string[];
}

/** Whether tags stay where they are once pushed: all, all but some, or none. */
export type ImmutableTags = boolean | MovableTags;

interface TagMutability {
  readonly imageTagMutability: 'IMMUTABLE' | 'IMMUTABLE_WITH_EXCLUSION' | 'MUTABLE';
  readonly imageTagMutabilityExclusionFilter?: { readonly filter: string; readonly filterType: 'WILDCARD' }[];
}

/** The choice as ECR reads it; sorted, since the order of filters means nothing. */
export function tagMutability(immutableTags: ImmutableTags): TagMutability {
  if (typeof immutableTags === 'boolean') return { imageTagMutability: immutableTags ? 'IMMUTABLE' : 'MUTABLE' };
  return {
    imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
    imageTagMutabilityExclusionFilter: [...new Set(immutableTags.except)]
      .sort()
      .map((filter) => ({ filter, filterType: 'WILDCARD' })),
  };
}

/** Refuses exceptions that ECR would, and one that leaves no tag where it is. */
export function immutableTagRefusals(immutableTags: ImmutableTags): (Refusal | undefined)[] {
  if (typeof immutableTags === 'boolean') return [];
  const { except } = immutableTags;
  const property = 'immutableTags.except';
  return [
    except.length === 0 || except.length > MAX_FILTERS
      ? { property, rule: `must name 1 to ${MAX_FILTERS} tags`, got: except, remedy: 'or make immutableTags true' }
      : undefined,
    ...except.map((filter) => filterRefusal(property, filter)),
  ];
}

function filterRefusal(property: string, filter: string): Refusal | undefined {
  if (/^\*+$/.test(filter)) {
    return { property, rule: 'must not name every tag', got: filter, remedy: 'make immutableTags false' };
  }
  const wildcards = filter.split('*').length - 1;
  if (/^[\w.*-]{1,128}$/.test(filter) && wildcards <= MAX_WILDCARDS) return undefined;
  return { property, rule: `must be tags with ${MAX_WILDCARDS} wildcards at most, 128 characters`, got: filter };
}
