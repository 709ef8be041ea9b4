import { Token } from 'cdktf';
import type { Refusal } from '../../core/errors';

const MAX_LABELS = 64;
const KEY = /^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{N}_-]{0,62}$/u;
const VALUE = /^[\p{Ll}\p{Lo}\p{N}_-]{0,63}$/u;

/**
 * Refuses labels that Google would.
 * https://cloud.google.com/resource-manager/docs/labels-overview#requirements
 */
export function labelRefusals(
  property: string,
  labels: Readonly<Record<string, string>> = {},
): (Refusal | undefined)[] {
  const entries = Object.entries(labels);
  const rule = 'must be lower-case letters, digits, dashes and underscores, up to 63, the key beginning with a letter';
  return [
    entries.length > MAX_LABELS
      ? { property, rule: `must be at most ${MAX_LABELS} labels`, got: entries.length }
      : undefined,
    ...entries
      .filter(([key, value]) => !KEY.test(key) || !(Token.isUnresolved(value) || VALUE.test(value)))
      .map(([key, got]) => ({ property: `${property}.${key}`, rule, got })),
  ];
}
