import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import {
  lifecyclePolicy,
  lifecycleRefusals,
  selectsEveryTag,
  type LifecycleRule,
  type OwnRule,
} from './lifecycle-rules';

const DEFAULT_UNTAGGED_DAYS = 7;
const DEFAULT_TAGGED_IMAGES = 100;

/** How long a repository keeps what is pushed to it. */
export interface RepositoryLifecycle {
  /**
   * Days after which an image without a tag is deleted.
   *
   * @default 7
   */
  readonly untaggedDays?: number;
  /**
   * How many images with a tag are kept, the newest ones. Must reach back to the oldest one still deployed. An image
   * that a rule in `lifecycle` selects is neither counted nor deleted by this one.
   *
   * @default 100
   */
  readonly taggedImages?: number;
  /**
   * Further rules, which come first: an image belongs to the first rule that selects its tags, whether or not its time
   * has come, and no rule after that touches it. A rule about every tag takes the place of `taggedImages`.
   *
   * @default []
   */
  readonly lifecycle?: readonly LifecycleRule[];
}

/** The policy of a repository that images are pushed to. */
export function repositoryLifecyclePolicy(options: RepositoryLifecycle): string {
  return lifecyclePolicy([...(options.lifecycle ?? []), ...ownRules(options)]);
}

/** Refuses what ECR would, and a number of images that no rule would heed. */
export function repositoryLifecycleRefusals(options: RepositoryLifecycle): (Refusal | undefined)[] {
  const { untaggedDays = DEFAULT_UNTAGGED_DAYS, taggedImages, lifecycle = [] } = options;
  return [
    wholeNumberRefusal('untaggedDays', untaggedDays, { min: 1 }),
    wholeNumberRefusal('taggedImages', taggedImages ?? DEFAULT_TAGGED_IMAGES, { min: 1 }),
    ...lifecycleRefusals(lifecycle, ownRules(options).length),
    taggedImages !== undefined && lifecycle.some(selectsEveryTag)
      ? {
          property: 'taggedImages',
          rule: 'must not be given beside a rule about every tag, which leaves it no image',
          got: taggedImages,
          remedy: 'leave it out, or give that rule tagPatterns',
        }
      : undefined,
  ];
}

function ownRules(options: RepositoryLifecycle): readonly OwnRule[] {
  const { untaggedDays = DEFAULT_UNTAGGED_DAYS, taggedImages = DEFAULT_TAGGED_IMAGES, lifecycle = [] } = options;
  const untagged: OwnRule = { action: 'EXPIRE', images: 'UNTAGGED', days: untaggedDays };
  return lifecycle.some(selectsEveryTag) ? [untagged] : [untagged, { action: 'EXPIRE', keepCount: taggedImages }];
}
