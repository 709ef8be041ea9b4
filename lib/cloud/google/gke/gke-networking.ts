import type { ContainerClusterConfig } from '@cdktf/provider-google/lib/container-cluster';
import { nodeCapacity } from '../network/network-plan';
import type { IVpcNetwork } from '../network/network-ref';

/** The part of a cluster's options that has to do with traffic within it. */
export interface GkeNetworkingOptions {
  /**
   * Whether `FQDNNetworkPolicy` objects allow pods to reach names instead of addresses.
   *
   * @default true
   */
  readonly fqdnNetworkPolicy?: boolean;
  /**
   * Whether `CiliumClusterwideNetworkPolicy` objects apply to all namespaces at once.
   *
   * @default false
   */
  readonly ciliumClusterwideNetworkPolicy?: boolean;
  /**
   * Whether internal load balancers forward to a subset of the nodes, so that a cluster with one may have more than 250
   * nodes. Once it is on, turning it off replaces the cluster; GKE itself turns it on in newer versions.
   *
   * @default true
   */
  readonly l4IlbSubsetting?: boolean;
  /**
   * Whether GKE runs the controller of the Gateway API, in its standard channel.
   *
   * @default true
   */
  readonly gatewayApi?: boolean;
}

/** More of that, which Autopilot decides by itself. */
export interface GkeStandardNetworkingOptions {
  /**
   * Whether traffic between pods of one node shows in the flow logs of the subnet.
   *
   * @default false
   */
  readonly intranodeVisibility?: boolean;
  /**
   * Whether traffic between nodes is encrypted (WireGuard). It costs throughput.
   *
   * @default - as GKE has it, which is not encrypted
   */
  readonly nodeEncryption?: boolean;
  /**
   * What answers the names of services: pods (`kube-dns`), or Cloud DNS on each node. With Cloud DNS, names are asked of
   * 169.254.169.254, which network policies have to allow.
   *
   * @default 'kube-dns'
   */
  readonly dnsProvider?: 'kube-dns' | 'cloud-dns';
}

/** How many nodes find pod addresses in the ranges of a network. */
export function podCapacity({ plan, additionalPodRanges = {} }: IVpcNetwork, maxPodsPerNode: number): number {
  return [plan.pods, ...Object.values(additionalPodRanges)].reduce(
    (sum, range) => sum + nodeCapacity(range, maxPodsPerNode),
    0,
  );
}

/** Traffic within a cluster, as the provider writes it. */
export function networking(network: IVpcNetwork, options: GkeNetworkingOptions): Partial<ContainerClusterConfig> {
  const podRangeNames = Object.keys(network.additionalPodRanges ?? {}).sort();
  return {
    network: network.networkId,
    subnetwork: network.subnetId,
    networkingMode: 'VPC_NATIVE',
    ipAllocationPolicy: {
      clusterSecondaryRangeName: network.podsRangeName,
      servicesSecondaryRangeName: network.servicesRangeName,
      ...(podRangeNames.length === 0 ? {} : { additionalPodRangesConfig: { podRangeNames } }),
    },
    enableFqdnNetworkPolicy: options.fqdnNetworkPolicy ?? true,
    enableCiliumClusterwideNetworkPolicy: options.ciliumClusterwideNetworkPolicy ?? false,
    enableL4IlbSubsetting: options.l4IlbSubsetting ?? true,
    gatewayApiConfig: { channel: (options.gatewayApi ?? true) ? 'CHANNEL_STANDARD' : 'CHANNEL_DISABLED' },
  };
}

/** What Autopilot decides by itself, as the provider writes it. */
export function standardNetworking(options: GkeStandardNetworkingOptions): Partial<ContainerClusterConfig> {
  const { intranodeVisibility = false, nodeEncryption, dnsProvider = 'kube-dns' } = options;
  return {
    // Dataplane V2: enforces network policies, so the older network policy add-on has to stay unset.
    datapathProvider: 'ADVANCED_DATAPATH',
    enableIntranodeVisibility: intranodeVisibility,
    ...(nodeEncryption === undefined
      ? {}
      : {
          inTransitEncryptionConfig: nodeEncryption
            ? 'IN_TRANSIT_ENCRYPTION_INTER_NODE_TRANSPARENT'
            : 'IN_TRANSIT_ENCRYPTION_DISABLED',
        }),
    ...(dnsProvider === 'cloud-dns'
      ? { dnsConfig: { clusterDns: 'CLOUD_DNS', clusterDnsScope: 'CLUSTER_SCOPE', clusterDnsDomain: 'cluster.local' } }
      : {}),
  };
}
