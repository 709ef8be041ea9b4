import { isIPv4, isIPv6 } from 'node:net';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

/** Types of record that have values. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html */
export type DnsRecordType =
  | 'A'
  | 'AAAA'
  | 'CAA'
  | 'CNAME'
  | 'DS'
  | 'HTTPS'
  | 'MX'
  | 'NAPTR'
  | 'NS'
  | 'PTR'
  | 'SRV'
  | 'SSHFP'
  | 'SVCB'
  | 'TLSA'
  | 'TXT';

/** Characters of one string of a TXT record: RFC 1035, and Route 53 with it. */
const MAX_STRING = 255;
const MAX_TXT = 4000;

/** What a value has to look like, for types whose values have a form that is easily missed. */
const FORMS: Readonly<Partial<Record<DnsRecordType, { readonly form: RegExp; readonly rule: string }>>> = {
  CAA: { form: /^\d{1,3} [a-z0-9]+ "[^"]*"$/, rule: 'must hold values such as 0 issue "amazon.com"' },
  DS: { form: /^\d+ \d+ \d+ [0-9A-Fa-f]+$/, rule: 'must hold a key tag, an algorithm, a digest type and a digest' },
  MX: { form: /^\d+ \S+$/, rule: 'must hold a priority and a host such as 10 mail.example.com' },
  SRV: { form: /^\d+ \d+ \d+ \S+$/, rule: 'must hold a priority, a weight, a port and a host' },
};

/**
 * Values as Terraform wants them. Route 53 takes strings of up to 255 characters, and the provider puts a value of
 * TXT between quotes without a look at its length.
 */
export function recordValues(type: DnsRecordType, values: readonly string[]): string[] {
  if (Token.isUnresolved(values)) return [...values];
  return [...new Set(values)].sort().map((value) => (type === 'TXT' ? splitText(value) : value));
}

/** Refuses values that Route 53 would, or that mean something else than they seem to. */
export function valueRefusals(name: string, type: DnsRecordType, values: readonly string[]): (Refusal | undefined)[] {
  // What Terraform alone knows, be it the list or a part of it, is left to Terraform.
  if (Token.isUnresolved(values)) return [];
  const property = 'records';
  return [
    values.length === 0 ? { property, rule: 'must hold one value at least', got: values } : undefined,
    type === 'CNAME' && values.length > 1
      ? { property, rule: 'must hold one value for a CNAME', got: values, remedy: 'give records with weights' }
      : undefined,
    ...values.map((value) => valueRefusal(property, type, value)),
    apexRefusal(name, type),
  ];
}

function splitText(value: string): string {
  if (Token.isUnresolved(value)) return value;
  const strings = value.match(new RegExp(`.{1,${MAX_STRING}}`, 'gs')) ?? [];
  return strings.join('" "');
}

function apexRefusal(name: string, type: DnsRecordType): Refusal | undefined {
  if (name !== '@') return undefined;
  if (type === 'CNAME') {
    return { property: 'type', rule: 'must not be CNAME for the zone itself', got: type, remedy: 'give an alias' };
  }
  if (type === 'NS') {
    return { property: 'type', rule: 'must not be NS for the zone itself, which Route 53 has put there', got: type };
  }
  return undefined;
}

function valueRefusal(property: string, type: DnsRecordType, value: string): Refusal | undefined {
  if (Token.isUnresolved(value)) return undefined;
  if (type === 'A') return isIPv4(value) ? undefined : { property, rule: 'must hold IPv4 addresses', got: value };
  if (type === 'AAAA') return isIPv6(value) ? undefined : { property, rule: 'must hold IPv6 addresses', got: value };
  if (type === 'TXT') return textRefusal(property, value);
  const expected = FORMS[type];
  if (expected !== undefined && !expected.form.test(value)) return { property, rule: expected.rule, got: value };
  return value.trim() === '' ? { property, rule: 'must not be empty', got: value } : undefined;
}

function textRefusal(property: string, value: string): Refusal | undefined {
  if (/["\\]/.test(value)) {
    return {
      property,
      rule: 'must hold text without quotes and backslashes',
      got: value,
      remedy: 'quotes are put around it, and around each part of a long one',
    };
  }
  if (value !== '' && value.length <= MAX_TXT) return undefined;
  return { property, rule: `must hold text of 1 to ${MAX_TXT} characters`, got: value };
}
