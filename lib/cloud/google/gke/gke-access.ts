import type { ContainerClusterConfig } from '@cdktf/provider-google/lib/container-cluster';
import { Token } from 'cdktf';
import { Cidr } from '../../../core/cidr';
import type { Refusal } from '../../../core/errors';

/** A range larger than this is no network of one's own. */
const MIN_AUTHORIZED_PREFIX = 8;

/** What a private endpoint may be reached from. https://cloud.google.com/vpc/docs/subnets#valid-ranges */
const PRIVATE_RANGES = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '240.0.0.0/4',
].map((range) => Cidr.parse(range));

/** The part of a cluster's options that has to do with how its control plane is reached. */
export interface GkeAccessOptions {
  /**
   * Whether the control plane has a DNS endpoint. It is reached from everywhere, but IAM answers first: whoever connects
   * needs `container.clusters.connect`.
   *
   * @default true
   */
  readonly dnsEndpoint?: boolean;
  /**
   * Whether the control plane has IP endpoints: a `private` one within the network, or a `public` one as well.
   *
   * @default - 'public' where `authorizedNetworks` are named, else 'off'
   */
  readonly ipEndpoint?: 'off' | 'private' | 'public';
  /**
   * Ranges that may reach the IP endpoints, beside the cluster's own nodes. Those of a private endpoint are private ones.
   *
   * @default - none
   */
  readonly authorizedNetworks?: readonly string[];
  /**
   * Whether the private endpoint is reached from other regions of the network, too.
   *
   * @default false
   */
  readonly globalAccess?: boolean;
}

/**
 * How the control plane is reached, as the provider writes it. While the IP endpoints are off, the provider sends
 * nothing else about them, and a block of authorised networks would show as a change in every plan.
 */
export function access(controlPlaneCidr: string, options: GkeAccessOptions): Partial<ContainerClusterConfig> {
  const { dnsEndpoint = true, authorizedNetworks = [], globalAccess = false } = options;
  const ipEndpoint = ipEndpointOf(options);
  const endpoints = {
    controlPlaneEndpointsConfig: {
      dnsEndpointConfig: { allowExternalTraffic: dnsEndpoint },
      ipEndpointsConfig: { enabled: ipEndpoint !== 'off' },
    },
  };
  const nodes = { enablePrivateNodes: true, masterIpv4CidrBlock: controlPlaneCidr };
  if (ipEndpoint === 'off') return { ...endpoints, privateClusterConfig: nodes };
  return {
    ...endpoints,
    privateClusterConfig: {
      ...nodes,
      enablePrivateEndpoint: ipEndpoint === 'private',
      masterGlobalAccessConfig: { enabled: globalAccess },
    },
    masterAuthorizedNetworksConfig: {
      cidrBlocks: [...new Set(authorizedNetworks)].sort().map((cidrBlock) => ({ cidrBlock })),
      gcpPublicCidrsAccessEnabled: false,
      privateEndpointEnforcementEnabled: true,
    },
  };
}

/** Refuses a control plane that nobody can reach, or everybody. */
export function accessRefusals(options: GkeAccessOptions): (Refusal | undefined)[] {
  const { dnsEndpoint = true, authorizedNetworks = [], globalAccess = false } = options;
  const ipEndpoint = ipEndpointOf(options);
  const named = authorizedNetworks.length > 0;
  return [
    ipEndpoint === 'off' && named
      ? {
          property: 'ipEndpoint',
          rule: 'must be private or public where authorizedNetworks are named',
          got: ipEndpoint,
          remedy: 'leave one of the two out',
        }
      : undefined,
    ipEndpoint === 'public' && !named
      ? {
          property: 'ipEndpoint',
          rule: 'must not be open to everybody',
          got: ipEndpoint,
          remedy: 'name authorizedNetworks',
        }
      : undefined,
    ipEndpoint !== 'public' && !dnsEndpoint && !named
      ? {
          property: 'dnsEndpoint',
          rule: 'must be true where nothing else leads to the control plane',
          got: dnsEndpoint,
          remedy: 'leave it out, or choose ipEndpoint private and name authorizedNetworks',
        }
      : undefined,
    globalAccess && ipEndpoint === 'off'
      ? {
          property: 'globalAccess',
          rule: 'must not be true while the IP endpoints are off',
          got: globalAccess,
          remedy: 'choose ipEndpoint private',
        }
      : undefined,
    ...authorizedNetworks.map((network) => authorizedNetworkRefusal(network, ipEndpoint)),
  ];
}

function ipEndpointOf({ ipEndpoint, authorizedNetworks = [] }: GkeAccessOptions): 'off' | 'private' | 'public' {
  return ipEndpoint ?? (authorizedNetworks.length > 0 ? 'public' : 'off');
}

/** Refuses ranges that cannot be read, those that would let the internet in, and those that could not arrive. */
function authorizedNetworkRefusal(network: string, ipEndpoint: 'off' | 'private' | 'public'): Refusal | undefined {
  const property = 'authorizedNetworks';
  if (Token.isUnresolved(network)) return undefined;
  const range = readRange(network);
  if (range === undefined) {
    return { property, rule: 'must hold IPv4 ranges on their own boundary, such as 203.0.113.0/24', got: network };
  }
  if (range.prefix < MIN_AUTHORIZED_PREFIX && ipEndpoint !== 'private') {
    return {
      property,
      rule: `must not hold ranges larger than /${MIN_AUTHORIZED_PREFIX}`,
      got: network,
      remedy: 'leave it out: the DNS endpoint is reachable from everywhere, and guarded by IAM',
    };
  }
  if (ipEndpoint !== 'private' || PRIVATE_RANGES.some((known) => known.contains(range))) return undefined;
  return {
    property,
    rule: 'must hold private ranges where ipEndpoint is private',
    got: network,
    remedy: 'choose ipEndpoint public, or leave the range out',
  };
}

function readRange(text: string): Cidr | undefined {
  try {
    return Cidr.parse(text);
  } catch {
    return undefined;
  }
}
