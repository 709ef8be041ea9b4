import { ComputeSubnetwork } from '@cdktf/provider-google/lib/compute-subnetwork';
import type { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import { boundedName } from '../../../core/names';
import { resourceNameRefusal } from '../resource-name';
import { flowLogs, type ClusterSubnetOptions, type SubnetPlace } from './cluster-subnet';
import type { WrittenRange } from './network-range';

const MAX_SUBNET_NAME = 63;
/** https://cloud.google.com/vpc/docs/subnets#valid-ranges */
const LONGEST_PREFIX = 29;
/** https://cloud.google.com/load-balancing/docs/proxy-only-subnets#proxy_only_subnet_create */
const LONGEST_PROXY_PREFIX = 26;

/** A subnet beside that of the cluster. */
export interface ExtraSubnet {
  /** IPv4 range, apart from all others of the network. A change replaces the subnet. */
  readonly cidr: string;
  /**
   * Whether machines live in it, the proxies of internal load balancers and Gateways, or endpoints of services that
   * others reach by Private Service Connect. Machines have flow logs and reach Google's APIs, but have no NAT gateway.
   * Of subnets for proxies, which are /26 or larger, there is one. A change replaces the subnet.
   *
   * @default 'PRIVATE'
   */
  readonly purpose?: 'PRIVATE' | 'REGIONAL_MANAGED_PROXY' | 'PRIVATE_SERVICE_CONNECT';
}

/** Subnets by name. */
export type ExtraSubnets = Readonly<Record<string, ExtraSubnet>>;

/** Adds subnets beside that of the cluster. */
export function addExtraSubnets(
  scope: Construct,
  { project, region, name, networkId: network }: SubnetPlace,
  subnets: ExtraSubnets,
  options: ClusterSubnetOptions,
): void {
  for (const [key, { cidr, purpose = 'PRIVATE' }] of Object.entries(subnets)) {
    new ComputeSubnetwork(scope, `subnet-${key}`, {
      ...{ project, region, network, purpose },
      name: boundedName([name, key], MAX_SUBNET_NAME),
      ipCidrRange: cidr,
      // The others hold no machines, and Google refuses either for them.
      ...(purpose === 'PRIVATE' ? { privateIpGoogleAccess: true, logConfig: flowLogs(options) } : {}),
      ...(purpose === 'REGIONAL_MANAGED_PROXY' ? { role: 'ACTIVE' } : {}),
    });
  }
}

/** Range from which the proxies of load balancers connect to pods, where there is one. */
export function proxyRange(subnets: ExtraSubnets): string | undefined {
  return Object.values(subnets).find(isForProxies)?.cidr;
}

/** The ranges as the user wrote them. */
export function extraSubnetRanges(subnets: ExtraSubnets): WrittenRange[] {
  return Object.entries(subnets).map(([name, subnet]) => ({
    ...{ property: `subnets.${name}.cidr`, name, cidr: subnet.cidr },
    longestPrefix: isForProxies(subnet) ? LONGEST_PROXY_PREFIX : LONGEST_PREFIX,
  }));
}

/** Refuses what subnets cannot be, save for their ranges. */
export function extraSubnetRefusals(subnets: ExtraSubnets): (Refusal | undefined)[] {
  const forProxies = Object.keys(subnets).filter((name) => subnets[name] !== undefined && isForProxies(subnets[name]));
  return [
    ...Object.keys(subnets).map((name) => resourceNameRefusal(`subnets.${name}`, name, MAX_SUBNET_NAME)),
    forProxies.length > 1
      ? { property: 'subnets', rule: 'must have one for proxies at most, as a region has', got: forProxies }
      : undefined,
  ];
}

function isForProxies({ purpose }: ExtraSubnet): boolean {
  return purpose === 'REGIONAL_MANAGED_PROXY';
}
