import { EcrLifecyclePolicy } from '@cdktf/provider-aws/lib/ecr-lifecycle-policy';
import { EcrRepository as EcrRepositoryResource } from '@cdktf/provider-aws/lib/ecr-repository';
import { Construct } from 'constructs';
import { type Refusal, refuse } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';
import type { KmsKey } from '../keys/kms-key';

const DEFAULT_UNTAGGED_DAYS = 7;
const DEFAULT_TAGGED_IMAGES = 100;

/** Properties for `EcrRepository`. */
export interface EcrRepositoryProps extends AwsConstructProps {
  /** Name of the repository: see `repositoryName`. */
  readonly repositoryName: string;
  /** Key that the images are encrypted with. It cannot be changed later: a new key means a new repository. */
  readonly kmsKey: KmsKey;
  /**
   * Days after which an image without a tag is deleted.
   *
   * @default 7
   */
  readonly untaggedDays?: number;
  /**
   * How many images with a tag are kept, the newest ones. Must reach back to the oldest one still deployed.
   *
   * @default 100
   */
  readonly taggedImages?: number;
}

/**
 * A repository of images, whose tags never move once pushed and whose images are scanned as they come.
 *
 * Throws a `ConstructError` where the name is not one that ECR accepts, or a number is below 1.
 */
export class EcrRepository extends Construct {
  public readonly arn: string;
  public readonly repositoryName: string;

  constructor(scope: Construct, id: string, props: EcrRepositoryProps) {
    super(scope, id);
    const { provider, repositoryName, kmsKey } = props;
    const { untaggedDays = DEFAULT_UNTAGGED_DAYS, taggedImages = DEFAULT_TAGGED_IMAGES } = props;
    refuse(this.node.path, [
      refuseName(repositoryName),
      refuseBelowOne('untaggedDays', untaggedDays),
      refuseBelowOne('taggedImages', taggedImages),
    ]);

    const repository = new EcrRepositoryResource(this, 'Resource', {
      provider,
      name: repositoryName,
      imageTagMutability: 'IMMUTABLE',
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: [{ encryptionType: 'KMS', kmsKey: kmsKey.arn }],
      forceDelete: false,
    });
    new EcrLifecyclePolicy(this, 'LifecyclePolicy', {
      provider,
      repository: repository.name,
      policy: lifecyclePolicy(untaggedDays, taggedImages),
    });

    this.arn = repository.arn;
    this.repositoryName = repositoryName;
  }
}

function lifecyclePolicy(untaggedDays: number, taggedImages: number): string {
  const expire = { type: 'expire' };
  return JSON.stringify({
    rules: [
      {
        rulePriority: 1,
        description: `Untagged images go after ${untaggedDays} days`,
        selection: {
          tagStatus: 'untagged',
          countType: 'sinceImagePushed',
          countUnit: 'days',
          countNumber: untaggedDays,
        },
        action: expire,
      },
      {
        rulePriority: 2,
        description: `The newest ${taggedImages} tagged images stay`,
        selection: {
          tagStatus: 'tagged',
          tagPatternList: ['*'],
          countType: 'imageCountMoreThan',
          countNumber: taggedImages,
        },
        action: expire,
      },
    ],
  });
}

function refuseName(name: string): Refusal | undefined {
  if (name.length >= 2 && name.length <= 256 && /^[a-z0-9]+([._/-][a-z0-9]+)*$/.test(name)) return undefined;
  const rule = 'must be lower-case letters and digits, parted by single dashes, dots or slashes, 256 at most';
  return { property: 'repositoryName', rule, got: name };
}

function refuseBelowOne(property: string, value: number): Refusal | undefined {
  if (Number.isInteger(value) && value >= 1) return undefined;
  return { property, rule: 'must be a whole number, 1 or more', got: value };
}
