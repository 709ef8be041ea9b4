import { ArtifactRegistryRepository } from '@cdktf/provider-google/lib/artifact-registry-repository';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { ServiceAgents } from '../service-agents';
import type { IArtifactRegistry, VulnerabilityScanning } from './artifact-registry';
import { cleanupPolicies, cleanupRefusals, type CleanupPolicies } from './cleanup-policy';
import { upstreamConfig, upstreamRefusals, upstreamRepository, type RemoteUpstream } from './remote-upstream';
import { grantAgent, grantMembers } from './repository-grants';
import { imagePrefix } from './repository-name';
import { repositoryAttributes, repositoryRefusals, type RepositoryOptions } from './repository-options';
import {
  credentialRefusals,
  grantPassword,
  upstreamCredentials,
  type UpstreamCredentials,
} from './upstream-credentials';

const DEFAULT_CACHED_DAYS = 90;

/** Properties for `RemoteRepository`. Nobody can push to one, so there are no writers. */
export interface RemoteRepositoryProps extends RepositoryOptions {
  /** Registry that images are pulled from when the cache has none. A change replaces the repository. */
  readonly upstream: RemoteUpstream;
  /**
   * How the repository makes itself known upstream; also against a limit on anonymous pulls. A change replaces the
   * repository, until 7.38 of the provider.
   *
   * @default - anonymous
   */
  readonly upstreamCredentials?: UpstreamCredentials;
  /**
   * Whether Google tries the upstream and the credentials before it takes them.
   *
   * @default true
   */
  readonly upstreamValidation?: boolean;
  /**
   * Days after which a cached version is deleted. Who pulls it then has it cached again, if the upstream still has it.
   *
   * @default 90
   */
  readonly cachedDays?: number;
  /**
   * Further policies by name, such as one that keeps the images of what must start while the upstream is down; nine at
   * most.
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
   * Whether cached images are scanned for known vulnerabilities: as the project says, or not at all.
   *
   * @default 'INHERITED'
   */
  readonly vulnerabilityScanning?: VulnerabilityScanning;
}

/** A cache of another registry: what somebody pulls is copied, scanned, and there when the other one is not. */
export class RemoteRepository extends Construct implements IArtifactRegistry {
  public readonly project: string;
  public readonly location: string;
  public readonly repositoryId: string;
  public readonly mode = 'REMOTE_REPOSITORY';
  public readonly dependables: readonly ITerraformDependable[];
  /** What stands in for the other registry's host: `europe-west1-docker.pkg.dev/funlynk-prod/docker-hub`. */
  public readonly imagePrefix: string;

  constructor(scope: Construct, id: string, props: RemoteRepositoryProps) {
    super(scope, id);

    const cachedDays = props.cachedDays ?? DEFAULT_CACHED_DAYS;
    const ownPolicies: CleanupPolicies = { 'delete-cached': { action: 'DELETE', olderThanDays: cachedDays } };
    const policies = props.cleanupPolicies ?? {};
    refuse(this.node.path, [
      ...repositoryRefusals(props),
      wholeNumberRefusal('cachedDays', cachedDays, { min: 1 }),
      ...cleanupRefusals(policies, ownPolicies),
      ...upstreamRefusals(props.upstream, props),
      ...(props.upstreamCredentials === undefined ? [] : credentialRefusals(props.upstreamCredentials)),
      credentialsOfOnesOwnRefusal(props),
    ]);

    this.project = props.project;
    this.location = props.location;
    this.repositoryId = props.repositoryId;
    this.imagePrefix = imagePrefix(props);
    const repository = new ArtifactRegistryRepository(this, 'Resource', {
      ...repositoryAttributes(props, this.grantAccessUpstream(props)),
      mode: this.mode,
      remoteRepositoryConfig: {
        ...upstreamConfig(props.upstream),
        upstreamCredentials:
          props.upstreamCredentials === undefined ? undefined : upstreamCredentials(props.upstreamCredentials),
        disableUpstreamValidation: !(props.upstreamValidation ?? true),
      },
      vulnerabilityScanningConfig: { enablementConfig: props.vulnerabilityScanning ?? 'INHERITED' },
      cleanupPolicyDryRun: props.cleanupPolicyDryRun ?? false,
      cleanupPolicies: cleanupPolicies({ ...policies, ...ownPolicies }),
    });
    grantMembers(this, props, repository, { readers: props.readers, administrators: props.administrators });
    this.dependables = [repository];
  }

  /** What Artifact Registry has to be allowed before it can pull from upstream. */
  private grantAccessUpstream(props: RemoteRepositoryProps): readonly ITerraformDependable[] {
    const { project, upstreamCredentials: credentials } = props;
    const upstream = upstreamRepository(props.upstream);
    const agents = (): ServiceAgents => new ServiceAgents(this, 'Agents', { project });
    if (credentials !== undefined) return grantPassword(this, credentials, agents());
    if (upstream === undefined) return [];
    const waited = upstream.dependables ?? [];
    return upstream.project === project ? waited : [...waited, grantAgent(this, 'Upstream', upstream, agents())];
  }
}

function credentialsOfOnesOwnRefusal(props: RemoteRepositoryProps): Refusal | undefined {
  if (props.upstreamCredentials === undefined || upstreamRepository(props.upstream) === undefined) return undefined;
  return {
    property: 'upstreamCredentials',
    rule: 'must not be given for a repository of Artifact Registry, which knows its visitors by IAM',
    got: props.upstreamCredentials.username,
    remedy: 'leave them out',
  };
}
