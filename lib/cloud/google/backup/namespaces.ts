import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

/** Refuses an empty list of namespaces, and what is no name of one. */
export function namespaceRefusals(property: string, namespaces: readonly string[]): (Refusal | undefined)[] {
  return [
    namespaces.length === 0 ? { property, rule: 'must name one namespace at least', got: namespaces } : undefined,
    ...namespaces
      .filter((name) => !Token.isUnresolved(name) && !/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name))
      .map((got) => ({
        property,
        rule: 'must be names of up to 63 lower-case letters, digits and dashes',
        got,
      })),
  ];
}

/** Namespaces have no order of their own. */
export function namespaceBlock(namespaces: readonly string[]): { namespaces: string[] } {
  return { namespaces: [...new Set(namespaces)].sort() };
}
