import { createHash } from 'node:crypto';

const HASH_LENGTH = 6;

/** Form of an RFC 1123 label. */
export const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/**
 * Joins parts to a name no longer than the cloud allows. A name that has to be cut ends in a hash of the
 * whole, so that two long names that differ only at the end stay apart.
 */
export function boundedName(parts: readonly string[], maxLength: number): string {
  const name = parts.join('-');
  if (name.length <= maxLength) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, HASH_LENGTH);
  return `${name.slice(0, maxLength - HASH_LENGTH - 1).replace(/-+$/, '')}-${hash}`;
}

/** A name that Kubernetes accepts as a label and as a host's first part: RFC 1123, 63 characters. */
export function isDnsLabel(name: string): boolean {
  return DNS_LABEL.test(name);
}

/** A name that Kubernetes accepts for a port: RFC 6335, 15 characters, one letter at least. */
export function isPortName(name: string): boolean {
  return /^(?!.*--)(?=.*[a-z])[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?$/.test(name);
}
