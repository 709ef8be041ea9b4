import { Wafv2IpSet } from '@cdktf/provider-aws/lib/wafv2-ip-set';
import { Wafv2WebAcl, type Wafv2WebAclRule } from '@cdktf/provider-aws/lib/wafv2-web-acl';
import { Wafv2WebAclAssociation } from '@cdktf/provider-aws/lib/wafv2-web-acl-association';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import { boundedName } from '../../../core/names';
import { isIpv6Range } from './ip-ranges';
import { DEFAULT_MANAGED_RULES, managedRules } from './managed-rules';
import { blockedResponseBodies, blockWith } from './web-acl-blocking';
import { WebAclLog } from './web-acl-logging';
import type { WebAclProps } from './web-acl-options';
import { type RateLimit, rateLimitRule, scopedLimitRules } from './web-acl-rate-limit';
import { capacityRefusals, protectedRefusals, webAclRefusals } from './web-acl-refusals';
import { PRIORITY, visibility, type WebAclStatement, webAclRule, type WeighedRule } from './web-acl-rule';

const MAX_NAME = 128;
const DEFAULT_RATE_LIMIT: RateLimit = { requests: 2000 };
const TOO_MANY_REQUESTS = 429;

/**
 * What a load balancer or a distribution lets through: nobody who is blocked, no attack that AWS' rules know, and no
 * more from one address than is fair. Everything else passes.
 *
 * Throws a `ConstructError` where WAF would refuse the rules, or they take more capacity than they may.
 */
export class WebAcl extends Construct {
  /** ARN of the web ACL, which ends in an id that AWS makes up: known once created. */
  public readonly arn: string;
  private readonly provider: TerraformProvider | undefined;
  private readonly webAclScope: 'REGIONAL' | 'CLOUDFRONT';

  constructor(scope: Construct, id: string, props: WebAclProps) {
    super(scope, id);
    const { provider, account, region, webAclName, bodyInspectionLimit, logging = {} } = props;
    refuse(this.node.path, webAclRefusals(props));

    this.provider = provider;
    this.webAclScope = props.scope ?? 'REGIONAL';
    const rules = this.rules(props);
    refuse(this.node.path, capacityRefusals(props, rules));

    this.arn = new Wafv2WebAcl(this, 'Resource', {
      ...{ provider, name: webAclName, scope: this.webAclScope },
      defaultAction: { allow: {} },
      rule: rules.map(({ rule }) => rule).sort((a, b) => a.priority - b.priority),
      customResponseBody: blockedResponseBodies(props.blockedResponse),
      associationConfig:
        bodyInspectionLimit === undefined
          ? undefined
          : { requestBody: [{ cloudfront: { defaultSizeInspectionLimit: bodyInspectionLimit } }] },
      visibilityConfig: visibility(webAclName),
      // WAF refuses to delete what is still in use.
      lifecycle: { createBeforeDestroy: true },
    }).arn;
    if (logging !== false) {
      const webAcl = { provider, account, region, webAclName, webAclArn: this.arn };
      new WebAclLog(this, 'Log', { ...webAcl, ...logging });
    }
  }

  /**
   * Puts a load balancer behind the web ACL, or another resource of the region. A load balancer that the AWS Load
   * Balancer Controller has made is put there by an annotation, and by nothing else.
   */
  public addProtected(id: string, resourceArn: string): void {
    refuse(this.node.path, protectedRefusals(this.webAclScope, resourceArn));
    new Wafv2WebAclAssociation(this, `protected-${id}`, {
      provider: this.provider,
      webAclArn: this.arn,
      resourceArn,
    });
  }

  private rules(props: WebAclProps): WeighedRule[] {
    const { allowedCidrs = [], blockedCidrs = [], blockedCountries = [], preview = false } = props;
    const { rateLimit = DEFAULT_RATE_LIMIT, scopedRateLimits = {}, blockedResponse } = props;
    const block = blockWith(blockedResponse, undefined, preview);
    const slowDown = blockWith(blockedResponse, TOO_MANY_REQUESTS, preview);
    return [
      ...this.cidrRules(props, 'allowed', PRIORITY.allowedCidrs, allowedCidrs, { allow: {} }),
      ...this.cidrRules(props, 'blocked', PRIORITY.blockedCidrs, blockedCidrs, block),
      ...countryRules(blockedCountries, block),
      ...(rateLimit === false ? [] : [rateLimitRule(rateLimit, slowDown)]),
      ...scopedLimitRules(scopedRateLimits, slowDown),
      ...managedRules(props.managedRules ?? DEFAULT_MANAGED_RULES, preview),
    ];
  }

  /** One rule for ranges of both families, each of which is a set of its own. */
  private cidrRules(
    { provider, webAclName, scope = 'REGIONAL' }: WebAclProps,
    kind: 'allowed' | 'blocked',
    priority: number,
    cidrs: readonly string[],
    action: Wafv2WebAclRule['action'],
  ): WeighedRule[] {
    const families = [
      { family: 'ipv4', ranges: cidrs.filter((cidr) => !isIpv6Range(cidr)) },
      { family: 'ipv6', ranges: cidrs.filter(isIpv6Range) },
    ].filter(({ ranges }) => ranges.length > 0);
    const statements: WebAclStatement[] = families.map(({ family, ranges }) => ({
      ip_set_reference_statement: {
        arn: new Wafv2IpSet(this, `${kind}-${family}`, {
          ...{ provider, scope },
          name: boundedName([webAclName, kind, family], MAX_NAME),
          ipAddressVersion: family.toUpperCase(),
          addresses: [...new Set(ranges)].sort(),
          lifecycle: { createBeforeDestroy: true },
        }).arn,
      },
    }));
    const [first] = statements;
    if (first === undefined) return [];
    const statement = statements.length === 1 ? first : { or_statement: { statement: statements } };
    return [{ rule: webAclRule(`${kind}-cidrs`, priority, statement, { action }), capacity: statements.length }];
  }
}

function countryRules(countries: readonly string[], action: Wafv2WebAclRule['action']): WeighedRule[] {
  if (countries.length === 0) return [];
  const statement = { geo_match_statement: { country_codes: [...new Set(countries)].sort() } };
  return [{ rule: webAclRule('blocked-countries', PRIORITY.blockedCountries, statement, { action }), capacity: 1 }];
}
