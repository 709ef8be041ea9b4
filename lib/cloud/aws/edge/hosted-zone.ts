import { Route53Zone } from '@cdktf/provider-aws/lib/route53-zone';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { DnsRecord, type DnsRecordOptions, hostedZoneIdRefusal, recordId } from './dns-record';
import { domainRefusal, isWithin, nameWithin } from './host-name';
import type { IHostedZone } from './hosted-zone-ref';
import { regionRefusal } from './routing-policy';
import { ZoneQueryLog } from './zone-query-log';
import { ZoneSigning } from './zone-signing';

const MAX_COMMENT = 256;
const DELEGATION_TTL_SECONDS = 21_600;
/** Any one of Amazon's names will do: https://docs.aws.amazon.com/acm/latest/userguide/setup-caa.html */
const DEFAULT_CAA_ISSUERS: readonly string[] = ['amazon.com'];

/** A network from which a private zone can be looked up. */
export interface ResolvingVpc {
  readonly vpcId: string;
  /**
   * Region of the network.
   *
   * @default - that of the zone's props
   */
  readonly region?: string;
}

/** Properties of every zone. */
export interface HostedZoneOptions extends AwsConstructProps, AwsPlace {
  /** Domain, such as `example.com`. A change replaces the zone. */
  readonly zoneName: string;
  /**
   * What the zone is for, in up to 256 characters.
   *
   * @default - what Terraform writes
   */
  readonly comment?: string;
  /**
   * Whether Terraform refuses to destroy the zone, and its signatures. Another zone would get other name servers.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** A zone for all the world. */
export interface PublicHostedZoneProps extends HostedZoneOptions {
  /**
   * Who can look names up.
   *
   * @default 'public'
   */
  readonly visibility?: 'public';
  /**
   * Whether answers are signed, so that nobody can forge them: `delegate` tells the parent zone. The key is made in
   * us-east-1, whatever the region.
   *
   * @default true
   */
  readonly dnssec?: boolean;
  /**
   * Whether queries are logged, for 90 days, in us-east-1, whatever the region.
   *
   * @default true
   */
  readonly queryLogging?: boolean;
  /**
   * Who may issue certificates for the domain, such as `letsencrypt.org`; none for whoever likes to.
   *
   * @default ['amazon.com']
   */
  readonly caaIssuers?: readonly string[];
}

/** A zone for some networks only. Queries are logged by Route 53 Resolver, if at all. */
export interface PrivateHostedZoneProps extends HostedZoneOptions {
  /** Who can look names up. */
  readonly visibility: 'private';
  /** Networks of the account, of any region, from which names can be looked up. */
  readonly vpcs: readonly ResolvingVpc[];
}

/** Properties for `HostedZone`. */
export type HostedZoneProps = PublicHostedZoneProps | PrivateHostedZoneProps;

/**
 * A zone of Route 53. Terraform never deletes records that it did not make, so a zone with others in it stays.
 *
 * Throws a `ConstructError` where Route 53 would refuse the zone.
 */
export class HostedZone extends Construct implements IHostedZone {
  /** A zone that was made elsewhere. */
  public static fromAttributes(attributes: IHostedZone): IHostedZone {
    refuse(attributes.zoneName, [
      hostedZoneIdRefusal('zoneId', attributes.zoneId),
      domainRefusal('zoneName', attributes.zoneName),
    ]);
    return attributes;
  }

  public readonly zoneId: string;
  public readonly zoneName: string;
  public readonly arn: string;
  /** Name servers that the parent zone has to name, known once created. */
  public readonly nameServers: readonly string[];
  /** What the parent zone, or the registrar, has to say of the zone's key, known once created; for signed zones. */
  public readonly dsRecord: string | undefined;
  private readonly provider: TerraformProvider | undefined;

