import {
  ComputeSecurityPolicy,
  type ComputeSecurityPolicyRule,
} from '@cdktf/provider-google/lib/compute-security-policy';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { resourceNameRefusal } from '../resource-name';
import { rateLimitRefusals, type RateLimit } from './cloud-armor-rate-limit';
import {
  customRules,
  defaultRule,
  expressionRefusals,
  PRIORITY,
  rangeRules,
  rangesRefusal,
  rateLimitRules,
  regionRefusals,
  regionRules,
  scopedLimitRules,
  type CustomRule,
  type ScopedRateLimit,
} from './cloud-armor-rules';
import { DEFAULT_WAF_RULES, wafRefusals, wafRules, type WafRules, type WafVersion } from './cloud-armor-waf';
import { DESTROYED_LAST } from './destroyed-last';
import { rangeRefusal } from './ip-ranges';

const MAX_NAME = 63;
const DEFAULT_RATE_LIMIT: RateLimit = { count: 1000, intervalSeconds: 60 };

/** A policy that load balancers filter requests by. */
export interface ICloudArmorPolicy {
  /** `projects/…/global/securityPolicies/…` */
  readonly id: string;
}

/** Options shared by `CloudArmorPolicy` and `GlobalEntrypoint`. */
export interface CloudArmorOptions {
  /**
   * What becomes of a request that no rule refuses. With `deny`, only `allowedRanges` get in.
   *
   * @default 'allow'
   */
  readonly defaultAction?: 'allow' | 'deny';
  /**
   * Ranges that may come in where `defaultAction` is `deny`, if no other rule refuses them.
   *
   * @default - none
   */
  readonly allowedRanges?: readonly string[];
  /**
   * Ranges that are neither searched for attacks nor limited, such as those of one's own scanners.
   *
   * @default - none
   */
  readonly exemptRanges?: readonly string[];
  /**
   * Ranges that are refused.
   *
   * @default - none
   */
  readonly deniedRanges?: readonly string[];
  /**
   * Countries that are refused, by their ISO 3166 codes. https://cloud.google.com/armor/docs/rules-language-reference
   *
   * @default - none
   */
  readonly deniedRegions?: readonly string[];
  /**
   * How many requests a client may make of each backend.
   *
   * @default { count: 1000, intervalSeconds: 60 }
   */
  readonly rateLimit?: RateLimit;
  /**
   * Lower limits for some requests, such as those that log in, by their names. Only where `defaultAction` is `allow`.
   *
   * @default - none
   */
  readonly scopedRateLimits?: Readonly<Record<string, ScopedRateLimit>>;
  /**
   * Rules in Cloud Armor's own language, by their names.
   *
   * @default - none
   */
  readonly customRules?: Readonly<Record<string, CustomRule>>;
  /**
   * What requests are searched for, and how eagerly. `{}` for nothing.
   *
   * @default DEFAULT_WAF_RULES
   */
  readonly waf?: WafRules;
  /**
   * Version of the OWASP rules.
   *
   * @default 'v422'
   */
  readonly wafVersion?: WafVersion;
  /**
   * Whether what the OWASP rules find is only logged, as in the first days of a new system.
   *
   * @default false
   */
  readonly wafPreview?: boolean;
  /**
   * Whether Google learns what traffic is usual, and raises an alert when it is not. Rules against the attack come
   * with it under Cloud Armor Enterprise. https://cloud.google.com/armor/docs/adaptive-protection-overview
   *
   * @default true
   */
  readonly adaptiveProtection?: boolean;
  /**
   * How bodies of JSON are read, so that rules see their fields and not their braces.
   *
   * @default 'STANDARD'
   */
  readonly jsonParsing?: 'DISABLED' | 'STANDARD' | 'STANDARD_WITH_GRAPHQL';
  /**
   * How much is logged of a request that a rule matches. `VERBOSE` has the part that matched, which may be a secret.
   *
   * @default 'VERBOSE'
   */
  readonly logLevel?: 'NORMAL' | 'VERBOSE';
  /**
   * Headers that the client's address is taken from where a CDN stands before the load balancer; see `USER_IP`.
   *
   * @default - the address of the connection
   */
  readonly userIpRequestHeaders?: readonly string[];
}

/** Properties for `CloudArmorPolicy`. */
export interface CloudArmorPolicyProps extends CloudArmorOptions {
  /** Project id. */
  readonly project: string;
  /** Name of the policy. A change replaces it, once the load balancer's backends have gone over to the new one. */
  readonly name: string;
}

