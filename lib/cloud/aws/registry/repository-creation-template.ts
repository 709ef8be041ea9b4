import { EcrRepositoryCreationTemplate } from '@cdktf/provider-aws/lib/ecr-repository-creation-template';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { IamRole } from '../iam/iam-role';
import type { PolicyStatement } from '../iam/policy-document';
import type { KmsKey } from '../keys/kms-key';
import { creationTemplateRoleName } from '../names';
import { lifecyclePolicy, lifecycleRefusals } from './lifecycle-rules';
import { repositoryAccessRefusals, repositoryPolicy, type RepositoryAccess } from './repository-access';
import {
  repositoryLifecyclePolicy,
  repositoryLifecycleRefusals,
  type RepositoryLifecycle,
} from './repository-lifecycle';
import { REPOSITORIES_WILDCARD, prefixRefusal, repositoriesArn } from './repository-prefix';
import { immutableTagRefusals, tagMutability, type ImmutableTags } from './tag-mutability';

const DEFAULT_CACHED_DAYS = 90;
const MAX_DESCRIPTION = 255;

/** What has ECR make a repository of its own accord: images that are copied to the registry, or pulled through it. */
export type TemplateUse = 'REPLICATION' | 'PULL_THROUGH_CACHE';

/** Properties for `RepositoryCreationTemplate`. */
export interface RepositoryCreationTemplateProps
  extends AwsConstructProps, AwsPlace, RepositoryLifecycle, RepositoryAccess {
  /**
   * Beginning of the names of the repositories, up to a slash: `funlynk-production`. The longest prefix that fits wins;
   * `ROOT` is for those that none fits. A change replaces the template.
   */
  readonly prefix: string;
  /** What has ECR make the repositories. */
  readonly appliedFor: readonly TemplateUse[];
  /** Key that the images are encrypted with; repositories that exist already keep theirs. */
  readonly kmsKey: KmsKey;
  /**
   * Whether tags stay where they are. In a cache they have to move with those of the upstream.
   *
   * @default - true, but for templates that caches use
   */
  readonly immutableTags?: ImmutableTags;
  /**
   * Days after which a cached image is deleted, in place of `untaggedDays` and `taggedImages`. Who pulls it then has it
   * cached again, if the upstream still has it.
   *
   * @default 90 where the template is for caches alone, else none
   */
  readonly cachedDays?: number;
  /**
   * What the repositories are for.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * Tags of the repositories, which get none of the provider's default tags.
   *
   * @default - none
   */
  readonly resourceTags?: Readonly<Record<string, string>>;
  /**
   * Name of the role in which ECR makes the repositories.
   *
   * @default - `ecr-template-<region>-<prefix>`
   */
  readonly roleName?: string;
}

/**
 * What ECR heeds when it makes a repository for images that are copied to the registry or pulled through it; without a
 * template these would have AWS' own key, tags that move, and no clean-up. It is for repositories to come: those that
 * exist stay as they are.
 *
 * Throws a `ConstructError` where a prefix, a rule or a principal is not one that ECR accepts.
 */
