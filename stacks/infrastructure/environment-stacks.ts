import type { Construct } from 'constructs';
import type { Cloud } from '../../lib/core/cluster';
import { from, gather } from '../origin';
import type { ResolvedCluster, ResolvedEnvironment } from '../resolve';
import { AwsEdgeStack } from './aws-edge-stack';
import { AwsFoundationStack } from './aws-foundation-stack';
import { AwsOperationsStack } from './aws-operations-stack';
import { BootstrapStack } from './bootstrap-stack';
import { EksClusterStack } from './eks-cluster-stack';
import type { EnvironmentStack } from './environment-stack';
import { GkeClusterStack } from './gke-cluster-stack';
import { GoogleEdgeStack } from './google-edge-stack';
import { GoogleFoundationStack } from './google-foundation-stack';
import { GoogleOperationsStack } from './google-operations-stack';

/**
 * Every stack of an environment: a foundation for each cloud, then for each cluster its own stack and its
 * bootstrap. Each depends on the one directly before it and on no other: cdktf walks every path between stacks.
 * Returns the names of the stacks.
 */
export function addEnvironmentStacks(scope: Construct, resolved: ResolvedEnvironment): readonly string[] {
  const foundations = new Map<Cloud, EnvironmentStack>();
  const clusters = gather(resolved.clusters, (cluster) => {
    const { cloud } = cluster.environment;
    const foundation = foundations.get(cloud) ?? addFoundation(scope, resolved, cloud);
    foundations.set(cloud, foundation);
    const stack = from(['clusters', cluster.name], () => addCluster(scope, resolved, cluster));
    stack.addDependency(foundation);
    const bootstrap = new BootstrapStack(scope, resolved, cluster);
    bootstrap.addDependency(stack);
    return { cloud, stack, bootstrap };
  });
  const onAws = clusters.filter(({ cloud }) => cloud === 'aws').map(({ stack }) => stack);
  return [
    ...foundations.values(),
    ...clusters.flatMap(({ stack, bootstrap }) => [stack, bootstrap]),
    ...awsStacks(scope, resolved, onAws),
    ...googleStacks(scope, resolved),
  ].map((stack) => stack.node.id);
}

/** What an environment has on AWS beside its clusters: it reads their logs, and stands before what runs on them. */
function awsStacks(
  scope: Construct,
  resolved: ResolvedEnvironment,
  clusters: readonly EnvironmentStack[],
): readonly EnvironmentStack[] {
  const { operations, edge } = resolved.environment.aws;
  const stacks = [
    ...(operations === undefined
      ? []
      : [from(['aws', 'operations'], () => new AwsOperationsStack(scope, resolved, operations))]),
    ...(edge === undefined ? [] : [from(['aws', 'edge'], () => new AwsEdgeStack(scope, resolved, edge))]),
  ];
  for (const stack of stacks) for (const cluster of clusters) stack.addDependency(cluster);
  return stacks;
}

/** What an environment has on Google Cloud beside its clusters. */
function googleStacks(scope: Construct, resolved: ResolvedEnvironment): readonly EnvironmentStack[] {
  const { operations, edge } = resolved.environment.google;
  return [
    ...(operations === undefined
      ? []
      : [from(['google', 'operations'], () => new GoogleOperationsStack(scope, resolved, operations))]),
    ...(edge === undefined ? [] : [from(['google', 'edge'], () => new GoogleEdgeStack(scope, resolved, edge))]),
  ];
}

function addFoundation(scope: Construct, resolved: ResolvedEnvironment, cloud: Cloud): EnvironmentStack {
  switch (cloud) {
    case 'aws':
      return new AwsFoundationStack(scope, resolved);
    case 'google':
      return new GoogleFoundationStack(scope, resolved);
  }
}

function addCluster(scope: Construct, resolved: ResolvedEnvironment, cluster: ResolvedCluster): EnvironmentStack {
  const { environment } = cluster;
  switch (environment.cloud) {
    case 'aws':
      return new EksClusterStack(scope, resolved, cluster, environment);
    case 'google':
      return new GkeClusterStack(scope, resolved, cluster, environment);
  }
}
