import { ComputeSubnetwork } from '@cdktf/provider-google/lib/compute-subnetwork';
import type { Construct } from 'constructs';
import { Cidr } from '../../../core/cidr';
import type { Refusal } from '../../../core/errors';
import { boundedName } from '../../../core/names';
import { resourceNameRefusal } from '../resource-name';
import type { NetworkPlan } from './network-plan';

const MAX_SUBNET_NAME = 63;
/** https://cloud.google.com/vpc/docs/subnets#valid-ranges */
const MAX_PREFIX = 29;

const PLANNED = ['nodes', 'services', 'controlPlane', 'privateServices', 'pods'] as const;

/** A subnet beside that of the cluster. */
export interface ExtraSubnet {
  /** IPv4 range, apart from all others of the network. A change replaces the subnet. */
  readonly cidr: string;
  /**
   * Whether machines live in it, the proxies of internal load balancers and Gateways, or endpoints of services that
   * others reach by Private Service Connect. A change replaces the subnet.
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
  place: { readonly project: string; readonly region: string; readonly name: string; readonly networkId: string },
  subnets: ExtraSubnets,
): void {
  const { project, region, name, networkId: network } = place;
  for (const [key, { cidr, purpose = 'PRIVATE' }] of Object.entries(subnets)) {
    new ComputeSubnetwork(scope, `subnet-${key}`, {
      ...{ project, region, network, purpose },
      name: boundedName([name, key], MAX_SUBNET_NAME),
      ipCidrRange: cidr,
      ...(purpose === 'PRIVATE' ? { privateIpGoogleAccess: true } : {}),
      ...(purpose === 'REGIONAL_MANAGED_PROXY' ? { role: 'ACTIVE' } : {}),
    });
  }
}

/** Refuses ranges that cannot be read, and those that overlap another of the network. */
export function extraSubnetRefusals(subnets: ExtraSubnets, plan: NetworkPlan): (Refusal | undefined)[] {
  const taken: { name: string; range: Cidr }[] = PLANNED.map((name) => ({ name, range: plan[name] }));
  return Object.entries(subnets).flatMap(([name, { cidr }]) => {
    const property = `subnets.${name}`;
    const range = readRange(cidr);
    const named = resourceNameRefusal(property, name, MAX_SUBNET_NAME);
    if (range === undefined) {
      const rule = `must be an IPv4 range up to /${MAX_PREFIX} on its own boundary, such as 10.60.0.0/24`;
      return [named, { property: `${property}.cidr`, rule, got: cidr }];
    }
    const other = taken.find((known) => known.range.overlaps(range));
    taken.push({ name, range });
    if (other === undefined) return [named];
    const rule = `must not overlap the range of ${other.name} (${other.range.toString()})`;
    return [named, { property: `${property}.cidr`, rule, got: cidr }];
  });
}

function readRange(text: string): Cidr | undefined {
  try {
    const range = Cidr.parse(text);
    return range.prefix <= MAX_PREFIX ? range : undefined;
  } catch {
    return undefined;
  }
}
