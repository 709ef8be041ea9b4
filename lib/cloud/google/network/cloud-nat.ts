import { ComputeAddress } from '@cdktf/provider-google/lib/compute-address';
import { ComputeRouter } from '@cdktf/provider-google/lib/compute-router';
import { ComputeRouterNat } from '@cdktf/provider-google/lib/compute-router-nat';
import { Token } from 'cdktf';
import type { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';

const DEFAULT_NAT_LOGGING = 'ERRORS_ONLY';
const DEFAULT_FIXED_TIER = 'PREMIUM';
/** https://cloud.google.com/nat/quota */
const MAX_NAT_ADDRESSES = 300;

/** The part of a network's options that has to do with how nodes reach the internet. */
export interface CloudNatOptions {
  /**
   * How many fixed addresses connections to the internet come from, for partners that let in by address. One serves
   * 64,512 ports. They are kept when the network goes, unless `deletionProtection` is off.
   *
   * @default - as many as Google likes, and others from time to time
   */
  readonly natAddresses?: number;
  /**
   * What the gateway logs: connections that failed, those that were made, or all.
   *
   * @default 'ERRORS_ONLY'
   */
  readonly natLogging?: 'ERRORS_ONLY' | 'TRANSLATIONS_ONLY' | 'ALL';
  /**
   * Whether what leaves travels on Google's network for as long as it can, or on the internet. A change replaces fixed
   * addresses.
   *
   * @default - `PREMIUM` for fixed addresses; as the project has it for others
   */
  readonly natNetworkTier?: 'PREMIUM' | 'STANDARD';
}

/** Where a gateway stands, and for what. */
export interface CloudNatPlace {
  readonly project: string;
  readonly region: string;
  /** Beginning of all names. */
  readonly name: string;
  readonly networkId: string;
  readonly subnetId: string;
  /** Whether Terraform refuses to destroy fixed addresses, which nobody gives back. */
  readonly deletionProtection: boolean;
}

/** Adds a router and a gateway, through which nodes without public addresses reach the internet and nobody them. */
export function addCloudNat(scope: Construct, place: CloudNatPlace, options: CloudNatOptions): void {
  const { project, region, name, networkId: network, subnetId } = place;
  const router = new ComputeRouter(scope, 'Router', { project, region, name, network });
  const addresses = fixedAddresses(scope, place, options);
  new ComputeRouterNat(scope, 'Nat', {
    ...{ project, region, name },
    router: router.name,
    ...(addresses.length === 0
      ? { natIpAllocateOption: 'AUTO_ONLY', autoNetworkTier: options.natNetworkTier }
      : { natIpAllocateOption: 'MANUAL_ONLY', natIps: [...addresses] }),
    sourceSubnetworkIpRangesToNat: 'LIST_OF_SUBNETWORKS',
    subnetwork: [{ name: subnetId, sourceIpRangesToNat: ['ALL_IP_RANGES'] }],
    // Many pods share a node's ports; a node gets more when it needs them. That excludes endpoint-independent mapping.
    enableDynamicPortAllocation: true,
    enableEndpointIndependentMapping: false,
    minPortsPerVm: 64,
    maxPortsPerVm: 4096,
    logConfig: { enable: true, filter: options.natLogging ?? DEFAULT_NAT_LOGGING },
  });
}

/** Refuses a number of addresses that no gateway takes, and options where there is no gateway. */
export function cloudNatRefusals(options: CloudNatOptions, hasGateway: boolean): (Refusal | undefined)[] {
  const { natAddresses, natLogging, natNetworkTier } = options;
  if (!hasGateway) {
    return Object.entries({ natAddresses, natLogging, natNetworkTier }).map(([property, got]) => {
      if (got === undefined) return undefined;
      const remedy = "choose egress 'open', or name egressAllowed";
      return { property, rule: 'must be left out where nothing reaches the internet', got, remedy };
    });
  }
  if (natAddresses === undefined) return [];
  // Each address is a resource of its own, so Terraform cannot be left to find out how many there are.
  if (Token.isUnresolved(natAddresses)) {
    return [{ property: 'natAddresses', rule: 'must be known at synthesis', got: 'a token' }];
  }
  return [wholeNumberRefusal('natAddresses', natAddresses, { min: 1, max: MAX_NAT_ADDRESSES })];
}

/** Numbered from one: another address is another number, and the last one goes first. */
function fixedAddresses(scope: Construct, place: CloudNatPlace, options: CloudNatOptions): string[] {
  const { project, region, name, deletionProtection } = place;
  const { natAddresses = 0, natNetworkTier = DEFAULT_FIXED_TIER } = options;
  return Array.from({ length: natAddresses }, (_, index) => {
    const number = index + 1;
    return new ComputeAddress(scope, `NatAddress${number}`, {
      ...{ project, region, name: `${name}-nat-${number}` },
      addressType: 'EXTERNAL',
      networkTier: natNetworkTier,
      lifecycle: { preventDestroy: deletionProtection },
    }).selfLink;
  });
}
