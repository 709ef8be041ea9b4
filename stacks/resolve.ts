import { eksContract } from '../lib/cloud/aws/cluster-contract';
import { gkeContract } from '../lib/cloud/google/cluster-contract';
import type { Cluster } from '../lib/core/cluster';
import type { SystemModel } from '../lib/core/model/system-model';
import { composeModel } from '../lib/environment/compose';
import type { ClusterEnvironment, Environment } from '../lib/environment/environment';
import { SYSTEMS } from './systems';

/** A cluster of an environment: what the file says of it, and what manifests may know of it. */
export interface ResolvedCluster {
  readonly name: string;
  readonly environment: ClusterEnvironment;
  readonly contract: Cluster;
}

/** An environment with everything that both sides, Terraform and manifests, are rendered from. */
export interface ResolvedEnvironment {
  readonly environment: Environment;
  readonly model: SystemModel;
  /** Clusters, sorted by name. */
  readonly clusters: readonly ResolvedCluster[];
}

/** Puts an environment and its system together. */
export function resolveEnvironment(environment: Environment): ResolvedEnvironment {
  const definition = SYSTEMS[environment.system];
  if (definition === undefined) throw new Error(`${environment.file}: no such system: ${environment.system}`);
  return {
    environment,
    model: composeModel(definition, environment),
    clusters: Object.keys(environment.clusters)
      .sort()
      .flatMap((name) => {
        const cluster = environment.clusters[name];
        return cluster === undefined
          ? []
          : [{ name, environment: cluster, contract: contract(environment, name, cluster) }];
      }),
  };
}

function contract({ system, environment }: Environment, name: string, cluster: ClusterEnvironment): Cluster {
  switch (cluster.cloud) {
    case 'aws':
      return eksContract({
        system,
        environment,
        name,
        account: cluster.account,
        region: cluster.region,
        mode: cluster.mode,
      });
    case 'google': {
      const { project, region, zone } = cluster;
      return gkeContract({ system, environment, name, project, region, ...(zone === undefined ? {} : { zone }) });
    }
  }
}
