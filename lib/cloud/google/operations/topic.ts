import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

/** Refuses what does not name a topic in full: a short name would be looked for in the provider's own project. */
export function topicRefusal(property: string, topic: string): Refusal | undefined {
  if (Token.isUnresolved(topic) || /^projects\/[^/]+\/topics\/[^/]+$/.test(topic)) return undefined;
  return { property, rule: 'must be of the form projects/…/topics/…', got: topic };
}
