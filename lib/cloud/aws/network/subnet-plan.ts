import { Cidr } from '../../../core/cidr';
import type { Refusal } from '../../../core/errors';

/** Most zones that any region has; the plan keeps room for all of them. */
const MAX_ZONES = 6;
const MIN_ZONES = 2;

/** Prefixes of a network that the plan fits into. AWS allows no network wider than /16. */
export const VPC_PREFIX = { widest: 16, narrowest: 20 } as const;

/** AWS allows no subnet narrower than this. */
const NARROWEST_SUBNET = 28;

/** Bits by which a subnet is narrower than its network. */
const PRIVATE_BITS = 3;
const PUBLIC_BITS = 6;
const INTRA_BITS = 10;

/** Eighth of the network that public subnets are cut from, and that intra subnets are cut from. */
const PUBLIC_BLOCK = 6;
const INTRA_BLOCK = 7;

/** Bits from the network's /56 to a subnet's /64; AWS offers these alone when it chooses the range itself. */
export const IPV6_BITS = 8;

/** First /64 of each kind of subnet; written in hexadecimal, the last digit of a subnet's range is its zone. */
const IPV6_FIRST = { private: 0x00, public: 0x10, intra: 0x20 } as const;

/** Kinds of subnet: reached from the internet, reaching it, and neither. */
export type SubnetTier = 'public' | 'private' | 'intra';

/** The subnets of one zone, in CIDR notation. */
export interface ZonePlan extends Readonly<Record<SubnetTier, string>> {
  readonly zone: string;
}

/**
 * Cuts a network into subnets. Six eighths are the private subnets of six zones, since nodes and pods live
 * there; the seventh holds the public ones, the last the intra ones. A zone's place depends on nothing but its
 * number in the list, so that a zone appended later moves none.
 */
export function planSubnets(cidr: Cidr | string, zones: readonly string[]): readonly ZonePlan[] {
  const range = typeof cidr === 'string' ? Cidr.parse(cidr) : cidr;
  const { prefix } = range;
  const eighth = prefix + PRIVATE_BITS;
  const publicBlock = range.subnet(eighth, PUBLIC_BLOCK);
  const intraBlock = range.subnet(eighth, INTRA_BLOCK);
  const intraPrefix = Math.min(prefix + INTRA_BITS, NARROWEST_SUBNET);
  return zones.map((zone, index) => ({
    zone,
    public: publicBlock.subnet(prefix + PUBLIC_BITS, index).toString(),
    private: range.subnet(eighth, index).toString(),
    intra: intraBlock.subnet(intraPrefix, index).toString(),
  }));
}

/** Range of a zone's pods within a range that holds nothing else: an eighth of it, as private subnets have. */
export function planPodSubnet(podCidr: Cidr, zoneIndex: number): string {
  return podCidr.subnet(podCidr.prefix + PRIVATE_BITS, zoneIndex).toString();
}

/** Which /64 of the network's /56 a subnet has. */
export function planIpv6Subnet(tier: SubnetTier, zoneIndex: number): number {
  return IPV6_FIRST[tier] + zoneIndex;
}

/** What keeps a network from being planned; empty where nothing does. */
export function planRefusals(cidr: string, region: string, zones: readonly string[]): readonly Refusal[] {
  return [...cidrRefusals(cidr), ...zoneRefusals(region, zones)];
}

/** Reads a range that the plan fits into; nothing where it is none. */
export function readVpcRange(text: string): Cidr | undefined {
  try {
    const cidr = Cidr.parse(text);
    return cidr.prefix < VPC_PREFIX.widest || cidr.prefix > VPC_PREFIX.narrowest ? undefined : cidr;
  } catch {
    return undefined;
  }
}

function cidrRefusals(cidr: string): readonly Refusal[] {
  if (readVpcRange(cidr) !== undefined) return [];
  const { widest, narrowest } = VPC_PREFIX;
  const rule = `must be an IPv4 range from /${widest} to /${narrowest} that starts on its own boundary`;
  return [{ property: 'cidr', rule, got: cidr, remedy: 'a range such as 10.20.0.0/16 works' }];
}

function zoneRefusals(region: string, zones: readonly string[]): readonly Refusal[] {
  const foreign = zones.filter((zone) => !(zone.startsWith(region) && /^[a-z]$/.test(zone.slice(region.length))));
  const doubled = zones.filter((zone, index) => zones.indexOf(zone) !== index);
  return [
    ...(zones.length < MIN_ZONES || zones.length > MAX_ZONES
      ? [{ property: 'zones', rule: `must be from ${MIN_ZONES} to ${MAX_ZONES} zones`, got: zones }]
      : []),
    ...foreign.map((zone) => ({
      property: 'zones',
      rule: `must be zones of ${region}`,
      got: zone,
      remedy: `a zone such as ${region}a`,
    })),
    ...doubled.map((zone) => ({ property: 'zones', rule: 'must name each zone once', got: zone })),
  ];
}
