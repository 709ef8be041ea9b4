import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';
import { DnsRecord } from './dns-record';
import { HealthCheck } from './health-check';
import { hostRefusal, nameWithin, zoneRefusal } from './host-name';
import type { IHostedZone } from './hosted-zone-ref';
import { regionRefusal, type RoutingPolicy } from './routing-policy';

/** The load balancer of one region. */
export interface RegionalTarget {
  /** DNS name of the load balancer, which AWS gives. */
  readonly dnsName: string;
  /**
   * Zone that AWS has the load balancers of the region in, such as `Z35SXDOTRQ7X7K`: another one for each region, and
   * for each kind. https://docs.aws.amazon.com/general/latest/gr/elb.html
   */
  readonly hostedZoneId: string;
  /**
   * Path that says whether the region can serve, asked for by HTTPS from around the world.
   *
   * @default - the region counts as well as long as the load balancer has a healthy target
   */
  readonly healthCheckPath?: string;
  /**
   * Host that the path is asked for at, where the gateway does not answer to `dnsName`. It has to lead to this region
   * alone.
   *
   * @default - dnsName
   */
  readonly healthCheckHost?: string;
  /**
   * Share of the requests, from 0 to 255, in proportion to the other regions; 0 drains the region. For all or none.
   *
   * @default - everybody goes to the region that is nearest
   */
  readonly weight?: number;
}

/** Properties for `RegionalEntrypoint`. */
export interface RegionalEntrypointProps extends AwsConstructProps {
  /** Zone that the host is in. */
  readonly zone: IHostedZone;
  /** Host, such as `www.example.com` or `*.example.com`. */
  readonly host: string;
  /** Load balancers by region, such as `us-east-1`. */
  readonly regions: Readonly<Record<string, RegionalTarget>>;
  /**
   * Whether a region is passed over whose load balancer has no healthy target.
   *
   * @default true
   */
  readonly evaluateTargetHealth?: boolean;
  /**
   * Whether there are addresses of IPv6, too; for load balancers that have both.
   *
   * @default false
   */
  readonly ipv6?: boolean;
}

/**
 * One host over the load balancers of several regions: everybody is led to the region that answers soonest, or to
 * all in proportion, and away from regions that are ill. Once none is well, Route 53 answers as if all were.
 *
 * Throws a `ConstructError` where regions could not be told apart, or Route 53 would refuse them.
 */
export class RegionalEntrypoint extends Construct {
  /** Ids of the health checks, by region. */
  public readonly healthCheckIds: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: RegionalEntrypointProps) {
    super(scope, id);
    const { zone, host, regions, ipv6 = false } = props;
    refuse(this.node.path, [hostRefusal('host', host), zoneRefusal('host', host, zone.zoneName), ...refusals(regions)]);

    const types = ipv6 ? (['A', 'AAAA'] as const) : (['A'] as const);
    const checks = new Map<string, string>();
    for (const region of Object.keys(regions).sort()) {
      const target = regions[region];
      if (target === undefined) continue;
      const healthCheckId = this.addCheck(props, region, target);
      if (healthCheckId !== undefined) checks.set(region, healthCheckId);
      for (const type of types) this.addRecord(props, type, region, target, healthCheckId);
    }

    this.healthCheckIds = Object.fromEntries(checks);
  }

  private addCheck(
    { provider, host }: RegionalEntrypointProps,
    region: string,
    { dnsName, healthCheckPath, healthCheckHost }: RegionalTarget,
  ): string | undefined {
    if (healthCheckPath === undefined) return undefined;
    return new HealthCheck(this, `check-${region}`, {
      provider,
      name: `${host} ${region}`,
      fqdn: healthCheckHost ?? dnsName,
      resourcePath: healthCheckPath,
    }).healthCheckId;
  }

  private addRecord(
    { provider, zone, host, evaluateTargetHealth = true }: RegionalEntrypointProps,
    type: 'A' | 'AAAA',
    region: string,
    { dnsName, hostedZoneId, weight }: RegionalTarget,
    healthCheckId: string | undefined,
  ): void {
    const routing: RoutingPolicy =
      weight === undefined
        ? { policy: 'latency', setIdentifier: region, region }
        : { policy: 'weighted', setIdentifier: region, weight };
    new DnsRecord(this, `${type}-${region}`, {
      ...{ provider, zone, type, routing, healthCheckId },
      name: nameWithin(host, zone.zoneName),
      alias: { dnsName, hostedZoneId, evaluateTargetHealth },
    });
  }
}

function refusals(regions: Readonly<Record<string, RegionalTarget>>): (Refusal | undefined)[] {
  const targets = Object.values(regions);
  const weights = targets.map(({ weight }) => weight);
  const weighed = weights.filter((weight) => weight !== undefined);
  const property = 'regions';
  return [
    targets.length > 0 ? undefined : { property, rule: 'must name one region at least', got: regions },
    weighed.length === 0 || weighed.length === weights.length
      ? undefined
      : { property, rule: 'must have a weight for each region or for none', got: Object.keys(regions) },
    weighed.length > 0 && weighed.every((weight) => weight === 0)
      ? { property, rule: 'must not drain every region', got: Object.keys(regions) }
      : undefined,
    ...Object.keys(regions).map((region) => regionRefusal(property, region)),
    ...Object.entries(regions).map(([region, { healthCheckPath, healthCheckHost }]) =>
      healthCheckHost !== undefined && healthCheckPath === undefined
        ? {
            property: `${property}.${region}.healthCheckHost`,
            rule: 'must not be given without healthCheckPath',
            got: healthCheckHost,
          }
        : undefined,
    ),
  ];
}
