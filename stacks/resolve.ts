import { eksContract, type EksContractProps } from '../lib/cloud/aws/cluster-contract';
import { gkeContract } from '../lib/cloud/google/cluster-contract';
import type { Cluster } from '../lib/core/cluster';
import type { SystemModel } from '../lib/core/model/system-model';
import { composeModel } from '../lib/environment/compose';
import type {
  AwsClusterEnvironment,
  ClusterEnvironment,
  Environment,
  GoogleClusterEnvironment,
} from '../lib/environment/environment';
import { clusterNodes } from './cluster-nodes';
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

function contract(scope: Environment, name: string, cluster: ClusterEnvironment): Cluster {
  const { system, environment } = scope;
  const common = { system, environment, name, nodes: clusterNodes(cluster) };
  return cluster.cloud === 'aws' ? eks(common, cluster) : gke(common, cluster);
}

/** What contracts of both clouds are derived from. */
type ContractScope = Pick<EksContractProps, 'system' | 'environment' | 'name' | 'nodes'>;

function eks(scope: ContractScope, { account, region, mode, network }: AwsClusterEnvironment): Cluster {
  const vpcRanges = network.existing === undefined ? { vpcRanges: [network.cidr] } : {};
  return eksContract({ ...scope, account, region, mode, ...vpcRanges });
}

function gke(scope: ContractScope, cluster: GoogleClusterEnvironment): Cluster {
  const { project, region, zone, network, mode, csiDrivers = [] } = cluster;
  const { shared } = network;
  return gkeContract({
    ...{ ...scope, project, region },
    ...(zone === undefined ? {} : { zone }),
    // The control plane answers in the network of the nodes, or in a range of its own beside them.
    apiServerRanges: shared === undefined ? [network.cidr] : [shared.controlPlane, shared.nodes],
    filestore: shared === undefined && (mode === 'autopilot' || csiDrivers.includes('filestore')),
    fqdnPolicies: true,
  });
}
