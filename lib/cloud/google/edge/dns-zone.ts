import { DataGoogleDnsKeys } from '@cdktf/provider-google/lib/data-google-dns-keys';
import { DnsManagedZone, type DnsManagedZoneDnssecConfig } from '@cdktf/provider-google/lib/dns-managed-zone';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { labelRefusals } from '../resource-labels';
import { resourceNameRefusal } from '../resource-name';
import { DnsRecord, type DnsRecordOptions, type IDnsZone } from './dns-record';
import { domainRefusal } from './host-name';

const MAX_NAME = 63;
const DELEGATION_TTL_SECONDS = 21_600;
const DEFAULT_CAA_ISSUERS: readonly string[] = ['pki.goog'];

/** A network from which a private zone can be looked up; a `VpcNetwork` is one. */
export interface IResolvingNetwork {
  /** Reference to the network. */
  readonly networkId: string;
}

/** Properties of every zone. */
export interface DnsZoneOptions {
  /** Project id. */
  readonly project: string;
  /** Name of the zone within the project. A change replaces the zone. */
  readonly name: string;
  /** Domain, such as `example.com`. A change replaces the zone. */
  readonly dnsName: string;
  /**
   * What the zone is for.
   *
   * @default - what Terraform writes
   */
  readonly description?: string;
  /**
   * Labels of the zone.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Whether Terraform refuses to destroy the zone. Another one would get other name servers.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** A zone for all the world. */
export interface PublicDnsZoneProps extends DnsZoneOptions {
  /**
   * Who can look names up.
   *
   * @default 'public'
   */
  readonly visibility?: 'public';
  /**
   * Whether answers are signed, so that nobody can forge them: `delegate` tells the parent zone.
   *
   * @default true
   */
  readonly dnssec?: boolean;
  /**
   * Whether queries are logged.
   *
   * @default true
   */
  readonly queryLogging?: boolean;
  /**
   * Who may issue certificates for the domain, such as `letsencrypt.org`; none for whoever likes to.
   *
   * @default ['pki.goog']
   */
  readonly caaIssuers?: readonly string[];
}

/** A zone for some networks only. Queries are logged by a policy of the network, if at all. */
export interface PrivateDnsZoneProps extends DnsZoneOptions {
  /** Who can look names up. */
  readonly visibility: 'private';
  /** Networks from which names can be looked up. */
  readonly networks: readonly IResolvingNetwork[];
}

/** Properties for `DnsZone`. */
export type DnsZoneProps = PublicDnsZoneProps | PrivateDnsZoneProps;

/** A zone of Cloud DNS. Terraform never deletes records that it did not make, so a zone with others in it stays. */
export class DnsZone extends Construct implements IDnsZone {
  /** A zone that another stack made. */
  public static fromAttributes(attributes: Pick<IDnsZone, 'project' | 'zoneName' | 'dnsName'>): IDnsZone {
    return { ...attributes, dependables: [] };
  }

  public readonly project: string;
  public readonly zoneName: string;
  public readonly dnsName: string;
  public readonly dependables: readonly ITerraformDependable[];
  /** Name servers that the parent zone has to name, known once created. */
  public readonly nameServers: readonly string[];
  private readonly signed: boolean;

  constructor(scope: Construct, id: string, props: DnsZoneProps) {
    super(scope, id);

    refuse(this.node.path, [
      resourceNameRefusal('name', props.name, MAX_NAME),
      domainRefusal('dnsName', props.dnsName),
      ...labelRefusals('labels', props.labels),
      ...(props.visibility === 'private' ? [networksRefusal(props)] : issuerRefusals(props)),
    ]);

    this.project = props.project;
    this.zoneName = props.name;
    this.dnsName = props.dnsName;
    this.signed = props.visibility !== 'private' && (props.dnssec ?? true);
    const zone = new DnsManagedZone(this, 'Resource', {
      project: props.project,
      name: props.name,
      dnsName: `${props.dnsName}.`,
      description: props.description,
      labels: props.labels,
      forceDestroy: false,
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
      ...(props.visibility === 'private' ? privateSettings(props) : publicSettings(props)),
    });
    this.dependables = [zone];
    this.nameServers = zone.nameServers;
    if (props.visibility !== 'private') this.addIssuers(props.caaIssuers ?? DEFAULT_CAA_ISSUERS);
  }

  /** Adds a record, such as `www`; `@` is the zone itself. Throws where there is one of that name and type. */
  public addRecord(name: string, options: DnsRecordOptions): DnsRecord {
    return new DnsRecord(this, `${options.type}-${name}`, { ...options, zone: this, name });
  }

  /**
   * Hands a part of the domain to another zone, along with its key where the zone is signed. Throws where the zone is
   * for no part of the domain.
   */
  public delegate(child: DnsZone): void {
    const name = child.dnsName.slice(0, -this.dnsName.length - 1);
    refuse(this.node.path, [
      `${name}.${this.dnsName}` === child.dnsName && name !== ''
        ? undefined
        : { property: 'delegate', rule: `must be given a zone below ${this.dnsName}`, got: child.dnsName },
    ]);
    const ttlSeconds = DELEGATION_TTL_SECONDS;
    this.addRecord(name, { type: 'NS', rrdatas: child.nameServers, ttlSeconds });
    if (child.signed) this.addRecord(name, { type: 'DS', rrdatas: [child.dsRecord()], ttlSeconds });
  }

  private dsRecord(): string {
    return new DataGoogleDnsKeys(this, 'Keys', {
      project: this.project,
      managedZone: this.zoneName,
      dependsOn: [...this.dependables],
    }).keySigningKeys.get(0).dsRecord;
  }

  private addIssuers(issuers: readonly string[]): void {
    if (issuers.length === 0) return;
    this.addRecord('@', { type: 'CAA', rrdatas: issuers.map((issuer) => `0 issue "${issuer}"`) });
  }
}

function publicSettings({ dnssec = true, queryLogging = true }: PublicDnsZoneProps) {
  return {
    visibility: 'public',
    dnssecConfig: dnssecConfig(dnssec),
    cloudLoggingConfig: { enableLogging: queryLogging },
  };
}

function privateSettings({ networks }: PrivateDnsZoneProps) {
  return {
    visibility: 'private',
    privateVisibilityConfig: { networks: networks.map(({ networkId }) => ({ networkUrl: networkId })) },
  };
}

/** Keys of elliptic curves make the shortest answers; with NSEC3 nobody can list the names of a zone. */
function dnssecConfig(signed: boolean): DnsManagedZoneDnssecConfig {
  if (!signed) return { state: 'off' };
  return {
    state: 'on',
    nonExistence: 'nsec3',
    defaultKeySpecs: ['keySigning', 'zoneSigning'].map((keyType) => ({
      keyType,
      algorithm: 'ecdsap256sha256',
      keyLength: 256,
    })),
  };
}

function networksRefusal({ networks }: PrivateDnsZoneProps): Refusal | undefined {
  return networks.length > 0
    ? undefined
    : { property: 'networks', rule: 'must name one network at least', got: networks };
}

function issuerRefusals({ caaIssuers = DEFAULT_CAA_ISSUERS }: PublicDnsZoneProps): (Refusal | undefined)[] {
  return caaIssuers.map((issuer) => domainRefusal('caaIssuers', issuer));
}
