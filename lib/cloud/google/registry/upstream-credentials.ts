import type { ArtifactRegistryRepositoryRemoteRepositoryConfigUpstreamCredentials } from '@cdktf/provider-google/lib/artifact-registry-repository';
import { SecretManagerSecretIamMember } from '@cdktf/provider-google/lib/secret-manager-secret-iam-member';
import { Token, type ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import type { ServiceAgents } from '../service-agents';

const SECRET_VERSION = /^projects\/([^/]+)\/secrets\/([A-Za-z0-9_-]+)\/versions\/[A-Za-z0-9_-]+$/;

/** How a `RemoteRepository` makes itself known to the registry that it caches. */
export interface UpstreamCredentials {
  /** Name of the account there. */
  readonly username: string;
  /**
   * Where Secret Manager holds the account's password or token: `projects/…/secrets/…/versions/3`. Artifact Registry
   * gets to read the secret.
   */
  readonly passwordSecretVersion: string;
}

/** The credentials as Artifact Registry reads them. */
export function upstreamCredentials(
  credentials: UpstreamCredentials,
): ArtifactRegistryRepositoryRemoteRepositoryConfigUpstreamCredentials {
  const { username, passwordSecretVersion } = credentials;
  return { usernamePasswordCredentials: { username, passwordSecretVersion } };
}

/** Lets Artifact Registry read the secret that holds the password, and no other. */
export function grantPassword(
  scope: Construct,
  { passwordSecretVersion }: UpstreamCredentials,
  agents: ServiceAgents,
): ITerraformDependable[] {
  const [, project, secretId] = SECRET_VERSION.exec(passwordSecretVersion) ?? [];
  if (secretId === undefined) return [];
  return [
    new SecretManagerSecretIamMember(scope, 'Password', {
      ...{ project, secretId },
      role: 'roles/secretmanager.secretAccessor',
      member: agents.member('artifact-registry'),
    }),
  ];
}

/** Refuses credentials that are none, and passwords that stand for themselves. */
export function credentialRefusals(credentials: UpstreamCredentials): (Refusal | undefined)[] {
  const { username, passwordSecretVersion } = credentials;
  return [
    username === ''
      ? { property: 'upstreamCredentials.username', rule: 'must not be empty', got: username }
      : undefined,
    passwordRefusal('upstreamCredentials.passwordSecretVersion', passwordSecretVersion),
  ];
}

function passwordRefusal(property: string, version: string): Refusal | undefined {
  if (Token.isUnresolved(version)) {
    const remedy = 'write the name out, since the secret in it gets a grant';
    return { property, rule: 'must be known at synthesis', got: 'a token', remedy };
  }
  if (SECRET_VERSION.test(version)) return undefined;
  return {
    property,
    rule: 'must name a version in Secret Manager, as in projects/…/secrets/…/versions/3',
    // Somebody may have written the password itself.
    got: `${version.length} characters`,
  };
}
