import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

/** Refuses what no mail can be sent to, and an address that is named twice. */
export function emailRefusals(property: string, emails: readonly string[]): (Refusal | undefined)[] {
  const repeated = emails.find((email, index) => emails.indexOf(email) < index);
  return [
    ...emails.map((email) =>
      Token.isUnresolved(email) || /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email)
        ? undefined
        : { property, rule: 'must hold addresses such as oncall@example.com', got: email },
    ),
    repeated === undefined ? undefined : { property, rule: 'must name each address once', got: repeated },
  ];
}