  constructor(scope: Construct, id: string, props: HostedZoneProps) {
    super(scope, id);
    const { provider, zoneName, comment, deletionProtection = true } = props;
    refuse(this.node.path, [
      domainRefusal('zoneName', zoneName),
      commentRefusal(comment),
      ...(props.visibility === 'private' ? vpcRefusals(props) : issuerRefusals(props)),
    ]);

    const zone = new Route53Zone(this, 'Resource', {
      ...{ provider, comment },
      name: zoneName,
      forceDestroy: false,
      vpc: props.visibility === 'private' ? associations(props) : undefined,
      lifecycle: { preventDestroy: deletionProtection },
    });

    this.provider = provider;
    this.zoneId = zone.zoneId;
    this.zoneName = zoneName;
    this.arn = zone.arn;
    this.nameServers = zone.nameServers;
    this.dsRecord = props.visibility === 'private' ? undefined : this.secure(props, deletionProtection);
  }

  /**
   * Adds a record, such as `www`; `@` is the zone itself. Throws where there is one of that name and type, unless
   * their routing has another identifier.
   */
  public addRecord(name: string, options: DnsRecordOptions): DnsRecord {
    return new DnsRecord(this, recordId(name, options), { ...options, provider: this.provider, zone: this, name });
  }

  /**
   * Hands a part of the domain to another zone, along with its key where the zone is signed. Throws where the zone is
   * for no part of the domain.
   */
  public delegate(child: HostedZone): void {
    const { zoneName, nameServers, dsRecord } = child;
    const part = zoneName !== this.zoneName && isWithin(zoneName, this.zoneName);
    refuse(this.node.path, [
      part ? undefined : { property: 'delegate', rule: `must be given a zone below ${this.zoneName}`, got: zoneName },
    ]);
    const name = nameWithin(zoneName, this.zoneName);
    const ttlSeconds = DELEGATION_TTL_SECONDS;
    this.addRecord(name, { type: 'NS', records: nameServers, ttlSeconds });
    if (dsRecord !== undefined) this.addRecord(name, { type: 'DS', records: [dsRecord], ttlSeconds });
  }

  /** What only a public zone has: its issuers, its log and its signatures. */
  private secure(props: PublicHostedZoneProps, deletionProtection: boolean): string | undefined {
    const { provider, account, region, dnssec = true, queryLogging = true } = props;
    const { caaIssuers = DEFAULT_CAA_ISSUERS } = props;
    const common = { provider, account, region, zone: this, zoneArn: this.arn };
    if (caaIssuers.length > 0) {
      this.addRecord('@', { type: 'CAA', records: caaIssuers.map((issuer) => `0 issue "${issuer}"`) });
    }
    if (queryLogging) new ZoneQueryLog(this, 'QueryLog', common);
    return dnssec ? new ZoneSigning(this, 'Signing', { ...common, deletionProtection }).dsRecord : undefined;
  }
}

function associations({ vpcs, region }: PrivateHostedZoneProps) {
  return vpcs.map((vpc) => ({ vpcId: vpc.vpcId, vpcRegion: vpc.region ?? region }));
}

function commentRefusal(comment: string | undefined): Refusal | undefined {
  if (comment === undefined || comment.length <= MAX_COMMENT) return undefined;
  return { property: 'comment', rule: `must be up to ${MAX_COMMENT} characters`, got: comment };
}

function vpcRefusals({ vpcs }: PrivateHostedZoneProps): (Refusal | undefined)[] {
  return [
    vpcs.length > 0 ? undefined : { property: 'vpcs', rule: 'must name one network at least', got: vpcs },
    ...vpcs.map(({ region }) => (region === undefined ? undefined : regionRefusal('vpcs.region', region))),
  ];
}

function issuerRefusals({ caaIssuers = DEFAULT_CAA_ISSUERS }: PublicHostedZoneProps): (Refusal | undefined)[] {
  return caaIssuers.map((issuer) => domainRefusal('caaIssuers', issuer));
}
