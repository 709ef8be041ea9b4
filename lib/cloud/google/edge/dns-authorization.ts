import { CertificateManagerDnsAuthorization } from '@cdktf/provider-google/lib/certificate-manager-dns-authorization';
import { DnsRecordSet } from '@cdktf/provider-google/lib/dns-record-set';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { boundedName } from '../../../core/names';
import type { IDnsZone } from './dns-record';
import { domainRefusal, hostSlug, isWithin } from './host-name';

/** https://cloud.google.com/certificate-manager/docs/reference/rest/v1/projects.locations.dnsAuthorizations */
const MAX_NAME = 64;
const TTL_SECONDS = 300;

/** A proof that a domain is one's own, which certificates for it and its wildcard are issued by. */
export interface IDnsAuthorization {
  /** `projects/…/locations/global/dnsAuthorizations/…` */
  readonly id: string;
  /** Domain that is proved. */
  readonly domain: string;
  /** What has to exist before a certificate can be issued; depend on these. */
  readonly dependables: readonly ITerraformDependable[];
}

/** Properties for `DnsAuthorization`. */
export interface DnsAuthorizationProps {
  /** Project id. */
  readonly project: string;
  /** Beginning of the name; the domain is its end. */
  readonly name: string;
  /** Domain, such as `www.example.com`. A change replaces the authorization. */
  readonly domain: string;
  /** Zone that the proof is put into. */
  readonly zone: IDnsZone;
}

/**
 * Proves to Google that a domain is one's own, by a record in its zone. The record is the project's alone, so that
 * other projects, and cert-manager, can prove the same domain beside it.
 */
export class DnsAuthorization extends Construct implements IDnsAuthorization {
  public readonly id: string;
  public readonly domain: string;
  public readonly dependables: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: DnsAuthorizationProps) {
    super(scope, id);

    const { project, name, domain, zone } = props;
    refuse(this.node.path, [domainRefusal('domain', domain), zoneRefusal(domain, zone)]);

    this.domain = domain;
    const authorization = new CertificateManagerDnsAuthorization(this, 'Resource', {
      project,
      name: boundedName([name, hostSlug(domain)], MAX_NAME),
      domain,
      type: 'PER_PROJECT_RECORD',
    });
    const proof = authorization.dnsResourceRecord.get(0);
    const record = new DnsRecordSet(this, 'Record', {
      project: zone.project,
      managedZone: zone.zoneName,
      name: proof.name,
      type: proof.type,
      ttl: TTL_SECONDS,
      rrdatas: [proof.data],
      dependsOn: [...zone.dependables],
    });
    this.id = authorization.id;
    this.dependables = [record];
  }
}

function zoneRefusal(domain: string, { dnsName }: IDnsZone): Refusal | undefined {
  if (isWithin(domain, dnsName)) return undefined;
  return { property: 'domain', rule: `must be within the zone of ${dnsName}`, got: domain };
}
