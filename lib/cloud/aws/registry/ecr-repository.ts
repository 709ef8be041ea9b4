import { EcrLifecyclePolicy } from '@cdktf/provider-aws/lib/ecr-lifecycle-policy';
import { EcrRepository as EcrRepositoryResource } from '@cdktf/provider-aws/lib/ecr-repository';
import { EcrRepositoryPolicy } from '@cdktf/provider-aws/lib/ecr-repository-policy';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';
import type { KmsKey } from '../keys/kms-key';
import { repositoryAccessRefusals, repositoryPolicy, type RepositoryAccess } from './repository-access';
import {
  repositoryLifecyclePolicy,
  repositoryLifecycleRefusals,
  type RepositoryLifecycle,
} from './repository-lifecycle';
import { repositoryNameRefusal } from './repository-prefix';
import { immutableTagRefusals, tagMutability, type ImmutableTags } from './tag-mutability';

/** Properties for `EcrRepository`. */
export interface EcrRepositoryProps extends AwsConstructProps, RepositoryLifecycle, RepositoryAccess {
  /** Name of the repository: see `repositoryName`. */
  readonly repositoryName: string;
  /** Key that the images are encrypted with. It cannot be changed later: a new key means a new repository. */
  readonly kmsKey: KmsKey;
  /**
   * Whether tags stay where they are once pushed: all, none, or all but those named, such as `{ except: ['latest'] }`.
   *
   * @default true
   */
  readonly immutableTags?: ImmutableTags;
  /**
   * Whether an image is scanned as it is pushed. A `RegistryScanning` decides for the whole registry, and overrides it.
   *
   * @default true
   */
  readonly scanOnPush?: boolean;
  /**
   * Whether Terraform refuses to destroy the repository. One that holds images cannot be destroyed in any case.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * A repository of images, whose tags never move once pushed and whose images are scanned as they come.
 *
 * Throws a `ConstructError` where a name, a rule or a principal is not one that ECR accepts.
 */
export class EcrRepository extends Construct {
  public readonly arn: string;
  public readonly repositoryName: string;
  /** What has to exist before the repository can be used as its properties say. */
  public readonly dependables: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: EcrRepositoryProps) {
    super(scope, id);
    const { provider, repositoryName, kmsKey, immutableTags = true } = props;
    refuse(this.node.path, [
      repositoryNameRefusal('repositoryName', repositoryName),
      ...immutableTagRefusals(immutableTags),
      ...repositoryLifecycleRefusals(props),
      ...repositoryAccessRefusals(props),
    ]);

    const repository = new EcrRepositoryResource(this, 'Resource', {
      provider,
      name: repositoryName,
      ...tagMutability(immutableTags),
      imageScanningConfiguration: { scanOnPush: props.scanOnPush ?? true },
      encryptionConfiguration: [{ encryptionType: 'KMS', kmsKey: kmsKey.arn }],
      forceDelete: false,
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    const lifecycle = new EcrLifecyclePolicy(this, 'LifecyclePolicy', {
      provider,
      repository: repository.name,
      policy: repositoryLifecyclePolicy(props),
    });
    const policy = repositoryPolicy(props);
    const access =
      policy === undefined
        ? []
        : [new EcrRepositoryPolicy(this, 'Policy', { provider, repository: repository.name, policy })];

    this.arn = repository.arn;
    this.repositoryName = repositoryName;
    this.dependables = [repository, lifecycle, ...access];
  }
}
