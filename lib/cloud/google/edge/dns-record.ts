import { isIPv4, isIPv6 } from 'node:net';
import { DnsRecordSet } from '@cdktf/provider-google/lib/dns-record-set';
import { Token, type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';

const DEFAULT_TTL_SECONDS = 300;
const TTL_SECONDS = { min: 0, max: 2_147_483_647 };
const MAX_NAME = 253;
/** Underscores are for records that no host bears, such as `_dmarc`. */
const LABEL = '[a-z0-9_]([-a-z0-9_]{0,61}[a-z0-9_])?';
const NAME = new RegExp(`^(\\*|(\\*\\.)?${LABEL}(\\.${LABEL})*)$`);

/** Types of record. https://cloud.google.com/dns/docs/records-overview */
export type DnsRecordType =
  'A' | 'AAAA' | 'CAA' | 'CNAME' | 'DS' | 'HTTPS' | 'MX' | 'NS' | 'PTR' | 'SRV' | 'SVCB' | 'TXT';

/** A zone that records are put into, wherever it was made. */
export interface IDnsZone {
  readonly project: string;
  /** Name of the zone within the project. */
  readonly zoneName: string;
  /** Domain, without the dot at its end: `example.com`. */
  readonly dnsName: string;
  /** What has to exist before a record can be put in; depend on these. */
  readonly dependables: readonly ITerraformDependable[];
}

/** Options shared by `DnsRecord` and `DnsZone.addRecord`. */
export interface DnsRecordOptions {
  readonly type: DnsRecordType;
  /** Values, as zone files have them: names end in a dot. */
  readonly rrdatas: readonly string[];
  /**
   * Seconds for which others may remember the record.
   *
   * @default 300
   */
  readonly ttlSeconds?: number;
}

/** Properties for `DnsRecord`. */
export interface DnsRecordProps extends DnsRecordOptions {
  /** Zone that the record is put into. */
  readonly zone: IDnsZone;
  /** Name within the zone, such as `www` or `*.staging`; `@` for the zone itself. */
  readonly name: string;
}

/** A record set of a zone. */
export class DnsRecord extends Construct {
  /** Full name, without the dot at its end. */
  public readonly fqdn: string;

  constructor(scope: Construct, id: string, props: DnsRecordProps) {
    super(scope, id);

    const { zone, name, type, rrdatas, ttlSeconds = DEFAULT_TTL_SECONDS } = props;
    refuse(this.node.path, [
      nameRefusal(name),
      wholeNumberRefusal('ttlSeconds', ttlSeconds, TTL_SECONDS),
      ...valueRefusals(name, type, rrdatas),
    ]);

    this.fqdn = name === '@' ? zone.dnsName : `${name}.${zone.dnsName}`;
    new DnsRecordSet(this, 'Resource', {
      project: zone.project,
      managedZone: zone.zoneName,
      name: `${this.fqdn}.`,
      type,
      ttl: ttlSeconds,
      rrdatas: [...new Set(rrdatas)].sort(),
      dependsOn: [...zone.dependables],
    });
  }
}

function nameRefusal(name: string): Refusal | undefined {
  if (Token.isUnresolved(name) || name === '@' || (NAME.test(name) && name.length <= MAX_NAME)) return undefined;
  return {
    property: 'name',
    rule: 'must be lower-case and within the zone, such as www or *.staging, or @ for the zone itself',
    got: name,
  };
}

function valueRefusals(name: string, type: DnsRecordType, rrdatas: readonly string[]): (Refusal | undefined)[] {
  // What Terraform alone knows, be it the list or a part of it, is left to Terraform.
  if (Token.isUnresolved(rrdatas)) return [];
  return [
    rrdatas.length === 0 ? { property: 'rrdatas', rule: 'must hold one value at least', got: rrdatas } : undefined,
    type === 'CNAME' && rrdatas.length > 1
      ? { property: 'rrdatas', rule: 'must hold one value for a CNAME', got: rrdatas }
      : undefined,
    type === 'CNAME' && name === '@'
      ? { property: 'type', rule: 'must not be CNAME for the zone itself', got: type, remedy: 'give it A records' }
      : undefined,
    ...rrdatas.map((value) => valueRefusal(type, value)),
  ];
}

function valueRefusal(type: DnsRecordType, value: string): Refusal | undefined {
  if (Token.isUnresolved(value)) return undefined;
  switch (type) {
    case 'A':
      return isIPv4(value) ? undefined : { property: 'rrdatas', rule: 'must hold IPv4 addresses', got: value };
    case 'AAAA':
      return isIPv6(value) ? undefined : { property: 'rrdatas', rule: 'must hold IPv6 addresses', got: value };
    case 'CNAME':
    case 'MX':
    case 'NS':
    case 'PTR':
    case 'SRV':
      return value.endsWith('.') ? undefined : { property: 'rrdatas', rule: 'must end in a dot', got: value };
    default:
      return undefined;
  }
}
