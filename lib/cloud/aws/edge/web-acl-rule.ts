import type { Wafv2WebAclRule } from '@cdktf/provider-aws/lib/wafv2-web-acl';

/** What a rule looks at, in Terraform's own names: the provider has no types for it. */
export type WebAclStatement = Readonly<Record<string, unknown>>;

/** A rule, and what it costs of a web ACL's capacity. */
export interface WeighedRule {
  readonly rule: Wafv2WebAclRule;
  /** In WCU: https://docs.aws.amazon.com/waf/latest/developerguide/aws-waf-capacity-units.html */
  readonly capacity: number;
}

/**
 * Where rules stand. What is cheap and certain comes first, and what costs by the request comes last, once the rest
 * has been sorted out. A place, once given, is never given again.
 */
export const PRIORITY = {
  allowedCidrs: 100,
  blockedCidrs: 200,
  blockedCountries: 300,
  rateLimit: 2000,
  scopedRateLimits: 2100,
} as const;

/** Makes a rule of a statement, with a metric of its own by the same name. */
export function webAclRule(
  name: string,
  priority: number,
  statement: WebAclStatement,
  action: Pick<Wafv2WebAclRule, 'action' | 'overrideAction'>,
): Wafv2WebAclRule {
  return { name, priority, ...action, statement, visibilityConfig: visibility(name) };
}

/** What is kept of requests: numbers, and a sample to look at in the console. */
export function visibility(metricName: string): Wafv2WebAclRule['visibilityConfig'] {
  return { metricName, cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true };
}
