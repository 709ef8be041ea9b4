import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

const MAX_HOST = 253;
const LABEL = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?';
const HOST = new RegExp(`^(\\*\\.)?${LABEL}(\\.${LABEL})+$`);
const WILDCARD = '*.';

/** Refuses what is no lower-case host name such as `www.example.com` or `*.example.com`. */
export function hostRefusal(property: string, host: string): Refusal | undefined {
  // Hosts key constructs and make names, so none may be a token.
  if (Token.isUnresolved(host)) return { property, rule: 'must be known at synthesis', got: 'a token' };
  if (HOST.test(host) && host.length <= MAX_HOST) return undefined;
  return { property, rule: 'must be a lower-case host name such as www.example.com or *.example.com', got: host };
}

/** Refuses what is no lower-case domain such as `example.com`. */
export function domainRefusal(property: string, domain: string): Refusal | undefined {
  const refusal = hostRefusal(property, domain);
  if (refusal === undefined && !domain.startsWith(WILDCARD)) return undefined;
  return { property, rule: 'must be a lower-case domain such as example.com', got: refusal?.got ?? domain };
}

/** Refuses a host that is not in a zone. */
export function zoneRefusal(property: string, host: string, zoneName: string): Refusal | undefined {
  if (isWithin(domainOf(host), zoneName)) return undefined;
  return { property, rule: `must be within the zone of ${zoneName}`, got: host };
}

/** The domain that a host's certificate is proved by: `example.com` for `*.example.com` as for itself. */
export function domainOf(host: string): string {
  return host.startsWith(WILDCARD) ? host.slice(WILDCARD.length) : host;
}

/** Whether a host is the domain itself or below it. */
export function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** What a host is called within its zone: `www`, or `@` for the zone itself. */
export function nameWithin(host: string, zoneName: string): string {
  return host === zoneName ? '@' : host.slice(0, -zoneName.length - 1);
}
