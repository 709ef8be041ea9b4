import type { ITerraformDependable } from 'cdktf';

/** A GKE cluster by its names; every cluster made here is one, and so is one that somebody else made. */
export interface INamedCluster {
  /** Project id. */
  readonly project: string;
  /** Region, or zone of a zonal cluster. */
  readonly location: string;
  readonly clusterName: string;
  /**
   * The cluster itself, for what has to wait for it.
   *
   * @default - it exists already
   */
  readonly dependable?: ITerraformDependable;
}

/** Full resource id of a cluster: `projects/…/locations/…/clusters/…` */
export function clusterId({ project, location, clusterName }: INamedCluster): string {
  return `projects/${project}/locations/${location}/clusters/${clusterName}`;
}

/** The region of a region, or of a zone. */
export function regionOf(location: string): string {
  return location.replace(/-[a-z]$/, '');
}
