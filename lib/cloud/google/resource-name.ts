import { Token } from 'cdktf';
import type { Refusal } from '../../core/errors';

/** Refuses a name that Google would: most of its resources take RFC 1035 labels of some length. */
export function resourceNameRefusal(property: string, name: string, maxLength: number): Refusal | undefined {
  if (Token.isUnresolved(name) || (/^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name) && name.length <= maxLength)) {
    return undefined;
  }
  return {
    property,
    rule: `must be up to ${maxLength} lower-case letters, digits and dashes, beginning with a letter`,
    got: name,
  };
}
