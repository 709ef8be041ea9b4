import type { Refusal } from '../../../core/errors';
import type { EksAddonOptions } from '../add-ons/eks-addons';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import type { ClusterNetwork } from '../network/cluster-network';
import { accessRefusals, type EksAccessOptions } from './eks-access';
import { argoCdRefusals, type EksArgoCdOptions } from './eks-argo-cd';
import { eksClusterRefusals } from './eks-cluster-rules';
import type { EksControlPlaneOptions } from './eks-control-plane';
import { endpointRefusals, type EksEndpointOptions } from './eks-endpoint';
import type { EksIdentityProviderOptions } from './eks-identity-provider';
import { type EksLoggingOptions, loggingRefusals } from './eks-logging';
import { type EksNetworkingOptions, networkingRefusals } from './eks-networking';
import { type EksUpgradeOptions, upgradeRefusals } from './eks-upgrade';

/** Options of every cluster, with nodes of its own or in Auto Mode. */
export interface EksClusterOptions
  extends
    AwsConstructProps,
    AwsPlace,
    EksAccessOptions,
    EksControlPlaneOptions,
    EksEndpointOptions,
    EksIdentityProviderOptions,
    EksLoggingOptions,
    EksNetworkingOptions,
    EksUpgradeOptions {
  /** Name of the cluster, unique in account and region: see `eksClusterName`. */
  readonly clusterName: string;
  /** Network that the cluster joins; it says whether pods have IPv4 or IPv6 addresses. */
  readonly network: ClusterNetwork;
  /**
   * Add-ons that EKS keeps, their versions and settings.
   *
   * @default {} - those that a cluster cannot do without, and a few that it should not
   */
  readonly addons?: EksAddonOptions;
  /**
   * Argo CD, run by AWS outside of the cluster.
   *
   * @default - none
   */
  readonly argoCd?: EksArgoCdOptions;
  /**
   * Prefixes of the registry's caches, see `PullThroughCache`, that nodes may bring new images into: by the first pull of
   * an image its repository is made.
   *
   * @default [] - images are pulled that are there already
   */
  readonly pullThroughCaches?: readonly string[];
  /**
   * Tags of what nodes and pods bring with them (instances, volumes), which the provider's default tags do not reach.
   *
   * @default {}
   */
  readonly instanceTags?: Readonly<Record<string, string>>;
}

/** What keeps a cluster from being made as asked. */
export function optionRefusals(props: EksClusterOptions): readonly (Refusal | undefined)[] {
  const { network, argoCd } = props;
  return [
    ...eksClusterRefusals(props, props.clusterName),
    ...upgradeRefusals(props),
    ...accessRefusals(props),
    ...endpointRefusals(props),
    ...loggingRefusals(props),
    ...networkingRefusals(network, props),
    ...(argoCd === undefined ? [] : argoCdRefusals('argoCd.', argoCd)),
  ];
}
