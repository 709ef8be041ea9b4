import { GkeHubMembership } from '@cdktf/provider-google/lib/gke-hub-membership';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import { clusterId, regionOf, type INamedCluster } from '../cluster-name';
import { labelRefusals } from '../resource-labels';
import { resourceNameRefusal } from '../resource-name';

const MAX_ID_LENGTH = 63;

/** Names of a membership. */
export interface FleetMembershipName {
  /** Project id of the fleet. */
  readonly project: string;
  /** Region of the membership, or `global`. */
  readonly location: string;
  readonly membershipId: string;
}

/** A cluster's place in a fleet, however it got there. */
export interface IFleetMembership extends FleetMembershipName {
  /** `projects/…/locations/…/memberships/…` */
  readonly id: string;
  /** What has to exist before features can be given to the member; depend on these. */
  readonly dependables: readonly ITerraformDependable[];
}

/** A cluster that joined a fleet by itself. */
export interface IFleetCluster extends INamedCluster {
  /**
   * Its membership, as it knows itself.
   *
   * @default - named after the cluster
   */
  readonly fleetMembership?: FleetMembershipName;
}

/** Properties for `FleetMembership`. */
export interface FleetMembershipProps {
  /** Cluster that joins, and that does not join by itself. A change replaces the membership. */
  readonly cluster: INamedCluster;
  /**
   * Project id of the fleet. A change replaces the membership.
   *
   * @default - the cluster's project
   */
  readonly project?: string;
  /**
   * Id of the membership within the fleet and its region. A change replaces the membership.
   *
   * @default - the cluster's name
   */
  readonly membershipId?: string;
  /**
   * Labels of the membership.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Whether Terraform refuses to take the cluster out of the fleet, and so out of the mesh.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * Brings a GKE cluster into a fleet that was made elsewhere. Clusters of this library join by their own `fleet`, and
 * are named with `FleetMembership.ofCluster`: joining in both ways fails.
 */
export class FleetMembership extends Construct implements IFleetMembership {
  /**
   * The membership of a cluster that joined by its own `fleet`. A `GkeCluster` refers to it; of a cluster that another
   * stack made, GKE is taken to have named it after the cluster, as it does unless that name is taken.
   */
  public static ofCluster(cluster: IFleetCluster, project: string = cluster.project): IFleetMembership {
    const named = { project, location: regionOf(cluster.location), membershipId: cluster.clusterName };
    return {
      ...FleetMembership.fromName(cluster.fleetMembership ?? named),
      dependables: cluster.dependable === undefined ? [] : [cluster.dependable],
    };
  }

  /** A membership that another stack made, or that bears another name than its cluster. */
  public static fromName(name: FleetMembershipName): IFleetMembership {
    const { project, location, membershipId } = name;
    return {
      ...{ project, location, membershipId },
      id: `projects/${project}/locations/${location}/memberships/${membershipId}`,
      dependables: [],
    };
  }

  public readonly project: string;
  public readonly location: string;
  public readonly membershipId: string;
  public readonly id: string;
  public readonly dependables: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: FleetMembershipProps) {
    super(scope, id);

    const { cluster } = props;
    this.project = props.project ?? cluster.project;
    this.location = regionOf(cluster.location);
    this.membershipId = props.membershipId ?? cluster.clusterName;
    refuse(this.node.path, [
      resourceNameRefusal('membershipId', this.membershipId, MAX_ID_LENGTH),
      ...labelRefusals('labels', props.labels),
    ]);

    const membership = new GkeHubMembership(this, 'Resource', {
      project: this.project,
      location: this.location,
      membershipId: this.membershipId,
      endpoint: { gkeCluster: { resourceLink: `//container.googleapis.com/${clusterId(cluster)}` } },
      // Pods of members may prove to each other who they are.
      authority: { issuer: `https://container.googleapis.com/v1/${clusterId(cluster)}` },
      labels: props.labels,
      dependsOn: cluster.dependable === undefined ? [] : [cluster.dependable],
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    this.id = FleetMembership.fromName(this).id;
    this.dependables = [membership];
  }
}
