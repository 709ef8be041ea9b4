import type { Wafv2WebAclRule } from '@cdktf/provider-aws/lib/wafv2-web-acl';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { type ScopeDown, scopeDownRefusals, scopeDownStatement } from './request-match';
import { PRIORITY, webAclRule, type WeighedRule } from './web-acl-rule';

/** https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html */
const REQUESTS = { min: 10, max: 2_000_000_000 };
const WINDOWS_SECONDS: readonly number[] = [60, 120, 300, 600];
const DEFAULT_WINDOW_SECONDS = 300;
const DEFAULT_HEADER = 'X-Forwarded-For';
const CAPACITY = 2;

/** How many requests one address may send. What is above is answered with 429, until there are fewer. */
export interface RateLimit {
  /** Requests that an address may send within the window, from 10 to 2000000000. */
  readonly requests: number;
  /**
   * Seconds over which requests are counted: 60, 120, 300 or 600. WAF counts anew every ten seconds or so.
   *
   * @default 300
   */
  readonly evaluationWindowSeconds?: number;
  /**
   * What clients are told apart by: the address of the connection, or one that a proxy before the load balancer puts
   * into a header. Who can reach the load balancer past the proxy can write whatever they like there.
   *
   * @default 'IP'
   */
  readonly aggregateKeyType?: 'IP' | 'FORWARDED_IP';
  /**
   * Header that the address is in. Only with `FORWARDED_IP`.
   *
   * @default 'X-Forwarded-For'
   */
  readonly forwardedIpHeader?: string;
}

/** A limit for some requests, lower than the limit for all. */
export interface ScopedRateLimit extends RateLimit {
  /** Which requests are counted, and refused. */
  readonly scopeDown: ScopeDown;
}

/** The rule that limits all requests. */
export function rateLimitRule(limit: RateLimit, action: Wafv2WebAclRule['action']): WeighedRule {
  return rule('rate-limit', PRIORITY.rateLimit, limit, undefined, action);
}

/** Limits for some requests, by their names. WAF counts for each by itself, so their order does not matter. */
export function scopedLimitRules(
  limits: Readonly<Record<string, ScopedRateLimit>>,
  action: Wafv2WebAclRule['action'],
): WeighedRule[] {
  return Object.entries(limits)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, limit], index) =>
      rule(`rate-limit-${name}`, PRIORITY.scopedRateLimits + index, limit, limit.scopeDown, action),
    );
}

/** Refuses limits that WAF would. */
export function rateLimitRefusals(property: string, limit: RateLimit | ScopedRateLimit): (Refusal | undefined)[] {
  const { requests, aggregateKeyType, forwardedIpHeader } = limit;
  const seconds = limit.evaluationWindowSeconds ?? DEFAULT_WINDOW_SECONDS;
  return [
    wholeNumberRefusal(`${property}.requests`, requests, REQUESTS),
    Token.isUnresolved(seconds) || WINDOWS_SECONDS.includes(seconds)
      ? undefined
      : {
          property: `${property}.evaluationWindowSeconds`,
          rule: `must be one of ${WINDOWS_SECONDS.join(', ')}`,
          got: seconds,
        },
    forwardedIpHeader !== undefined && aggregateKeyType !== 'FORWARDED_IP'
      ? {
          property: `${property}.forwardedIpHeader`,
          rule: 'must not be given without an aggregateKeyType of FORWARDED_IP',
          got: forwardedIpHeader,
        }
      : undefined,
    forwardedIpHeader === undefined || /^[A-Za-z0-9-]{1,255}$/.test(forwardedIpHeader)
      ? undefined
      : { property: `${property}.forwardedIpHeader`, rule: 'must be the name of a header', got: forwardedIpHeader },
    ...('scopeDown' in limit ? scopeDownRefusals(`${property}.scopeDown`, limit.scopeDown) : []),
  ];
}

function rule(
  name: string,
  priority: number,
  limit: RateLimit,
  scopeDown: ScopeDown | undefined,
  action: Wafv2WebAclRule['action'],
): WeighedRule {
  const { requests, aggregateKeyType = 'IP', forwardedIpHeader = DEFAULT_HEADER } = limit;
  const scope = scopeDown === undefined ? undefined : scopeDownStatement(scopeDown);
  // An address that cannot be read is not let past the limit: all such requests count as one client's.
  const forwarded = { header_name: forwardedIpHeader, fallback_behavior: 'MATCH' };
  const statement = {
    rate_based_statement: {
      limit: requests,
      evaluation_window_sec: limit.evaluationWindowSeconds ?? DEFAULT_WINDOW_SECONDS,
      aggregate_key_type: aggregateKeyType,
      ...(aggregateKeyType === 'FORWARDED_IP' ? { forwarded_ip_config: forwarded } : {}),
      ...(scope === undefined ? {} : { scope_down_statement: scope.statement }),
    },
  };
  return {
    rule: webAclRule(name, priority, statement, { action }),
    capacity: CAPACITY + (scope?.capacity ?? 0),
  };
}
