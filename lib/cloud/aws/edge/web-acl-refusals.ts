import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { rangeRefusal } from './ip-ranges';
import { DEFAULT_MANAGED_RULES, managedRuleRefusals } from './managed-rules';
import { blockedResponseRefusal } from './web-acl-blocking';
import type { WebAclProps } from './web-acl-options';
import { rateLimitRefusals } from './web-acl-rate-limit';
import type { WeighedRule } from './web-acl-rule';

/** https://docs.aws.amazon.com/waf/latest/developerguide/limits.html */
const MAX_RANGES = 10_000;
const MAX_CAPACITY = 5000;
/** What the price of a request includes: https://aws.amazon.com/waf/pricing/ */
const DEFAULT_CAPACITY = 1500;
/** Room for names of limits between those of other rules. */
const MAX_SCOPED_LIMITS = 100;

/** Refuses what WAF would. */
export function webAclRefusals(props: WebAclProps): (Refusal | undefined)[] {
  const { webAclName, allowedCidrs = [], blockedCidrs = [], rateLimit, scopedRateLimits = {} } = props;
  return [
    /^[0-9A-Za-z_-]{1,128}$/.test(webAclName)
      ? undefined
      : {
          property: 'webAclName',
          rule: 'must be up to 128 letters, digits, dashes and underscores',
          got: Token.isUnresolved(webAclName) ? 'a token' : webAclName,
        },
    ...placeRefusals(props),
    ...Object.entries({ allowedCidrs, blockedCidrs }).flatMap(([property, ranges]) => [
      ranges.length > MAX_RANGES
        ? { property, rule: `must be at most ${MAX_RANGES} ranges`, got: ranges.length }
        : undefined,
      ...ranges.map((range) => rangeRefusal(property, range)),
    ]),
    ...(props.blockedCountries ?? [])
      .filter((country) => !/^[A-Z]{2}$/.test(country))
      .map((got) => ({ property: 'blockedCountries', rule: 'must hold ISO 3166 codes such as KP', got })),
    ...(rateLimit === undefined || rateLimit === false ? [] : rateLimitRefusals('rateLimit', rateLimit)),
    ...limitNameRefusals(Object.keys(scopedRateLimits)),
    ...Object.entries(scopedRateLimits).flatMap(([name, limit]) =>
      rateLimitRefusals(`scopedRateLimits.${name}`, limit),
    ),
    ...managedRuleRefusals(props.managedRules ?? DEFAULT_MANAGED_RULES),
    blockedResponseRefusal(props.blockedResponse),
    wholeNumberRefusal('maxCapacityUnits', props.maxCapacityUnits ?? DEFAULT_CAPACITY, { min: 1, max: MAX_CAPACITY }),
  ];
}

/** Refuses rules that take more capacity than they may. */
export function capacityRefusals(
  { maxCapacityUnits = DEFAULT_CAPACITY }: WebAclProps,
  rules: readonly WeighedRule[],
): (Refusal | undefined)[] {
  const capacity = rules.reduce((sum, rule) => sum + rule.capacity, 0);
  if (capacity <= maxCapacityUnits) return [];
  return [
    {
      property: 'managedRules',
      rule: `must take ${maxCapacityUnits} WCU at most, along with the other rules`,
      got: capacity,
      remedy: `leave a rule group out, or set maxCapacityUnits: AWS takes up to ${MAX_CAPACITY}, and charges more above ${DEFAULT_CAPACITY}`,
    },
  ];
}

/** Refuses to put behind the web ACL what cannot be. */
export function protectedRefusals(scope: 'REGIONAL' | 'CLOUDFRONT', resourceArn: string): (Refusal | undefined)[] {
  const property = 'resourceArn';
  if (scope === 'CLOUDFRONT') {
    const remedy = "give the web ACL's arn to the distribution";
    return [{ property, rule: 'must not be added to a web ACL for CloudFront', got: resourceArn, remedy }];
  }
  if (Token.isUnresolved(resourceArn) || !/:loadbalancer\/(net|gwy)\//.test(resourceArn)) return [];
  return [{ property, rule: 'must not be a network load balancer, which knows no requests', got: resourceArn }];
}

function placeRefusals({ scope = 'REGIONAL', region, bodyInspectionLimit }: WebAclProps): (Refusal | undefined)[] {
  return [
    scope === 'CLOUDFRONT' && !Token.isUnresolved(region) && region !== 'us-east-1'
      ? {
          property: 'region',
          rule: 'must be us-east-1 for a web ACL for CloudFront',
          got: region,
          remedy: 'give a provider of that region',
        }
      : undefined,
    scope === 'REGIONAL' && bodyInspectionLimit !== undefined
      ? {
          property: 'bodyInspectionLimit',
          rule: 'must not be given for load balancers, of whose requests WAF sees the first 8 KB',
          got: bodyInspectionLimit,
        }
      : undefined,
  ];
}

function limitNameRefusals(names: readonly string[]): (Refusal | undefined)[] {
  const property = 'scopedRateLimits';
  return [
    names.length > MAX_SCOPED_LIMITS
      ? { property, rule: `must be at most ${MAX_SCOPED_LIMITS} limits`, got: names.length }
      : undefined,
    ...names
      .filter((name) => !/^[0-9A-Za-z_-]{1,100}$/.test(name))
      .map((got) => ({ property, rule: 'must have names of up to 100 letters, digits, dashes and underscores', got })),
  ];
}
