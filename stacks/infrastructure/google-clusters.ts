import type { GoogleClusterEnvironment } from '../../lib/environment/environment';
import type { ResolvedEnvironment } from '../resolve';

/** A GKE cluster as other stacks than its own know it: all of it is known at synthesis. */
export interface GoogleCluster {
  /** Key of the cluster in the environment file. */
  readonly name: string;
  readonly environment: GoogleClusterEnvironment;
  readonly cluster: { readonly project: string; readonly location: string; readonly clusterName: string };
}

/** The GKE clusters of an environment, sorted by name. */
export function googleClusters({ clusters }: ResolvedEnvironment): readonly GoogleCluster[] {
  return clusters.flatMap(({ name, environment, contract: { clusterName, location } }) =>
    environment.cloud === 'google'
      ? [{ name, environment, cluster: { project: environment.project, location, clusterName } }]
      : [],
  );
}
