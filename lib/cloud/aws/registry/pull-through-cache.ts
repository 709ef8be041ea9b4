import { EcrPullThroughCacheRule } from '@cdktf/provider-aws/lib/ecr-pull-through-cache-rule';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import type { KmsKey } from '../keys/kms-key';
import { pullThroughImagePrefix } from '../names';
import { accountRefusal } from './account-principal';
import { lifecycleRefusals, type LifecycleRule } from './lifecycle-rules';
import { upstreamRefusals, upstreamRole, upstreamUrl, type PullThroughUpstream } from './pull-through-upstream';
import { repositoryAccessRefusals, type RepositoryReaders } from './repository-access';
import { RepositoryCreationTemplate } from './repository-creation-template';
import { prefixRefusal } from './repository-prefix';

const MAX_PREFIX = 30;

/** Properties for `PullThroughCache`. Nobody pushes to a cache, so there are no writers. */
export interface PullThroughCacheProps extends AwsConstructProps, AwsPlace, RepositoryReaders {
  /** Beginning of the names of the cached repositories, 30 characters at most. A change replaces the cache's rule. */
  readonly repositoryPrefix: string;
  /** Registry that images are pulled from when the cache has none. A change replaces the cache's rule. */
  readonly upstream: PullThroughUpstream;
  /**
   * Only repositories of the upstream whose names begin so, without that beginning; for registries of ECR alone.
   *
   * @default - all repositories of the upstream
   */
  readonly upstreamRepositoryPrefix?: string;
  /**
   * ARN of the secret that ECR logs in with: see `pullThroughSecretName`. It holds `username` and `accessToken`, and
   * lies in the same account and region.
   *
   * @default - none, which public.ecr.aws, quay.io, registry.k8s.io and registries of ECR do with
   */
  readonly credentialSecretArn?: string;
  /** Key that the cached images are encrypted with. */
  readonly kmsKey: KmsKey;
  /**
   * Days after which a cached image is deleted. Who pulls it then has it cached again, if the upstream still has it.
   *
   * @default 90
   */
  readonly cachedDays?: number;
  /**
   * Further rules, which come first: see `EcrRepository`.
   *
   * @default []
   */
  readonly lifecycle?: readonly LifecycleRule[];
  /**
   * Tags of the cached repositories, which get none of the provider's default tags.
   *
   * @default - none
   */
  readonly resourceTags?: Readonly<Record<string, string>>;
}

/**
 * A cache of another registry: what somebody pulls is copied, scanned, and there when the other one is not. ECR looks
 * once a day whether a tag has moved upstream. Who pulls what is not there yet needs `pullThroughStatements`.
 *
 * Throws a `ConstructError` where the upstream wants credentials and has none, or ECR would refuse something else.
 */
export class PullThroughCache extends Construct {
  public readonly repositoryPrefix: string;
  /** What stands in for the other registry's host, known at synthesis: `….amazonaws.com/docker-hub`. */
  public readonly imagePrefix: string;
  /** What has to exist before images can be pulled through the cache. */
  public readonly dependables: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: PullThroughCacheProps) {
    super(scope, id);
    const { provider, account, region, repositoryPrefix, upstream, credentialSecretArn } = props;
    const { upstreamRepositoryPrefix } = props;
    refuse(this.node.path, [
      accountRefusal('account', account),
      prefixRefusal('repositoryPrefix', repositoryPrefix, MAX_PREFIX),
      ...upstreamRefusals(upstream, credentialSecretArn, props),
      upstreamRepositoryPrefix === undefined
        ? undefined
        : prefixRefusal('upstreamRepositoryPrefix', upstreamRepositoryPrefix, MAX_PREFIX),
      upstreamRepositoryPrefix !== undefined && (typeof upstream === 'string' || upstream.account === undefined)
        ? {
            property: 'upstreamRepositoryPrefix',
            rule: 'must not be given but for a registry of ECR',
            got: upstreamRepositoryPrefix,
          }
        : undefined,
      props.cachedDays === undefined ? undefined : wholeNumberRefusal('cachedDays', props.cachedDays, { min: 1 }),
      ...lifecycleRefusals(props.lifecycle ?? [], 1),
      ...repositoryAccessRefusals(props),
    ]);

    const template = this.addTemplate(props);
    const rule = new EcrPullThroughCacheRule(this, 'Resource', {
      provider,
      ecrRepositoryPrefix: repositoryPrefix,
      upstreamRegistryUrl: upstreamUrl(upstream),
      upstreamRepositoryPrefix,
      credentialArn: credentialSecretArn,
      customRoleArn: upstreamRole(upstream),
      // The first image that is pulled makes a repository, which no template changes any more.
      dependsOn: [...template.dependables],
    });

    this.repositoryPrefix = repositoryPrefix;
    this.imagePrefix = pullThroughImagePrefix({ account, region }, repositoryPrefix);
    this.dependables = [rule, ...template.dependables];
  }

  private addTemplate(props: PullThroughCacheProps): RepositoryCreationTemplate {
    const { provider, account, region, kmsKey, cachedDays, lifecycle, readers, orgReaders, resourceTags } = props;
    return new RepositoryCreationTemplate(this, 'Template', {
      ...{ provider, account, region, kmsKey, cachedDays, lifecycle, readers, orgReaders, resourceTags },
      prefix: props.repositoryPrefix,
      appliedFor: ['PULL_THROUGH_CACHE'],
      description: `Images of ${upstreamUrl(props.upstream)}`,
    });
  }
}
