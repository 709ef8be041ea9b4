import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { AwsConstructProps } from '../aws-construct';
import { type DnsRecordType, recordValues, valueRefusals } from './dns-record-values';
import type { IHostedZone } from './hosted-zone-ref';
import { routingRefusals, type RoutingPolicy, routingSettings } from './routing-policy';

const DEFAULT_TTL_SECONDS = 300;
const TTL_SECONDS = { min: 0, max: 2_147_483_647 };
const MAX_NAME = 253;
/** Underscores are for records that no host bears, such as `_dmarc`. */
const LABEL = '[a-z0-9_]([-a-z0-9_]{0,61}[a-z0-9_])?';
const NAME = new RegExp(`^(\\*|(\\*\\.)?${LABEL}(\\.${LABEL})*)$`);

/** What every record may have. */
export interface RoutedRecordOptions {
  /**
   * How the record is chosen, where there are several of one name and type.
   *
   * @default - it is the only one
   */
  readonly routing?: RoutingPolicy;
  /**
   * Health check without whose word the record is not answered with. Only with `routing`.
   *
   * @default - the record counts as healthy
   */
  readonly healthCheckId?: string;
}

/** A record that says its values. */
export interface ValueRecordOptions extends RoutedRecordOptions {
  readonly type: DnsRecordType;
  /**
   * Values, as zone files have them, but for TXT: that is the plain text, without quotes, and split where it is too
   * long for one string.
   */
  readonly records: readonly string[];
  /**
   * Seconds for which others may remember the record.
   *
   * @default 300
   */
  readonly ttlSeconds?: number;
}

/** Something of AWS that a name stands for. */
export interface AliasTarget {
  /** DNS name of the load balancer, distribution or endpoint. */
  readonly dnsName: string;
  /** Zone of that name, which AWS has for each kind of target and region, or the id of the zone where it is a record. */
  readonly hostedZoneId: string;
  /**
   * Whether a target without healthy members is passed over, as if a health check had failed. CloudFront has no such
   * thing: false there.
   *
   * @default true
   */
  readonly evaluateTargetHealth?: boolean;
}

/** A record that stands for something of AWS, whose addresses change. Unlike a CNAME it may be the zone itself. */
export interface AliasRecordOptions extends RoutedRecordOptions {
  readonly type: 'A' | 'AAAA' | 'HTTPS';
  readonly alias: AliasTarget;
}

/** Options shared by `DnsRecord` and `HostedZone.addRecord`. */
export type DnsRecordOptions = ValueRecordOptions | AliasRecordOptions;

/** Where a record goes. */
export interface DnsRecordPlace extends AwsConstructProps {
  /** Zone that the record is put into. */
  readonly zone: IHostedZone;
  /** Name within the zone, such as `www` or `*.staging`; `@` for the zone itself. A change replaces the record. */
  readonly name: string;
}

/** Properties for `DnsRecord`. */
export type DnsRecordProps = DnsRecordPlace & DnsRecordOptions;

/**
 * A record of a zone. One that is there already, and that Terraform did not make, is not written over.
 *
 * Throws a `ConstructError` where Route 53 would refuse the record.
 */
export class DnsRecord extends Construct {
  /** Full name, without the dot at its end. */
  public readonly fqdn: string;

  constructor(scope: Construct, id: string, props: DnsRecordProps) {
    super(scope, id);
    const { provider, zone, name, type, routing, healthCheckId } = props;
    refuse(this.node.path, [
      nameRefusal(name),
      ...('alias' in props ? aliasRefusals(props) : valuesRefusals(props)),
      ...routingRefusals('routing', routing),
      ...healthRefusals(props),
    ]);

    this.fqdn = name === '@' ? zone.zoneName : `${name}.${zone.zoneName}`;
    new Route53Record(this, 'Resource', {
      ...{ provider, type, healthCheckId },
      zoneId: zone.zoneId,
      name: this.fqdn,
      ...('alias' in props ? aliasSettings(props.alias) : valueSettings(props)),
      ...routingSettings(routing),
    });
  }
}

/** Id of a record's construct within its zone. */
export function recordId(name: string, { type, routing }: DnsRecordOptions): string {
  return [type, name, ...(routing === undefined ? [] : [routing.setIdentifier])].join('-');
}

function valueSettings({ type, records, ttlSeconds = DEFAULT_TTL_SECONDS }: ValueRecordOptions) {
  return { ttl: ttlSeconds, records: recordValues(type, records) };
}

function aliasSettings({ dnsName, hostedZoneId, evaluateTargetHealth = true }: AliasTarget) {
  return { alias: { name: dnsName, zoneId: hostedZoneId, evaluateTargetHealth } };
}

function valuesRefusals(props: DnsRecordPlace & ValueRecordOptions): (Refusal | undefined)[] {
  const { name, type, records, routing, ttlSeconds = DEFAULT_TTL_SECONDS } = props;
  return [
    wholeNumberRefusal('ttlSeconds', ttlSeconds, TTL_SECONDS),
    ...valueRefusals(name, type, records),
    routing?.policy === 'multivalue' && !Token.isUnresolved(records) && records.length > 1
      ? { property: 'records', rule: 'must hold one value where the routing is multivalue', got: records }
      : undefined,
  ];
}

function aliasRefusals({ alias, routing }: AliasRecordOptions): (Refusal | undefined)[] {
  const { dnsName, hostedZoneId } = alias;
  return [
    Token.isUnresolved(dnsName) || /^[A-Za-z0-9_*][-A-Za-z0-9._]*\.[A-Za-z]{2,}\.?$/.test(dnsName)
      ? undefined
      : { property: 'alias.dnsName', rule: 'must be a host name', got: dnsName },
    hostedZoneIdRefusal('alias.hostedZoneId', hostedZoneId),
    routing?.policy === 'multivalue'
      ? {
          property: 'routing',
          rule: 'must not be multivalue for an alias',
          got: routing.policy,
          remedy: 'give weights',
        }
      : undefined,
  ];
}

/** Refuses what is no id of a zone. */
export function hostedZoneIdRefusal(property: string, zoneId: string): Refusal | undefined {
  if (Token.isUnresolved(zoneId) || /^Z[A-Z0-9]{1,31}$/.test(zoneId)) return undefined;
  return { property, rule: 'must be the id of a hosted zone such as Z0123456789ABCDEFGHIJ', got: zoneId };
}

function healthRefusals(props: DnsRecordProps): (Refusal | undefined)[] {
  const { routing, healthCheckId } = props;
  const watched = healthCheckId !== undefined || ('alias' in props && (props.alias.evaluateTargetHealth ?? true));
  return [
    healthCheckId !== undefined && routing === undefined
      ? {
          property: 'healthCheckId',
          rule: 'must not be given where there is no other record to answer with',
          got: healthCheckId,
          remedy: 'give a routing',
        }
      : undefined,
    routing?.policy === 'failover' && routing.type === 'PRIMARY' && !watched
      ? {
          property: 'healthCheckId',
          rule: 'must be given for a primary record, or it would never fail over',
          got: null,
          remedy: 'or have an alias with evaluateTargetHealth',
        }
      : undefined,
  ];
}

function nameRefusal(name: string): Refusal | undefined {
  // Names key constructs, so none may be a token.
  if (Token.isUnresolved(name)) return { property: 'name', rule: 'must be known at synthesis', got: 'a token' };
  if (name === '@' || (NAME.test(name) && name.length <= MAX_NAME)) return undefined;
  return {
    property: 'name',
    rule: 'must be lower-case and within the zone, such as www or *.staging, or @ for the zone itself',
    got: name,
  };
}
