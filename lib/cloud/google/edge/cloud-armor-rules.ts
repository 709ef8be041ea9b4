import type { ComputeSecurityPolicyRule } from '@cdktf/provider-google/lib/compute-security-policy';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { rateLimitAction, rateLimitRefusals, type RateLimit } from './cloud-armor-rate-limit';

/** Ranges that one rule can hold, and characters of an expression: https://cloud.google.com/armor/quotas */
const RANGES_PER_RULE = 10;
const MAX_EXPRESSION = 2048;
const MAX_RANGES = 500;
const CUSTOM_PRIORITIES = { min: 10_000, max: 19_999 };
const LIMIT_PRIORITIES = { min: 25_000, max: 29_999 };
const DEFAULT_PRIORITY = 2_147_483_647;

/** Where the lists of a policy begin; each has room for `MAX_RANGES` in rules of ten. */
export const PRIORITY = {
  exempt: 100,
  deniedRanges: 1000,
  deniedRegions: 2000,
  throttle: 30_000,
  ban: 31_000,
  allowedRanges: 40_000,
} as const;

/** A rule in Cloud Armor's own language. */
export interface CustomRule {
  /** What is done about a request that matches. `allow` lets it past the OWASP rules and the rate limit, too. */
  readonly action: 'allow' | 'deny(403)' | 'deny(404)' | 'deny(502)';
  /**
   * What matches, of up to 2048 characters, such as `request.path.startsWith('/admin')`.
   * https://cloud.google.com/armor/docs/rules-language-reference
   */
  readonly expression: string;
  /** Place among the custom rules, from 10000 to 19999: all of them come before the OWASP rules. */
  readonly priority: number;
  /**
   * Whether matches are only logged.
   *
   * @default false
   */
  readonly preview?: boolean;
}

/** A limit for some requests, lower than the limit for all. */
export interface ScopedRateLimit extends RateLimit {
  /** Which requests are limited, of up to 2048 characters, such as `request.path == '/login'`. */
  readonly expression: string;
  /** Place among such limits, from 25000 to 29999. A request counts towards the first that matches, and no other. */
  readonly priority: number;
}

/** The rule that everything else falls to. */
export function defaultRule(action: 'allow' | 'deny(403)'): ComputeSecurityPolicyRule {
  return {
    action,
    priority: DEFAULT_PRIORITY,
    description: 'Everything else',
    preview: false,
    match: everybody(),
  };
}

/** Rules with one action for ranges, ten in each: in which rule a range is makes no difference. */
export function rangeRules(
  ranges: readonly string[],
  first: number,
  rule: Omit<ComputeSecurityPolicyRule, 'match' | 'priority'>,
): ComputeSecurityPolicyRule[] {
  const sorted = [...new Set(ranges)].sort();
  return Array.from({ length: Math.ceil(sorted.length / RANGES_PER_RULE) }, (_, index) => ({
    ...rule,
    priority: first + index,
    match: {
      versionedExpr: 'SRC_IPS_V1',
      config: { srcIpRanges: sorted.slice(index * RANGES_PER_RULE, (index + 1) * RANGES_PER_RULE) },
    },
  }));
}

/** The rule that refuses requests from some countries. */
export function regionRules(regions: readonly string[]): ComputeSecurityPolicyRule[] {
  if (regions.length === 0) return [];
  return [
    {
      action: 'deny(403)',
      priority: PRIORITY.deniedRegions,
      description: 'Denied regions',
      preview: false,
      match: { expr: { expression: `'[${[...new Set(regions)].sort().join(',')}]'.contains(origin.region_code)` } },
    },
  ];
}

/** Custom rules, by their names. */
export function customRules(rules: Readonly<Record<string, CustomRule>>): ComputeSecurityPolicyRule[] {
  return Object.entries(rules).map(([name, { action, expression, priority, preview = false }]) => ({
    ...{ action, priority, preview, description: name },
    match: { expr: { expression } },
  }));
}

/** Limits for some requests, by their names. */
export function scopedLimitRules(limits: Readonly<Record<string, ScopedRateLimit>>): ComputeSecurityPolicyRule[] {
  return Object.entries(limits).map(([name, limit]) => ({
    ...rateLimitAction(limit),
    priority: limit.priority,
    description: name,
    match: { expr: { expression: limit.expression } },
  }));
}

/**
 * The limit for all requests, or for those from some ranges. It comes after every rule that refuses, since Cloud
 * Armor lets through what is within the limit without looking further. A ban has a place of its own: a rule that
 * bans cannot become one that throttles.
 */
export function rateLimitRules(limit: RateLimit, ranges: readonly string[] | undefined): ComputeSecurityPolicyRule[] {
  const rule = { ...rateLimitAction(limit), description: 'Rate limit' };
  const priority = limit.banSeconds === undefined ? PRIORITY.throttle : PRIORITY.ban;
  return ranges === undefined ? [{ ...rule, priority, match: everybody() }] : rangeRules(ranges, priority, rule);
}

/** Refuses more ranges than there is room for. */
export function rangesRefusal(property: string, ranges: readonly string[]): Refusal | undefined {
  if (ranges.length <= MAX_RANGES) return undefined;
  return { property, rule: `must be at most ${MAX_RANGES} ranges`, got: ranges.length };
}

/** Refuses regions that are no ISO 3166 codes. */
export function regionRefusals(regions: readonly string[]): Refusal[] {
  return regions
    .filter((region) => !/^[A-Z]{2}$/.test(region))
    .map((got) => ({ property: 'deniedRegions', rule: 'must hold ISO 3166 codes such as KP', got }));
}

/** Refuses custom rules, and limits for some requests, that Cloud Armor would. */
export function expressionRefusals(
  custom: Readonly<Record<string, CustomRule>>,
  limits: Readonly<Record<string, ScopedRateLimit>>,
): (Refusal | undefined)[] {
  return [
    ...placeRefusals('customRules', custom, CUSTOM_PRIORITIES),
    ...placeRefusals('scopedRateLimits', limits, LIMIT_PRIORITIES),
    ...Object.entries(limits).flatMap(([name, limit]) => rateLimitRefusals(`scopedRateLimits.${name}`, limit)),
  ];
}

interface Placed {
  readonly expression: string;
  readonly priority: number;
}

function placeRefusals(
  property: string,
  rules: Readonly<Record<string, Placed>>,
  bounds: { readonly min: number; readonly max: number },
): (Refusal | undefined)[] {
  const entries = Object.entries(rules);
  return entries.flatMap(([name, { expression, priority }], index) => {
    const other = entries.slice(0, index).find(([, earlier]) => earlier.priority === priority)?.[0];
    return [
      // Google takes 64 characters for the description, which is where the name goes.
      /^[^\n]{1,64}$/.test(name) ? undefined : { property, rule: 'must have names of up to 64 characters', got: name },
      wholeNumberRefusal(`${property}.${name}.priority`, priority, bounds),
      other === undefined
        ? undefined
        : { property: `${property}.${name}.priority`, rule: `must not be that of ${other}`, got: priority },
      expressionRefusal(`${property}.${name}.expression`, expression),
    ];
  });
}

function expressionRefusal(property: string, expression: string): Refusal | undefined {
  if (Token.isUnresolved(expression)) return undefined;
  if (expression.trim() !== '' && expression.length <= MAX_EXPRESSION) return undefined;
  return { property, rule: `must be from 1 to ${MAX_EXPRESSION} characters`, got: expression };
}

function everybody(): ComputeSecurityPolicyRule['match'] {
  return { versionedExpr: 'SRC_IPS_V1', config: { srcIpRanges: ['*'] } };
}
