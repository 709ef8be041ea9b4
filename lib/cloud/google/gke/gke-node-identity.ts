import { ArtifactRegistryRepositoryIamMember } from '@cdktf/provider-google/lib/artifact-registry-repository-iam-member';
import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { nodeServiceAccountId } from '../names';
import type { IArtifactRegistry } from '../registry/artifact-registry';

/** Properties for `GkeNodeIdentity`. */
export interface GkeNodeIdentityProps {
  /** Project id of the cluster. */
  readonly project: string;
  readonly clusterName: string;
  /**
   * Repository that the nodes may pull images from.
   *
   * @default - none: the nodes pull public images only
   */
  readonly registry?: IArtifactRegistry;
}

/**
 * The service account that nodes run as: it may write logs and metrics, and pull from one repository. What pods
 * may do is another matter, see `WorkloadIdentity`.
 */
export class GkeNodeIdentity extends Construct {
  /** Reference to the account's e-mail address. */
  public readonly email: string;
  /** What has to exist before a node can work; depend on these. */
  public readonly grants: readonly ITerraformDependable[];

  private readonly account: ServiceAccount;

  constructor(scope: Construct, id: string, props: GkeNodeIdentityProps) {
    super(scope, id);

    const account = new ServiceAccount(this, 'Resource', {
      project: props.project,
      accountId: nodeServiceAccountId(props.clusterName),
      displayName: `Nodes of ${props.clusterName}`,
    });
    this.account = account;
    this.email = account.email;
    const node = new ProjectIamMember(this, 'DefaultNode', {
      project: props.project,
      role: 'roles/container.defaultNodeServiceAccount',
      member: account.member,
    });
    this.grants = props.registry === undefined ? [node] : [node, this.grantPull('Pull', props.registry)];
  }

  /** Lets the nodes pull from another repository, such as a cache of public images. Throws where the name is taken. */
  public addPull(name: string, registry: IArtifactRegistry): void {
    this.grantPull(`pull-${name}`, registry);
  }

  private grantPull(id: string, registry: IArtifactRegistry): ITerraformDependable {
    return new ArtifactRegistryRepositoryIamMember(this, id, {
      project: registry.project,
      location: registry.location,
      repository: registry.repositoryId,
      role: 'roles/artifactregistry.reader',
      member: this.account.member,
    });
  }
}
