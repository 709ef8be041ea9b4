import type { ContainerCluster, ContainerClusterConfig } from '@cdktf/provider-google/lib/container-cluster';
import type { FleetMembershipName } from '../fleet/fleet-membership';

/** The fleet that a cluster joins. */
export interface GkeFleet {
  /**
   * Project of the fleet. In another project than the cluster's, its service agent has to be allowed in first, see the
   * README of `fleet`.
   *
   * @default - the cluster's
   */
  readonly project?: string;
}

/** The part of a cluster's options that has to do with its fleet. */
export interface GkeFleetOptions {
  /**
   * The fleet that the cluster joins; `{}` for that of its own project.
   *
   * @default - none
   */
  readonly fleet?: GkeFleet;
}

/** The fleet of a cluster, as the provider writes it. The project is always named: without one, nothing is joined. */
export function fleetBlock(project: string, { fleet }: GkeFleetOptions): Partial<ContainerClusterConfig> {
  return fleet === undefined ? {} : { fleet: { project: fleet.project ?? project } };
}

/** What the fleet knows a cluster by, once it has joined: references, since the name is for GKE to choose. */
export function fleetMembership(
  cluster: ContainerCluster,
  project: string,
  { fleet }: GkeFleetOptions,
): FleetMembershipName | undefined {
  if (fleet === undefined) return undefined;
  const { membershipLocation: location, membershipId } = cluster.fleet;
  return { project: fleet.project ?? project, location, membershipId };
}
