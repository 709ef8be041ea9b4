import { GkeHubFeatureMembership } from '@cdktf/provider-google/lib/gke-hub-feature-membership';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { IFleetMembership } from './fleet-membership';

/** Name of the mesh among the features of a fleet. */
export const MESH_FEATURE = 'servicemesh';
const DEFAULT_MANAGEMENT = 'MANAGEMENT_AUTOMATIC';

/** Options shared by `MeshMember` and `ManagedMesh.addMember`. */
export interface MeshMemberOptions {
  /**
   * Whether Google runs and upgrades the control plane and the proxies, or you do.
   *
   * @default 'MANAGEMENT_AUTOMATIC'
   */
  readonly management?: 'MANAGEMENT_AUTOMATIC' | 'MANAGEMENT_MANUAL';
}

/** Properties for `MeshMember`. */
export interface MeshMemberProps extends MeshMemberOptions {
  /** Member of the fleet that the mesh reaches into. A change replaces this. */
  readonly membership: IFleetMembership;
  /**
   * What the mesh has to wait for, beside the membership.
   *
   * @default - nothing: another stack made the `ManagedMesh`
   */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** A cluster in the mesh of its fleet. */
export class MeshMember extends Construct {
  constructor(scope: Construct, id: string, props: MeshMemberProps) {
    super(scope, id);

    const { membership } = props;
    new GkeHubFeatureMembership(this, 'Resource', {
      project: membership.project,
      location: 'global',
      feature: MESH_FEATURE,
      membership: membership.membershipId,
      membershipLocation: membership.location,
      mesh: { management: props.management ?? DEFAULT_MANAGEMENT },
      dependsOn: [...membership.dependables, ...(props.dependsOn ?? [])],
    });
  }
}
