import { GkeHubFeature } from '@cdktf/provider-google/lib/gke-hub-feature';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import { FleetAgent, memberProjectsRefusal } from './fleet-agent';
import type { IFleetMembership } from './fleet-membership';
import { MESH_FEATURE, MeshMember, type MeshMemberOptions } from './mesh-member';

/** Properties for `ManagedMesh`. */
export interface ManagedMeshProps {
  /** Project id of the fleet. */
  readonly project: string;
  /**
   * Other projects whose clusters are in the mesh.
   *
   * @default - none
   */
  readonly memberProjects?: readonly string[];
  /**
   * Whether every cluster that joins the fleet from now on is in the mesh.
   *
   * @default false
   */
  readonly addNewMembers?: boolean;
  /**
   * Whether Terraform refuses to take the mesh down.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * Cloud Service Mesh for a fleet, of which there is one in a project: Istio, whose control plane Google runs. Clusters
 * are in it once they are added.
 */
export class ManagedMesh extends Construct {
  private readonly project: string;
  private readonly feature: ITerraformDependable;

  constructor(scope: Construct, id: string, props: ManagedMeshProps) {
    super(scope, id);

    const { project, memberProjects = [] } = props;
    refuse(this.node.path, [memberProjectsRefusal(project, memberProjects)]);

    this.project = project;
    this.feature = new GkeHubFeature(this, 'Resource', {
      project,
      name: MESH_FEATURE,
      location: 'global',
      fleetDefaultMemberConfig:
        (props.addNewMembers ?? false) ? { mesh: { management: 'MANAGEMENT_AUTOMATIC' } } : undefined,
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    new FleetAgent(this, 'Agent', {
      fleetProject: project,
      agent: 'service-mesh',
      projects: memberProjects,
      dependsOn: [this.feature],
    });
  }

  /** Adds a cluster to the mesh, under a name of its own. Throws where that is taken, or where the fleet is another. */
  public addMember(name: string, membership: IFleetMembership, options: MeshMemberOptions = {}): MeshMember {
    refuse(this.node.path, [
      membership.project === this.project
        ? undefined
        : { property: 'membership', rule: `must be of the fleet of ${this.project}`, got: membership.id },
    ]);
    return new MeshMember(this, `member-${name}`, {
      ...options,
      membership,
      dependsOn: [this.feature],
    });
  }
}
