import type { Refusal } from './errors';
import { nearest } from './nearest';

/** An area and a place, or UTC. ICU knows more: abbreviations such as PST, and zones of its own under SystemV. */
const FORM = /^(?:UTC|(?!SystemV\/)[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z0-9_+-]*){1,2})$/;

/** What is wrong with the name of a time zone, which Kubernetes and KEDA look up by its letters and their case. */
export function timeZoneRefusal(property: string, zone: string): Refusal | undefined {
  const known = ['Etc/UTC', ...Intl.supportedValuesOf('timeZone')];
  const isMiswritten = known.some((name) => name !== zone && name.toLowerCase() === zone.toLowerCase());
  if (FORM.test(zone) && !isMiswritten && isKnown(zone)) return undefined;
  const guess = nearest(zone, known);
  const rule = 'must be a time zone as the IANA names it, such as Europe/Berlin';
  return { property, rule, got: zone, ...(guess === undefined ? {} : { remedy: `did you mean '${guess}'?` }) };
}

/** Node lists a zone under one of its names only, and knows the others. */
function isKnown(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
