import { ComputeAddress } from '@cdktf/provider-google/lib/compute-address';
import { ComputeRouter } from '@cdktf/provider-google/lib/compute-router';
import { ComputeRouterNat } from '@cdktf/provider-google/lib/compute-router-nat';
import type { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../whole-number';

const DEFAULT_NAT_LOGGING = 'ERRORS_ONLY';
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
      ? { natIpAllocateOption: 'AUTO_ONLY' }
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

/** Refuses a number of addresses that no gateway takes. */
export function cloudNatRefusal({ natAddresses }: CloudNatOptions): Refusal | undefined {
  return natAddresses === undefined
    ? undefined
    : wholeNumberRefusal('natAddresses', natAddresses, { min: 1, max: MAX_NAT_ADDRESSES });
}

/** Numbered from one: another address is another number, and the last one goes first. */
function fixedAddresses(scope: Construct, place: CloudNatPlace, { natAddresses = 0 }: CloudNatOptions): string[] {
  const { project, region, name, deletionProtection } = place;
  return Array.from({ length: natAddresses }, (_, index) => {
    const number = index + 1;
    return new ComputeAddress(scope, `NatAddress${number}`, {
      ...{ project, region, name: `${name}-nat-${number}` },
      addressType: 'EXTERNAL',
      networkTier: 'PREMIUM',
      lifecycle: { preventDestroy: deletionProtection },
    }).selfLink;
  });
}
