import type { IDnsZone } from '../../../../lib/cloud/google/edge/dns-record';
import { DnsZone } from '../../../../lib/cloud/google/edge/dns-zone';
import { PROJECT } from '../synth';

/** A zone that another stack made, so that tests see their own resources only. */
export function exampleZone(): IDnsZone {
  return DnsZone.fromAttributes({ project: PROJECT, zoneName: 'example', dnsName: 'example.com' });
}
