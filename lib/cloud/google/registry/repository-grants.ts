import type { ArtifactRegistryRepository } from '@cdktf/provider-google/lib/artifact-registry-repository';
import { ArtifactRegistryRepositoryIamMember } from '@cdktf/provider-google/lib/artifact-registry-repository-iam-member';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import { memberRefusal } from '../iam-member';
import type { ServiceAgents } from '../service-agents';
import type { RepositoryName } from './repository-name';

/** https://cloud.google.com/artifact-registry/docs/access-control#roles */
const ROLES = {
  reader: 'roles/artifactregistry.reader',
  writer: 'roles/artifactregistry.writer',
  administrator: 'roles/artifactregistry.repoAdmin',
} as const;
type Role = keyof typeof ROLES;

/** Who may do what in a repository. */
export interface RepositoryMembers {
  readonly readers?: readonly string[];
  readonly writers?: readonly string[];
  readonly administrators?: readonly string[];
}

/** Lets the members into one repository, whoever else has access by the project. */
export function grantMembers(
  scope: Construct,
  name: RepositoryName,
  repository: ArtifactRegistryRepository,
  members: RepositoryMembers,
): void {
  const { project, location } = name;
  const grant = (role: Role, member: string): void => {
    new ArtifactRegistryRepositoryIamMember(scope, `${role}-${member}`, {
      ...{ project, location, member },
      repository: repository.name,
      role: ROLES[role],
    });
  };
  for (const member of new Set(members.readers)) grant('reader', member);
  for (const member of new Set(members.writers)) grant('writer', member);
  for (const member of new Set(members.administrators)) grant('administrator', member);
}

/**
 * Lets Artifact Registry, acting for one project, read a repository of another; in its own project it may anyway.
 * https://cloud.google.com/artifact-registry/docs/ar-service-account
 */
export function grantAgent(
  scope: Construct,
  id: string,
  upstream: RepositoryName,
  agents: ServiceAgents,
): ITerraformDependable {
  return new ArtifactRegistryRepositoryIamMember(scope, id, {
    project: upstream.project,
    location: upstream.location,
    repository: upstream.repositoryId,
    role: ROLES.reader,
    member: agents.member('artifact-registry'),
  });
}

/** Refuses who is no IAM member, and everyone. */
export function repositoryMemberRefusals(members: RepositoryMembers): (Refusal | undefined)[] {
  return (['readers', 'writers', 'administrators'] as const).flatMap((property) =>
    (members[property] ?? []).map((member) => memberRefusal(property, member)),
  );
}
