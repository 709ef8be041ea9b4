import { isIPv6 } from 'node:net';
import { Token } from 'cdktf';
import { Cidr } from '../../../core/cidr';
import type { Refusal } from '../../../core/errors';

const MAX_IPV6_PREFIX = 128;

/** Refuses what is neither an IPv4 nor an IPv6 range, and what is everybody: WAF takes no range of `/0`. */
export function rangeRefusal(property: string, range: string): Refusal | undefined {
  // IPv4 and IPv6 go into sets of their own.
  if (Token.isUnresolved(range)) return { property, rule: 'must be known at synthesis', got: 'a token' };
  const rule = 'must hold ranges such as 203.0.113.0/24, 203.0.113.7/32 or 2001:db8::/32';
  if (!isIpv4Range(range) && !isIpv6Range(range)) return { property, rule, got: range };
  return range.endsWith('/0') ? { property, rule: 'must not be everybody', got: range } : undefined;
}

/** Whether a range is of IPv6. */
export function isIpv6Range(range: string): boolean {
  const [address = '', prefix = '', ...rest] = range.split('/');
  return isIPv6(address) && /^\d{1,3}$/.test(prefix) && Number(prefix) <= MAX_IPV6_PREFIX && rest.length === 0;
}

function isIpv4Range(range: string): boolean {
  try {
    Cidr.parse(range);
    return true;
  } catch {
    return false;
  }
}
