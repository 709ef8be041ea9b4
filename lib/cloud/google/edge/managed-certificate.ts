import { CertificateManagerCertificate } from '@cdktf/provider-google/lib/certificate-manager-certificate';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { boundedName } from '../../../core/names';
import type { IDnsAuthorization } from './dns-authorization';
import { domainOf, hostRefusal, hostSlug } from './host-name';

/** https://cloud.google.com/certificate-manager/docs/reference/rest/v1/projects.locations.certificates */
const MAX_NAME = 64;

/** Properties for `ManagedCertificate`. */
export interface ManagedCertificateProps {
  /** Project id. */
  readonly project: string;
  /** Beginning of the name; the host is its end. */
  readonly name: string;
  /** Host, such as `www.example.com` or `*.example.com`. A change replaces the certificate. */
  readonly host: string;
  /** Proof that the host's domain is one's own. */
  readonly authorization: IDnsAuthorization;
}

/**
 * A certificate that Google issues and renews. It is for one host, so that one more host makes one more certificate,
 * and never replaces the one that others are served by.
 */
export class ManagedCertificate extends Construct {
  /** `projects/…/locations/global/certificates/…` */
  public readonly id: string;
  public readonly host: string;

  constructor(scope: Construct, id: string, props: ManagedCertificateProps) {
    super(scope, id);

    const { project, name, host, authorization } = props;
    refuse(this.node.path, [hostRefusal('host', host), authorizationRefusal(host, authorization)]);

    this.host = host;
    this.id = new CertificateManagerCertificate(this, 'Resource', {
      project,
      name: boundedName([name, hostSlug(host)], MAX_NAME),
      scope: 'DEFAULT',
      managed: { domains: [host], dnsAuthorizations: [authorization.id] },
      dependsOn: [...authorization.dependables],
    }).id;
  }
}

function authorizationRefusal(host: string, { domain }: IDnsAuthorization): Refusal | undefined {
  if (domainOf(host) === domain) return undefined;
  return { property: 'authorization', rule: `must be for ${domainOf(host)}`, got: domain };
}
