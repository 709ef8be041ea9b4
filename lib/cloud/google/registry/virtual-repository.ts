import { ArtifactRegistryRepository } from '@cdktf/provider-google/lib/artifact-registry-repository';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import { ServiceAgents } from '../service-agents';
import type { IArtifactRegistry } from './artifact-registry';
import { grantAgent, grantMembers } from './repository-grants';
import { imagePrefix } from './repository-name';
import { repositoryAttributes, repositoryRefusals, type RepositoryOptions } from './repository-options';
import { upstreamPolicies, virtualUpstreamRefusals, type VirtualUpstreams } from './virtual-upstreams';

/** Properties for `VirtualRepository`. It holds no images, so there are no writers and nothing to clean up. */
export interface VirtualRepositoryProps extends RepositoryOptions {
  /** Repositories whose images are offered, by names that are free to choose. Standard ones have to come first. */
  readonly upstreams: VirtualUpstreams;
}

/**
 * One name for the images of several repositories. Who may read it reads all of them by it, and needs no access to
 * any of them.
 */
export class VirtualRepository extends Construct implements IArtifactRegistry {
  public readonly project: string;
  public readonly location: string;
  public readonly repositoryId: string;
  public readonly mode = 'VIRTUAL_REPOSITORY';
  public readonly dependables: readonly ITerraformDependable[];
  /** What the names of images begin with: `europe-west1-docker.pkg.dev/funlynk-prod/all`. */
  public readonly imagePrefix: string;

  constructor(scope: Construct, id: string, props: VirtualRepositoryProps) {
    super(scope, id);

    refuse(this.node.path, [...repositoryRefusals(props), ...virtualUpstreamRefusals(props.upstreams, props)]);

    this.project = props.project;
    this.location = props.location;
    this.repositoryId = props.repositoryId;
    this.imagePrefix = imagePrefix(props);
    const repository = new ArtifactRegistryRepository(this, 'Resource', {
      ...repositoryAttributes(props, this.grantAccessUpstream(props)),
      mode: this.mode,
      virtualRepositoryConfig: { upstreamPolicies: upstreamPolicies(props.upstreams) },
    });
    grantMembers(this, props, repository, { readers: props.readers, administrators: props.administrators });
    this.dependables = [repository];
  }

  /** What has to exist, and what Artifact Registry has to be allowed, before it can read the upstreams. */
  private grantAccessUpstream({ project, upstreams }: VirtualRepositoryProps): readonly ITerraformDependable[] {
    const entries = Object.entries(upstreams);
    const waited = entries.flatMap(([, { repository }]) => [...(repository.dependables ?? [])]);
    const foreign = entries.filter(([, { repository }]) => repository.project !== project);
    if (foreign.length === 0) return waited;
    const agents = new ServiceAgents(this, 'Agents', { project });
    return [
      ...waited,
      ...foreign.map(([name, { repository }]) => grantAgent(this, `upstream-${name}`, repository, agents)),
    ];
  }
}
