import { ArtifactRegistryRepository } from '@cdktf/provider-google/lib/artifact-registry-repository';
import { ArtifactRegistryRepositoryIamMember } from '@cdktf/provider-google/lib/artifact-registry-repository-iam-member';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import { daysAsDuration } from '../durations';
import { memberRefusal } from '../iam-member';
import type { IKmsKey } from '../keys/kms-key';
import { wholeNumberRefusal } from '../whole-number';

const DEFAULT_KEPT_VERSIONS = 30;
const DEFAULT_UNTAGGED_DAYS = 7;

/** A repository that images are pulled from, wherever it was made. */
export interface IArtifactRegistry {
  readonly project: string;
  readonly location: string;
  readonly repositoryId: string;
}

/** Properties for `ArtifactRegistry`. */
export interface ArtifactRegistryProps extends IArtifactRegistry {
  /**
   * Key that images are encrypted with; one of the repository's own region, which `artifact-registry` may use.
   *
   * @default - Google's own key
   */
  readonly kmsKey?: IKmsKey;
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
   * IAM members that may pull, such as `group:developers@example.com`.
   *
   * @default - none
   */
  readonly readers?: readonly string[];
  /**
   * IAM members that may push.
   *
   * @default - none
   */
  readonly writers?: readonly string[];
  /**
   * Whether Terraform refuses to destroy the repository with its images.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * A repository of container images, whose tags never move once pushed. Versions with a tag stay, since a tag that
 * cannot move cannot be taken away either; versions without one are cleaned up.
 */
export class ArtifactRegistry extends Construct implements IArtifactRegistry {
  public readonly project: string;
  public readonly location: string;
  public readonly repositoryId: string;

  constructor(scope: Construct, id: string, props: ArtifactRegistryProps) {
    super(scope, id);

    const keptVersions = props.keptVersions ?? DEFAULT_KEPT_VERSIONS;
    const untaggedDays = props.untaggedDays ?? DEFAULT_UNTAGGED_DAYS;
    const readers = props.readers ?? [];
    const writers = props.writers ?? [];
    refuse(this.node.path, [
      wholeNumberRefusal('keptVersions', keptVersions, { min: 1 }),
      wholeNumberRefusal('untaggedDays', untaggedDays, { min: 1 }),
      ...readers.map((member) => memberRefusal('readers', member)),
      ...writers.map((member) => memberRefusal('writers', member)),
    ]);

    this.project = props.project;
    this.location = props.location;
    this.repositoryId = props.repositoryId;
    const repository = new ArtifactRegistryRepository(this, 'Resource', {
      project: props.project,
      location: props.location,
      repositoryId: props.repositoryId,
      format: 'DOCKER',
      dockerConfig: { immutableTags: true },
      kmsKeyName: props.kmsKey?.id,
      vulnerabilityScanningConfig: { enablementConfig: 'INHERITED' },
      cleanupPolicyDryRun: false,
      cleanupPolicies: [
        {
          id: 'delete-untagged',
          action: 'DELETE',
          condition: { tagState: 'UNTAGGED', olderThan: daysAsDuration(untaggedDays) },
        },
        { id: 'keep-newest', action: 'KEEP', mostRecentVersions: { keepCount: keptVersions } },
      ],
      dependsOn: [...(props.kmsKey?.grants ?? [])],
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    for (const member of readers) this.grant(repository, 'reader', member);
    for (const member of writers) this.grant(repository, 'writer', member);
  }

  private grant(repository: ArtifactRegistryRepository, role: 'reader' | 'writer', member: string): void {
    new ArtifactRegistryRepositoryIamMember(this, `${role}-${member}`, {
      project: this.project,
      location: this.location,
      repository: repository.name,
      role: `roles/artifactregistry.${role}`,
      member,
    });
  }
}