export class RepositoryCreationTemplate extends Construct {
  /** ARN of the role in which ECR makes the repositories. */
  public readonly roleArn: string;
  /** What has to exist before ECR can make repositories by the template. */
  public readonly dependables: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: RepositoryCreationTemplateProps) {
    super(scope, id);
    const { provider, region, prefix, kmsKey, immutableTags = !caches(props) } = props;
    refuse(this.node.path, templateRefusals(props, immutableTags));

    const role = new IamRole(this, 'Role', {
      provider,
      roleName: props.roleName ?? creationTemplateRoleName(region, prefix),
      description: `ECR makes repositories under ${prefix}`,
      trust: {
        sid: 'MakeRepositories',
        // AWS documents no condition here, and a role that ECR cannot assume fails at the first pull, not at the apply.
        principal: { service: 'ecr.amazonaws.com' },
        actions: ['sts:AssumeRole'],
      },
      statements: roleStatements(props),
    });
    const template = new EcrRepositoryCreationTemplate(this, 'Resource', {
      provider,
      prefix,
      description: props.description,
      appliedFor: [...new Set(props.appliedFor)].sort(),
      customRoleArn: role.arn,
      encryptionConfiguration: [{ encryptionType: 'KMS', kmsKey: kmsKey.arn }],
      ...tagMutability(immutableTags),
      lifecyclePolicy: templateLifecyclePolicy(props),
      repositoryPolicy: repositoryPolicy(props, caches(props)),
      resourceTags: props.resourceTags === undefined ? undefined : { ...props.resourceTags },
      dependsOn: [...role.grants],
    });

    this.roleArn = role.arn;
    this.dependables = [template, ...role.grants];
  }
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-creation-templates-custom.html */
function roleStatements(props: RepositoryCreationTemplateProps): readonly PolicyStatement[] {
  return [
    {
      sid: 'MakeRepositories',
      actions: ['ecr:CreateRepository', 'ecr:ReplicateImage', 'ecr:TagResource'],
      resources: [repositoriesArn(props, props.prefix)],
      wildcard: REPOSITORIES_WILDCARD,
    },
    {
      sid: 'GrantKeyToRepositories',
      actions: ['kms:CreateGrant', 'kms:DescribeKey', 'kms:RetireGrant'],
      resources: [props.kmsKey.arn],
    },
  ];
}

function caches({ appliedFor }: RepositoryCreationTemplateProps): boolean {
  return appliedFor.includes('PULL_THROUGH_CACHE');
}

/** Days after which what lies in a cache goes, where the template is for caches alone. */
function daysInCache(props: RepositoryCreationTemplateProps): number | undefined {
  const onlyCaches = caches(props) && !props.appliedFor.includes('REPLICATION');
  return onlyCaches ? (props.cachedDays ?? DEFAULT_CACHED_DAYS) : undefined;
}

function templateLifecyclePolicy(props: RepositoryCreationTemplateProps): string {
  const days = daysInCache(props);
  if (days === undefined) return repositoryLifecyclePolicy(props);
  return lifecyclePolicy([...(props.lifecycle ?? []), { action: 'EXPIRE', images: 'ANY', days }]);
}

function templateRefusals(
  props: RepositoryCreationTemplateProps,
  immutableTags: ImmutableTags,
): (Refusal | undefined)[] {
  const { appliedFor, description = '' } = props;
  const use = 'PULL_THROUGH_CACHE';
  return [
    prefixRefusal('prefix', props.prefix),
    appliedFor.length === 0
      ? { property: 'appliedFor', rule: 'must name one use at least', got: appliedFor }
      : undefined,
    caches(props) && immutableTags !== false
      ? {
          property: 'immutableTags',
          rule: `must be false where appliedFor holds ${use}: a tag that cannot move does not follow its upstream`,
          got: immutableTags,
          remedy: 'make a template of its own for replication',
        }
      : undefined,
    description.length > MAX_DESCRIPTION
      ? { property: 'description', rule: `must be ${MAX_DESCRIPTION} characters at most`, got: description.length }
      : undefined,
    ...immutableTagRefusals(immutableTags),
    ...templateLifecycleRefusals(props),
    ...repositoryAccessRefusals(props),
  ];
}

function templateLifecycleRefusals(props: RepositoryCreationTemplateProps): (Refusal | undefined)[] {
  const { cachedDays, lifecycle = [] } = props;
  const days = daysInCache(props);
  if (days === undefined) {
    const rule = 'must not be given where images are copied to the repositories: they would go from there alone';
    return [
      cachedDays === undefined ? undefined : { property: 'cachedDays', rule, got: cachedDays },
      ...repositoryLifecycleRefusals(props),
    ];
  }
  return [
    wholeNumberRefusal('cachedDays', days, { min: 1 }),
    ...lifecycleRefusals(lifecycle, 1),
    ...(['untaggedDays', 'taggedImages'] as const).map((property) =>
      props[property] === undefined
        ? undefined
        : { property, rule: 'must not be given for a cache', got: props[property], remedy: 'give cachedDays' },
    ),
  ];
}
