import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

/**
 * Refuses a name that Pub/Sub would, and a token: grants and dead letters are called after the name.
 * https://cloud.google.com/pubsub/docs/pubsub-basics#resource_names
 */
export function pubsubNameRefusal(property: string, name: string, maxLength = 255): Refusal | undefined {
  if (Token.isUnresolved(name)) return { property, rule: 'must be known at synthesis', got: 'a token' };
  const reserved = name.toLowerCase().startsWith('goog');
  if (/^[A-Za-z][A-Za-z0-9._~+%-]{2,}$/.test(name) && name.length <= maxLength && !reserved) return undefined;
  return {
    property,
    rule: `must be from 3 to ${maxLength} letters, digits and -._~+%, beginning with a letter and not with goog`,
    got: name,
  };
}
