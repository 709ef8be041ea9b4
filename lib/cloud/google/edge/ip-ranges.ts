import { isIP } from 'node:net';
import { Token } from 'cdktf';
import { Cidr } from '../../../core/cidr';
import type { Refusal } from '../../../core/errors';

const MAX_IPV6_PREFIX = 128;

/** Refuses what is neither an IPv4 nor an IPv6 range, and what is everybody. */
export function rangeRefusal(property: string, range: string): Refusal | undefined {
  if (Token.isUnresolved(range)) return { property, rule: 'must be known at synthesis', got: 'a token' };
  const rule = 'must hold ranges such as 203.0.113.0/24 or 2001:db8::/32, or single addresses';
  if (!isRange(range)) return { property, rule, got: range };
  if (!range.endsWith('/0')) return undefined;
  return { property, rule: 'must not be everybody', got: range, remedy: 'see defaultAction' };
}

function isRange(range: string): boolean {
  const [address = '', prefix, ...rest] = range.split('/');
  if (rest.length > 0 || isIP(address) === 0) return false;
  if (prefix === undefined) return true;
  if (isIP(address) === 6) return /^\d{1,3}$/.test(prefix) && Number(prefix) <= MAX_IPV6_PREFIX;
  try {
    Cidr.parse(range);
    return true;
  } catch {
    return false;
  }
}
