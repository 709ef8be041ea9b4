import type {
  ContainerClusterControlPlaneEndpointsConfig,
  ContainerClusterMasterAuthorizedNetworksConfig,
  ContainerClusterPrivateClusterConfig,
} from '@cdktf/provider-google/lib/container-cluster';
import { Token } from 'cdktf';
import { Cidr } from '../../../core/cidr';
import type { Refusal } from '../../../core/errors';

/** A range larger than this is no network of one's own. */
const MIN_AUTHORIZED_PREFIX = 8;

/** How the control plane is reached. */
export interface ControlPlaneAccess {
  readonly controlPlaneEndpointsConfig: ContainerClusterControlPlaneEndpointsConfig;
  readonly privateClusterConfig: ContainerClusterPrivateClusterConfig;
  readonly masterAuthorizedNetworksConfig?: ContainerClusterMasterAuthorizedNetworksConfig;
}

/**
 * The DNS endpoint asks IAM before a request reaches the cluster, so it is open always; the IP endpoints are off
 * unless networks are named that may use them. While they are off, the provider sends nothing else about them,
 * and a block of authorised networks would show as a change in every plan.
 */
export function controlPlaneAccess(
  controlPlaneCidr: string,
  authorizedNetworks: readonly string[],
): ControlPlaneAccess {
  const ipEndpoints = authorizedNetworks.length > 0;
  const endpoints = {
    controlPlaneEndpointsConfig: {
      dnsEndpointConfig: { allowExternalTraffic: true },
      ipEndpointsConfig: { enabled: ipEndpoints },
    },
  };
  const nodes = { enablePrivateNodes: true, masterIpv4CidrBlock: controlPlaneCidr };
  if (!ipEndpoints) return { ...endpoints, privateClusterConfig: nodes };
  return {
    ...endpoints,
    privateClusterConfig: { ...nodes, enablePrivateEndpoint: false },
    masterAuthorizedNetworksConfig: {
      cidrBlocks: authorizedNetworks.map((cidrBlock) => ({ cidrBlock })),
      gcpPublicCidrsAccessEnabled: false,
      privateEndpointEnforcementEnabled: true,
    },
  };
}

/** Refuses ranges that cannot be read, and those that would let the internet in. */
export function authorizedNetworkRefusal(network: string): Refusal | undefined {
  const property = 'authorizedNetworks';
  if (Token.isUnresolved(network)) return undefined;
  try {
    if (Cidr.parse(network).prefix >= MIN_AUTHORIZED_PREFIX) return undefined;
  } catch {
    return { property, rule: 'must hold IPv4 ranges on their own boundary, such as 203.0.113.0/24', got: network };
  }
  return {
    property,
    rule: `must not hold ranges larger than /${MIN_AUTHORIZED_PREFIX}`,
    got: network,
    remedy: 'leave it out: the DNS endpoint is reachable from everywhere, and guarded by IAM',
  };
}
