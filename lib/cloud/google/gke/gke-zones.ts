import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

/** GKE spreads the nodes of a regional cluster over three zones. */
const ZONES_OF_A_REGION = 3;

/** How many zones the nodes of a cluster are spread over. */
export function zoneCount(location: string, region: string, zones: readonly string[] | undefined): number {
  return zones?.length ?? (location === region ? ZONES_OF_A_REGION : 1);
}

/** Zones of the nodes, as the provider writes them: without the zone of a zonal cluster, which has nodes anyway. */
export function nodeLocations(location: string, zones: readonly string[] | undefined): { nodeLocations?: string[] } {
  return zones === undefined ? {} : { nodeLocations: zones.filter((zone) => zone !== location).sort() };
}

/** Refuses a location outside the network's region. */
export function locationRefusal(location: string, region: string): Refusal | undefined {
  if (location === region || isZoneOf(location, region)) return undefined;
  return { property: 'location', rule: `must be the network's region (${region}) or one of its zones`, got: location };
}

/** Refuses zones that the nodes of a cluster cannot be in. */
export function zonesRefusals(
  property: string,
  zones: readonly string[] | undefined,
  cluster: { readonly location: string; readonly region: string },
): (Refusal | undefined)[] {
  const { location, region } = cluster;
  if (zones === undefined) return [];
  if (Token.isUnresolved(zones) || zones.some((zone) => Token.isUnresolved(zone))) {
    return [{ property, rule: 'must be known at synthesis', got: 'a token' }];
  }
  return [
    zones.length === 0
      ? { property, rule: 'must name one zone at least', got: zones, remedy: 'leave it out' }
      : undefined,
    new Set(zones).size < zones.length ? { property, rule: 'must name each zone once', got: zones } : undefined,
    ...zones
      .filter((zone) => !isZoneOf(zone, region))
      .map((got) => ({ property, rule: `must hold zones of ${region} such as ${region}-b`, got })),
    zones.length > 0 && isZoneOf(location, region) && !zones.includes(location)
      ? { property, rule: `must hold the zone of the cluster (${location})`, got: zones }
      : undefined,
  ];
}

function isZoneOf(zone: string, region: string): boolean {
  return zone.startsWith(`${region}-`) && zone.length === region.length + 2;
}
