import { Token, type ITerraformDependable, type TerraformResourceLifecycle } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import type { IKmsKey } from '../keys/kms-key';
import { templateText } from '../operations/template-text';
import { labelRefusals } from '../resource-labels';
import { repositoryMemberRefusals } from './repository-grants';
import { repositoryNameRefusals, type RepositoryName } from './repository-name';

/** Options of every repository, whichever kind. */
export interface RepositoryOptions extends RepositoryName {
  /**
   * What people see beside the repository's name.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * Labels of the repository.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Key that the repository is encrypted with; one of its own location, which `artifact-registry` may use. A change
   * replaces the repository.
   *
   * @default - Google's own key
   */
  readonly kmsKey?: IKmsKey;
  /**
   * IAM members that may pull, such as `group:developers@example.com`.
   *
   * @default - none
   */
  readonly readers?: readonly string[];
  /**
   * IAM members that may also delete versions and move tags, where these can be moved.
   *
   * @default - none
   */
  readonly administrators?: readonly string[];
  /**
   * Whether Terraform refuses to destroy the repository with its images.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** What the kinds of repositories have in common, as the provider reads it. */
interface RepositoryAttributes {
  readonly project: string;
  readonly location: string;
  readonly repositoryId: string;
  /** Images, and Helm charts with them: both are OCI artefacts. */
  readonly format: 'DOCKER';
  readonly description?: string;
  readonly labels?: Record<string, string>;
  readonly kmsKeyName?: string;
  readonly dependsOn: ITerraformDependable[];
  readonly lifecycle: TerraformResourceLifecycle;
}

/** The attributes of a repository that has to wait for its key, and for something else perhaps. */
export function repositoryAttributes(
  options: RepositoryOptions,
  dependables: readonly ITerraformDependable[] = [],
): RepositoryAttributes {
  const { project, location, repositoryId, description, labels, kmsKey } = options;
  return {
    ...{ project, location, repositoryId, labels },
    format: 'DOCKER',
    description: description === undefined ? undefined : templateText(description),
    kmsKeyName: kmsKey?.id,
    dependsOn: [...(kmsKey?.grants ?? []), ...dependables],
    lifecycle: { preventDestroy: options.deletionProtection ?? true },
  };
}

/** Refuses options that no repository can have. */
export function repositoryRefusals(options: RepositoryOptions): (Refusal | undefined)[] {
  const { readers, administrators } = options;
  return [
    ...repositoryNameRefusals(options),
    keyLocationRefusal('kmsKey', options.kmsKey, options.location),
    ...labelRefusals('labels', options.labels),
    ...repositoryMemberRefusals({ readers, administrators }),
  ];
}

/** Refuses a key of another location, where its id tells which. */
export function keyLocationRefusal(property: string, key: IKmsKey | undefined, location: string): Refusal | undefined {
  const own = /^projects\/[^/]+\/locations\/([^/]+)\//.exec(key?.id ?? '')?.[1];
  if (own === undefined || own === location || Token.isUnresolved(location)) return undefined;
  return { property, rule: `must be a key of the repository's own location (${location})`, got: key?.id };
}
