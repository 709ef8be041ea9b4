import type { ComputeSecurityPolicyRuleRateLimitOptions } from '@cdktf/provider-google/lib/compute-security-policy';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';

/** Bounds of https://cloud.google.com/armor/docs/rate-limiting-overview */
const MAX_THROTTLED = 1_000_000;
const MAX_BANNED = 10_000;
const INTERVALS_SECONDS: readonly number[] = [10, 30, 60, 120, 180, 240, 270, 300, 600, 900, 1200, 1800, 2700, 3600];
const MIN_BAN_SECONDS = 60;
const DEFAULT_INTERVAL_SECONDS = 60;
const NAMED_KEYS: readonly string[] = ['HTTP_HEADER', 'HTTP_COOKIE'];

/** What clients are told apart by. */
export type RateLimitKey =
  | 'ALL'
  | 'IP'
  | 'XFF_IP'
  | 'HTTP_HEADER'
  | 'HTTP_COOKIE'
  | 'HTTP_PATH'
  | 'SNI'
  | 'REGION_CODE'
  | 'TLS_JA3_FINGERPRINT'
  | 'TLS_JA4_FINGERPRINT'
  | 'USER_IP';

/** How many requests a client may make. What is above is answered with 429. */
export interface RateLimit {
  /** Requests that a client may make in an interval: up to 1000000, or up to 10000 with `banSeconds`. */
  readonly count: number;
  /**
   * Seconds that requests are counted over: 10, 30, 60, 120, 180, 240, 270, 300, 600, 900, 1200, 1800, 2700 or 3600.
   *
   * @default 60
   */
  readonly intervalSeconds?: number;
  /**
   * Seconds for which a client that made too many requests gets no answer but 429: one of the intervals from 60.
   *
   * @default - no ban: only what is above the limit is refused
   */
  readonly banSeconds?: number;
  /**
   * What clients are told apart by.
   *
   * @default 'IP'
   */
  readonly enforceOnKey?: RateLimitKey;
  /**
   * Name of the header or cookie; only with `HTTP_HEADER` and `HTTP_COOKIE`.
   *
   * @default - none
   */
  readonly enforceOnKeyName?: string;
  /**
   * Whether the limit is only logged, not enforced.
   *
   * @default false
   */
  readonly preview?: boolean;
}

/** Refuses limits that Cloud Armor would. */
export function rateLimitRefusals(property: string, limit: RateLimit): (Refusal | undefined)[] {
  const { count, banSeconds, enforceOnKeyName } = limit;
  const intervalSeconds = limit.intervalSeconds ?? DEFAULT_INTERVAL_SECONDS;
  return [
    wholeNumberRefusal(`${property}.count`, count, {
      min: 1,
      max: banSeconds === undefined ? MAX_THROTTLED : MAX_BANNED,
    }),
    secondsRefusal(`${property}.intervalSeconds`, intervalSeconds, INTERVALS_SECONDS),
    banSeconds === undefined
      ? undefined
      : secondsRefusal(
          `${property}.banSeconds`,
          banSeconds,
          INTERVALS_SECONDS.filter((seconds) => seconds >= MIN_BAN_SECONDS),
        ),
    keyNameRefusal(`${property}.enforceOnKeyName`, limit.enforceOnKey ?? 'IP', enforceOnKeyName),
  ];
}

/** The action that limits, and its options. */
export function rateLimitAction(limit: RateLimit): {
  readonly action: 'throttle' | 'rate_based_ban';
  readonly preview: boolean;
  readonly rateLimitOptions: ComputeSecurityPolicyRuleRateLimitOptions;
} {
  return {
    action: limit.banSeconds === undefined ? 'throttle' : 'rate_based_ban',
    preview: limit.preview ?? false,
    rateLimitOptions: {
      conformAction: 'allow',
      exceedAction: 'deny(429)',
      enforceOnKey: limit.enforceOnKey ?? 'IP',
      enforceOnKeyName: limit.enforceOnKeyName,
      banDurationSec: limit.banSeconds,
      rateLimitThreshold: {
        count: limit.count,
        intervalSec: limit.intervalSeconds ?? DEFAULT_INTERVAL_SECONDS,
      },
    },
  };
}

function secondsRefusal(property: string, seconds: number, choices: readonly number[]): Refusal | undefined {
  if (Token.isUnresolved(seconds) || choices.includes(seconds)) return undefined;
  return { property, rule: `must be one of ${choices.join(', ')}`, got: seconds };
}

function keyNameRefusal(property: string, key: RateLimitKey, name: string | undefined): Refusal | undefined {
  const named = NAMED_KEYS.includes(key);
  if (named === (name !== undefined)) return undefined;
  return named
    ? { property, rule: `must name the header or cookie that ${key} is about`, got: name ?? null }
    : { property, rule: `must not be given with ${key}`, got: name };
}
