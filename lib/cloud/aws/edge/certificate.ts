import { AcmCertificate } from '@cdktf/provider-aws/lib/acm-certificate';
import { AcmCertificateValidation } from '@cdktf/provider-aws/lib/acm-certificate-validation';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';
import { domainOf, hostRefusal, zoneRefusal } from './host-name';
import type { IHostedZone } from './hosted-zone-ref';

const TTL_SECONDS = 300;
/** Names of one certificate before AWS has raised the quota: https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html */
const DEFAULT_QUOTA = 10;
const MAX_NAMES = 100;
/** ACM takes 64 characters for the first name: https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html */
const MAX_DOMAIN_NAME = 64;

/** Properties for `Certificate`. A change of anything but the log replaces the certificate. */
export interface CertificateProps extends AwsConstructProps {
  /** Host, such as `www.example.com` or `*.example.com`, of up to 64 characters. */
  readonly domainName: string;
  /**
   * Other hosts of the same certificate, up to nine before AWS raises the quota.
   *
   * @default []
   */
  readonly subjectAlternativeNames?: readonly string[];
  /** Zone that the proofs are put into: that the domains are one's own. All hosts have to be in it. */
  readonly zone: IHostedZone;
  /**
   * Kind of key. Those of elliptic curves make shorter handshakes; every browser of the last ten years knows them.
   *
   * @default 'EC_prime256v1'
   */
  readonly keyAlgorithm?: 'EC_prime256v1' | 'EC_secp384r1' | 'RSA_2048';
  /**
   * Whether the certificate is put into public logs, without which browsers do not trust it. What is there stays there
   * for all to read: a host whose name is a secret needs a wildcard.
   *
   * @default true
   */
  readonly transparencyLogging?: boolean;
  /**
   * Whether the proofs are put into the zone here. AWS wants one and the same proof of a domain for all certificates
   * of an account, in all regions: where another one has put it there, leave it be.
   *
   * @default true
   */
  readonly validationRecords?: boolean;
  /**
   * How many hosts AWS lets a certificate have, once asked to raise the quota.
   *
   * @default 10
   */
  readonly maxNames?: number;
}

/**
 * A certificate of ACM, issued and renewed on the word of the zone, for load balancers of the provider's region, and
 * for CloudFront where that is us-east-1.
 *
 * Throws a `ConstructError` where a host is not in the zone, or AWS would refuse the certificate.
 */
export class Certificate extends Construct {
  /** ARN of the certificate, known once it is issued. */
  public readonly arn: string;
  /** All hosts, sorted. */
  public readonly hosts: readonly string[];

  constructor(scope: Construct, id: string, props: CertificateProps) {
    super(scope, id);
    const { provider, domainName, subjectAlternativeNames = [], validationRecords = true } = props;
    refuse(this.node.path, refusals(props));

    this.hosts = [...new Set([domainName, ...subjectAlternativeNames])].sort();
    const others = this.hosts.filter((host) => host !== domainName);
    const certificate = new AcmCertificate(this, 'Resource', {
      ...{ provider, domainName },
      // ACM adds the first name to the others by itself.
      subjectAlternativeNames: others.length === 0 ? undefined : others,
      validationMethod: 'DNS',
      keyAlgorithm: props.keyAlgorithm ?? 'EC_prime256v1',
      options: {
        certificateTransparencyLoggingPreference: (props.transparencyLogging ?? true) ? 'ENABLED' : 'DISABLED',
      },
      // The one before is in use until its successor has taken its place.
      lifecycle: { createBeforeDestroy: true },
    });
    const records = validationRecords ? this.addProofs(props, certificate) : [];
    this.arn = new AcmCertificateValidation(this, 'Validation', {
      provider,
      certificateArn: certificate.arn,
      validationRecordFqdns: validationRecords ? records.map(({ fqdn }) => fqdn) : undefined,
    }).certificateArn;
  }

  /** One proof for a domain and its wildcard, as ACM wants the same one for both. */
  private addProofs({ provider, zone }: CertificateProps, certificate: AcmCertificate): Route53Record[] {
    return [...new Set(this.hosts.map(domainOf))].map((domain) => {
      const proof = (attribute: string) => proofAttribute(certificate, this.hostOf(domain), attribute);
      return new Route53Record(this, `proof-${domain}`, {
        ...{ provider, zoneId: zone.zoneId },
        name: proof('resource_record_name'),
        type: proof('resource_record_type'),
        ttl: TTL_SECONDS,
        records: [proof('resource_record_value')],
      });
    });
  }

  private hostOf(domain: string): string {
    return this.hosts.find((host) => domainOf(host) === domain) ?? domain;
  }
}

/** The proofs are a set, which knows no order, so that each is looked up by its host. */
function proofAttribute(certificate: AcmCertificate, host: string, attribute: string): string {
  const proofs = `${certificate.terraformResourceType}.${certificate.friendlyUniqueId}.domain_validation_options`;
  return `\${one([for proof in ${proofs} : proof.${attribute} if proof.domain_name == "${host}"])}`;
}

function refusals(props: CertificateProps): (Refusal | undefined)[] {
  const { domainName, subjectAlternativeNames = [], zone, maxNames = DEFAULT_QUOTA } = props;
  const hosts = new Set([domainName, ...subjectAlternativeNames]);
  return [
    ...hostRefusals('domainName', domainName, zone),
    domainName.length > MAX_DOMAIN_NAME
      ? {
          property: 'domainName',
          rule: `must be up to ${MAX_DOMAIN_NAME} characters`,
          got: domainName,
          remedy: 'name a shorter host first, and this one among subjectAlternativeNames',
        }
      : undefined,
    ...subjectAlternativeNames.flatMap((host) => hostRefusals('subjectAlternativeNames', host, zone)),
    maxNames >= 1 && maxNames <= MAX_NAMES && Number.isInteger(maxNames)
      ? undefined
      : { property: 'maxNames', rule: `must be a whole number from 1 to ${MAX_NAMES}`, got: maxNames },
    hosts.size > maxNames
      ? {
          property: 'subjectAlternativeNames',
          rule: `must make ${maxNames} hosts at most`,
          got: hosts.size,
          remedy: 'use a wildcard or several certificates, or say in maxNames what AWS has raised the quota to',
        }
      : undefined,
  ];
}

function hostRefusals(property: string, host: string, zone: IHostedZone): (Refusal | undefined)[] {
  const refusal = hostRefusal(property, host);
  return refusal === undefined ? [zoneRefusal(property, host, zone.zoneName)] : [refusal];
}
