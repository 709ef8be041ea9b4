import { DnsManagedZone } from '@cdktf/provider-google/lib/dns-managed-zone';
import { DnsRecordSet } from '@cdktf/provider-google/lib/dns-record-set';
import type { Construct } from 'constructs';
import { boundedName } from '../../../core/names';

const TTL_SECONDS = 300;
const MAX_ZONE_NAME = 63;

/**
 * Addresses under which Google's APIs are reached without the internet. `restricted` leads to those that VPC Service
 * Controls protect, and to no others.
 * https://cloud.google.com/vpc/docs/configure-private-google-access#domain-options
 */
const ACCESS = {
  restricted: { host: 'restricted.googleapis.com.', range: '199.36.153.4/30', first: 4 },
  private: { host: 'private.googleapis.com.', range: '199.36.153.8/30', first: 8 },
} as const;

/** Domains of the APIs, of images, and of the DNS endpoints of control planes. */
const IMAGE_DOMAINS = ['gcr.io', 'gke.goog', 'pkg.dev'];

/** By which addresses Google's APIs are reached. */
export type GoogleApisAccess = keyof typeof ACCESS;

/** Range of the addresses. */
export function googleApisRange(access: GoogleApisAccess): string {
  return ACCESS[access].range;
}

/** Adds private zones that answer for Google's APIs with these addresses, in this network alone. */
export function addGoogleApisZones(
  scope: Construct,
  place: { readonly project: string; readonly name: string; readonly networkId: string },
  access: GoogleApisAccess,
): void {
  const { host, first } = ACCESS[access];
  const addresses = Array.from({ length: 4 }, (_, index) => `199.36.153.${first + index}`);
  addZone(scope, place, 'googleapis.com', host, addresses);
  for (const domain of IMAGE_DOMAINS) addZone(scope, place, domain, `${domain}.`, addresses);
}

/** A zone in which `host` has the addresses, and every other name is another word for it. */
function addZone(
  scope: Construct,
  { project, name, networkId }: { readonly project: string; readonly name: string; readonly networkId: string },
  domain: string,
  host: string,
  addresses: string[],
): void {
  const zone = new DnsManagedZone(scope, `zone-${domain}`, {
    project,
    name: boundedName([name, domain.replaceAll('.', '-')], MAX_ZONE_NAME),
    dnsName: `${domain}.`,
    description: `${domain} by private addresses`,
    visibility: 'private',
    privateVisibilityConfig: { networks: [{ networkUrl: networkId }] },
  });
  const record = { project, managedZone: zone.name, ttl: TTL_SECONDS };
  new DnsRecordSet(scope, `addresses-${domain}`, { ...record, name: host, type: 'A', rrdatas: addresses });
  new DnsRecordSet(scope, `names-${domain}`, { ...record, name: `*.${domain}.`, type: 'CNAME', rrdatas: [host] });
}