/**
 * What a load balancer lets through: nobody who is denied, no attack that OWASP's rules know, and no more from one
 * client than is fair. Rules have fixed places, so that one rule more changes no other.
 */
export class CloudArmorPolicy extends Construct implements ICloudArmorPolicy {
  public readonly id: string;

  constructor(scope: Construct, id: string, props: CloudArmorPolicyProps) {
    super(scope, id);

    refuse(this.node.path, [resourceNameRefusal('name', props.name, MAX_NAME), ...optionRefusals(props)]);

    this.id = new ComputeSecurityPolicy(this, 'Resource', {
      project: props.project,
      name: props.name,
      type: 'CLOUD_ARMOR',
      rule: rules(props).sort((a, b) => a.priority - b.priority),
      adaptiveProtectionConfig: { layer7DdosDefenseConfig: { enable: props.adaptiveProtection ?? true } },
      advancedOptionsConfig: {
        jsonParsing: props.jsonParsing ?? 'STANDARD',
        logLevel: props.logLevel ?? 'VERBOSE',
        userIpRequestHeaders:
          props.userIpRequestHeaders === undefined ? undefined : [...props.userIpRequestHeaders].sort(),
      },
      lifecycle: DESTROYED_LAST,
    }).id;
  }
}

function rules(options: CloudArmorOptions): ComputeSecurityPolicyRule[] {
  const { defaultAction = 'allow', allowedRanges = [], rateLimit = DEFAULT_RATE_LIMIT } = options;
  const closed = defaultAction === 'deny';
  return [
    ...rangeRules(options.exemptRanges ?? [], PRIORITY.exempt, {
      ...{ action: 'allow', description: 'Exempt ranges', preview: false },
    }),
    ...rangeRules(options.deniedRanges ?? [], PRIORITY.deniedRanges, {
      ...{ action: 'deny(403)', description: 'Denied ranges', preview: false },
    }),
    ...regionRules(options.deniedRegions ?? []),
    ...customRules(options.customRules ?? {}),
    ...wafRules(options.waf ?? DEFAULT_WAF_RULES, options.wafVersion ?? 'v422', options.wafPreview ?? false),
    ...scopedLimitRules(options.scopedRateLimits ?? {}),
    ...rateLimitRules(rateLimit, closed ? allowedRanges : undefined),
    // A limit in preview lets nobody in, so those who may come in need a rule of their own.
    ...rangeRules(closed ? allowedRanges : [], PRIORITY.allowedRanges, {
      ...{ action: 'allow', description: 'Allowed ranges', preview: false },
    }),
    defaultRule(closed ? 'deny(403)' : 'allow'),
  ];
}

/** Refuses options that Cloud Armor would, and those that would let in whom nobody meant. */
function optionRefusals(options: CloudArmorOptions): (Refusal | undefined)[] {
  const { allowedRanges = [], exemptRanges = [], deniedRanges = [], scopedRateLimits = {} } = options;
  return [
    ...accessRefusals(options),
    ...Object.entries({ allowedRanges, exemptRanges, deniedRanges }).flatMap(([property, ranges]) => [
      rangesRefusal(property, ranges),
      ...ranges.map((range) => rangeRefusal(property, range)),
    ]),
    ...regionRefusals(options.deniedRegions ?? []),
    ...rateLimitRefusals('rateLimit', options.rateLimit ?? DEFAULT_RATE_LIMIT),
    ...expressionRefusals(options.customRules ?? {}, scopedRateLimits),
    ...wafRefusals(options.waf ?? DEFAULT_WAF_RULES),
  ];
}

function accessRefusals({ defaultAction, allowedRanges = [], scopedRateLimits = {} }: CloudArmorOptions): Refusal[] {
  const closed = defaultAction === 'deny';
  const limits = Object.keys(scopedRateLimits);
  return [
    ...(closed && allowedRanges.length === 0
      ? [{ property: 'allowedRanges', rule: 'must say who may come in where defaultAction is deny', got: [] }]
      : []),
    ...(!closed && allowedRanges.length > 0
      ? [
          {
            property: 'allowedRanges',
            rule: 'must not be given where everybody is allowed',
            got: allowedRanges,
            remedy: "set defaultAction to 'deny', or see exemptRanges",
          },
        ]
      : []),
    ...(closed && limits.length > 0
      ? [
          {
            property: 'scopedRateLimits',
            rule: 'must not be given where defaultAction is deny: what is within a limit is let in, wherever it is from',
            got: limits,
          },
        ]
      : []),
  ];
}
