import type { ITerraformDependable } from 'cdktf';
import type { FleetMembershipName } from '../fleet/fleet-membership';
import type { IKmsKey } from '../keys/kms-key';
import type { GkeNodeIdentity } from './gke-node-identity';

/** What node pools and workload identities have to know of the cluster they join. */
export interface IGkeCluster {
  readonly clusterName: string;
  readonly project: string;
  /** Whether pools are added, or GKE runs the nodes by itself. */
  readonly mode: 'standard' | 'autopilot';
  /** Region, or zone of a zonal cluster. */
  readonly location: string;
  /** Region of the cluster, of a zonal one, too: its keys are there. */
  readonly region: string;
  /** How many zones the nodes are spread over. */
  readonly zoneCount: number;
  /** `<project>.svc.id.goog` */
  readonly workloadPool: string;
  /** Network tag of nodes, which the firewall rules apply to. */
  readonly nodeTag: string;
  readonly nodeIdentity: GkeNodeIdentity;
  /** Key of boot disks and persistent disks. */
  readonly volumesKey: IKmsKey;
  /**
   * The cluster as its fleet knows it.
   *
   * @default - it joined none
   */
  readonly fleetMembership?: FleetMembershipName;
  /** The cluster itself, for what has to wait for it. */
  readonly dependable: ITerraformDependable;
}
