import { ArtifactRegistryRepository } from '@cdktf/provider-google/lib/artifact-registry-repository';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { cleanupPolicies, cleanupRefusals, immutableTagRefusals, type CleanupPolicies } from './cleanup-policy';
import { grantMembers, repositoryMemberRefusals } from './repository-grants';
import { imagePrefix, type RepositoryName } from './repository-name';
import { repositoryAttributes, repositoryRefusals, type RepositoryOptions } from './repository-options';

const DEFAULT_KEPT_VERSIONS = 30;
const DEFAULT_UNTAGGED_DAYS = 7;

/** What a repository holds: one's own images, copies of another registry's, or the images of other repositories. */
export type RepositoryMode = 'STANDARD_REPOSITORY' | 'REMOTE_REPOSITORY' | 'VIRTUAL_REPOSITORY';

/** Whether what is pushed or cached is scanned as the project says, or not at all. */
export type VulnerabilityScanning = 'INHERITED' | 'DISABLED';

/** A repository that images are pulled from, wherever it was made. */
export interface IArtifactRegistry extends RepositoryName {
  /**
   * What the repository holds.
   *
   * @default 'STANDARD_REPOSITORY'
   */
  readonly mode?: RepositoryMode;
  /**
   * What has to exist before the repository can be used; depend on these.
   *
   * @default - none: another stack made the repository
   */
  readonly dependables?: readonly ITerraformDependable[];
}

/** Options of an `ArtifactRegistry`, wherever it lies. */
export interface ArtifactRegistryOptions {
  /**
   * Whether tags stay where they are once pushed. A version that has such a tag is never deleted.
   *
   * @default true
   */
  readonly immutableTags?: boolean;
  /**
   * How many of the newest versions of each image are kept, whatever else would delete them.
   *
   * @default 30
   */
  readonly keptVersions?: number;
  /**
   * Days after which a version without a tag is deleted.
   *
   * @default 7
   */
  readonly untaggedDays?: number;
  /**
   * Further policies by name, such as one that deletes the images of old pull requests; eight at most. Those that
   * delete versions with a tag need `immutableTags` to be false.
   *
   * @default - none
   */
  readonly cleanupPolicies?: CleanupPolicies;
  /**
   * Whether versions are only logged and not deleted, to try policies out.
   *
   * @default false
   */
  readonly cleanupPolicyDryRun?: boolean;
  /**
   * Whether images are scanned for known vulnerabilities: as the project says, or not at all. A project says so by
   * having `containerscanning.googleapis.com` enabled.
   *
   * @default 'INHERITED'
   */
  readonly vulnerabilityScanning?: VulnerabilityScanning;
  /**
   * IAM members that may push.
   *
   * @default - none
   */
  readonly writers?: readonly string[];
}

/** Properties for `ArtifactRegistry`. */
export interface ArtifactRegistryProps extends RepositoryOptions, ArtifactRegistryOptions {}

/**
 * A repository of one's own container images and Helm charts, whose tags never move once pushed. Versions with a tag
 * stay, since a tag that cannot move cannot be taken away either; versions without one are cleaned up.
 */
export class ArtifactRegistry extends Construct implements IArtifactRegistry {
  public readonly project: string;
  public readonly location: string;
  public readonly repositoryId: string;
  public readonly mode = 'STANDARD_REPOSITORY';
  public readonly dependables: readonly ITerraformDependable[];
  /** What the names of images begin with: `europe-west1-docker.pkg.dev/funlynk-prod/images`. */
  public readonly imagePrefix: string;

  constructor(scope: Construct, id: string, props: ArtifactRegistryProps) {
    super(scope, id);

    const keptVersions = props.keptVersions ?? DEFAULT_KEPT_VERSIONS;
    const untaggedDays = props.untaggedDays ?? DEFAULT_UNTAGGED_DAYS;
    const immutableTags = props.immutableTags ?? true;
    const ownPolicies: CleanupPolicies = {
      'delete-untagged': { action: 'DELETE', tagState: 'UNTAGGED', olderThanDays: untaggedDays },
      'keep-newest': { action: 'KEEP', keepCount: keptVersions },
    };
    const policies = props.cleanupPolicies ?? {};
    refuse(this.node.path, [
      ...repositoryRefusals(props),
      wholeNumberRefusal('keptVersions', keptVersions, { min: 1 }),
      wholeNumberRefusal('untaggedDays', untaggedDays, { min: 1 }),
      ...cleanupRefusals(policies, ownPolicies),
      ...(immutableTags ? immutableTagRefusals(policies) : []),
      ...repositoryMemberRefusals({ writers: props.writers }),
    ]);

    this.project = props.project;
    this.location = props.location;
    this.repositoryId = props.repositoryId;
    this.imagePrefix = imagePrefix(props);
    const repository = new ArtifactRegistryRepository(this, 'Resource', {
      ...repositoryAttributes(props),
      dockerConfig: { immutableTags },
      vulnerabilityScanningConfig: { enablementConfig: props.vulnerabilityScanning ?? 'INHERITED' },
      cleanupPolicyDryRun: props.cleanupPolicyDryRun ?? false,
      cleanupPolicies: cleanupPolicies({ ...policies, ...ownPolicies }),
    });
    grantMembers(this, props, repository, props);
    this.dependables = [repository];
  }
}
