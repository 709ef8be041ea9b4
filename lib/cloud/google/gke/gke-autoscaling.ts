import type { ContainerClusterConfig } from '@cdktf/provider-google/lib/container-cluster';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import {
  mostProvisionedNodes,
  nodeAutoProvisioning,
  nodeAutoProvisioningRefusals,
  type GkeNodeAutoProvisioning,
} from './gke-node-auto-provisioning';
import type { hardenedNode } from './gke-node-config';

/** The part of a Standard cluster's options that has to do with how it grows and shrinks. */
export interface GkeAutoscalingOptions {
  /**
   * Has GKE make node pools by itself, within limits. Decide before the cluster is made: to turn it on later, follow
   * the README of this folder, or the cluster is replaced.
   *
   * @default - only the pools that are added
   */
  readonly nodeAutoProvisioning?: GkeNodeAutoProvisioning;
  /**
   * Whether idle nodes are kept for a while, or taken away soon and pods packed tighter (`OPTIMIZE_UTILIZATION`).
   *
   * @default 'BALANCED'
   */
  readonly autoscalingProfile?: 'BALANCED' | 'OPTIMIZE_UTILIZATION';
  /**
   * Whether `VerticalPodAutoscaler` objects are obeyed.
   *
   * @default true
   */
  readonly verticalPodAutoscaling?: boolean;
}

/** How a Standard cluster grows and shrinks, as the provider writes it. */
export function autoscaling(
  options: GkeAutoscalingOptions,
  node: ReturnType<typeof hardenedNode>,
): Partial<ContainerClusterConfig> {
  const { autoscalingProfile = 'BALANCED', verticalPodAutoscaling = true } = options;
  const provisioning =
    options.nodeAutoProvisioning === undefined
      ? { enabled: false }
      : nodeAutoProvisioning(options.nodeAutoProvisioning, node);
  return {
    verticalPodAutoscaling: { enabled: verticalPodAutoscaling },
    clusterAutoscaling: { ...provisioning, autoscalingProfile },
    ...(options.nodeAutoProvisioning === undefined ? {} : provisionedNodes(node)),
  };
}

/** What nodes have that GKE makes by itself, beside what the defaults of auto-provisioning say. */
export function provisionedNodes(node: ReturnType<typeof hardenedNode>): Partial<ContainerClusterConfig> {
  return {
    nodePoolAutoConfig: {
      networkTags: { tags: node.tags },
      nodeKubeletConfig: { insecureKubeletReadonlyPortEnabled: 'FALSE' },
    },
  };
}

/** Refuses limits that are none, or that leave room for more nodes than the network has pod addresses for. */
export function autoscalingRefusals(
  options: GkeAutoscalingOptions,
  cluster: { readonly location: string; readonly region: string; readonly nodeLimit: number },
): (Refusal | undefined)[] {
  const provisioning = options.nodeAutoProvisioning;
  if (provisioning === undefined) return [];
  const { max } = provisioning.cpu;
  const nodes = mostProvisionedNodes(provisioning);
  return [
    ...nodeAutoProvisioningRefusals(provisioning, cluster),
    !Token.isUnresolved(max) && nodes > cluster.nodeLimit
      ? {
          property: 'nodeAutoProvisioning.cpu.max',
          rule: `must leave the nodes, ${nodes} where each has two processors, within the ${cluster.nodeLimit} that the network has pod addresses for`,
          got: max,
          remedy: 'lower it, lower maxPodsPerNode, or give the network a larger cidr',
        }
      : undefined,
  ];
}
