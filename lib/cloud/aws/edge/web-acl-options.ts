import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import type { ManagedRules } from './managed-rules';
import type { BlockedResponse } from './web-acl-blocking';
import type { WebAclLogging } from './web-acl-logging';
import type { RateLimit, ScopedRateLimit } from './web-acl-rate-limit';

/** Properties for `WebAcl`. */
export interface WebAclProps extends AwsConstructProps, AwsPlace {
  /** Name of the web ACL. A change replaces it. */
  readonly webAclName: string;
  /**
   * What it is for: load balancers of the region, or distributions of CloudFront, whose web ACLs are in us-east-1.
   *
   * @default 'REGIONAL'
   */
  readonly scope?: 'REGIONAL' | 'CLOUDFRONT';
  /**
   * Ranges that come in without a look at the rest, such as those of one's own scanners. No more than these: attacks
   * from there are not found, and not limited.
   *
   * @default []
   */
  readonly allowedCidrs?: readonly string[];
  /**
   * Ranges that are refused.
   *
   * @default []
   */
  readonly blockedCidrs?: readonly string[];
  /**
   * Countries that are refused, by their ISO 3166 codes.
   *
   * @default []
   */
  readonly blockedCountries?: readonly string[];
  /**
   * Rule groups of AWS, by their names, with how each is applied. `{}` for none.
   *
   * @default DEFAULT_MANAGED_RULES
   */
  readonly managedRules?: ManagedRules;
  /**
   * How many requests one address may send, or that there is no limit.
   *
   * @default { requests: 2000, evaluationWindowSeconds: 300 }
   */
  readonly rateLimit?: RateLimit | false;
  /**
   * Lower limits for some requests, such as those that log in, by their names.
   *
   * @default - none
   */
  readonly scopedRateLimits?: Readonly<Record<string, ScopedRateLimit>>;
  /**
   * Whether requests are only counted and logged that would be refused, as in the first days of a new system.
   *
   * @default false
   */
  readonly preview?: boolean;
  /**
   * What clients are answered that are refused for where they come from, or for how much they send.
   *
   * @default - a status without a body
   */
  readonly blockedResponse?: BlockedResponse;
  /**
   * How much of a body is looked at; above 16 KB at a higher price. Only for CloudFront: of what load balancers take,
   * WAF sees 8 KB.
   *
   * @default - 16 KB
   */
  readonly bodyInspectionLimit?: 'KB_16' | 'KB_32' | 'KB_48' | 'KB_64';
  /**
   * What is logged, or that nothing is.
   *
   * @default - what rules have found, for 90 days
   */
  readonly logging?: WebAclLogging | false;
  /**
   * Capacity that the rules may take, in WCU, up to 5000. Above 1500 AWS charges more for each request.
   *
   * @default 1500
   */
  readonly maxCapacityUnits?: number;
}
