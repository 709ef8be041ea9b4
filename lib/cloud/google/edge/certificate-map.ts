import { CertificateManagerCertificateMap } from '@cdktf/provider-google/lib/certificate-manager-certificate-map';
import { CertificateManagerCertificateMapEntry } from '@cdktf/provider-google/lib/certificate-manager-certificate-map-entry';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import { boundedName } from '../../../core/names';
import { resourceNameRefusal } from '../resource-name';
import { DnsAuthorization } from './dns-authorization';
import type { IDnsZone } from './dns-record';
import { domainOf, hostRefusal, hostSlug } from './host-name';
import { ManagedCertificate } from './managed-certificate';

const MAX_NAME = 63;
const MAX_ENTRY_NAME = 64;

/** Certificates by host, which a load balancer chooses from. */
export interface ICertificateMap {
  /** `projects/…/locations/global/certificateMaps/…` */
  readonly id: string;
  /** What has to exist before the map is of use; depend on these. */
  readonly dependables: readonly ITerraformDependable[];
}

/** Properties for `CertificateMap`. */
export interface CertificateMapProps {
  /** Project id. */
  readonly project: string;
  /** Name of the map, and beginning of the names of what belongs to it. */
  readonly name: string;
  /** Hosts, such as `www.example.com` and `*.example.com`. */
  readonly hosts: readonly string[];
  /** Zone that the proofs are put into: that the domains are one's own. */
  readonly zone: IDnsZone;
}

/**
 * Certificates for hosts, issued and renewed by Google on the word of the zone: before the first request comes in,
 * and for wildcards, too. A client that asks for another host gets no certificate, and no connection.
 */
export class CertificateMap extends Construct implements ICertificateMap {
  /** A map that another stack made. */
  public static fromId(id: string): ICertificateMap {
    return { id, dependables: [] };
  }

  public readonly id: string;
  public readonly dependables: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: CertificateMapProps) {
    super(scope, id);

    const { project, name, zone } = props;
    const hosts = [...new Set(props.hosts)].sort();
    refuse(this.node.path, [
      resourceNameRefusal('name', name, MAX_NAME),
      hosts.length === 0 ? { property: 'hosts', rule: 'must name one host at least', got: hosts } : undefined,
      ...hosts.map((host) => hostRefusal('hosts', host)),
    ]);

    const map = new CertificateManagerCertificateMap(this, 'Resource', { project, name });
    const authorizations = new Map(
      [...new Set(hosts.map(domainOf))].map((domain) => [
        domain,
        new DnsAuthorization(this, `authorization-${domain}`, { project, name, domain, zone }),
      ]),
    );
    this.id = map.id;
    this.dependables = hosts.flatMap((host) => {
      const authorization = authorizations.get(domainOf(host));
      if (authorization === undefined) return [];
      const certificate = new ManagedCertificate(this, `certificate-${host}`, { project, name, host, authorization });
      return [
        new CertificateManagerCertificateMapEntry(this, `entry-${host}`, {
          project,
          name: boundedName([name, hostSlug(host)], MAX_ENTRY_NAME),
          map: map.name,
          hostname: host,
          certificates: [certificate.id],
        }),
      ];
    });
  }
}
