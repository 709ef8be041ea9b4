import { Cidr } from '../../../core/cidr';
import type { Refusal } from '../../../core/errors';

/** Ranges that no subnet may have. https://cloud.google.com/vpc/docs/subnets#restricted-ranges */
const RESERVED = [
  '0.0.0.0/8',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '199.36.153.4/30',
  '199.36.153.8/30',
  '224.0.0.0/4',
  '255.255.255.255/32',
].map((text) => Cidr.parse(text));

/** A range of a network, and what it is for. */
export interface NamedRange {
  readonly name: string;
  readonly range: Cidr;
}

/** A range as the user wrote it. */
export interface WrittenRange {
  /** Property that it was written in. */
  readonly property: string;
  /** What others are told that they overlap. */
  readonly name: string;
  readonly cidr: string;
  /** Length of the prefix of the smallest range that is of use. */
  readonly longestPrefix: number;
}

/** Reads a range, or returns nothing where it is none. */
export function readRange(text: string): Cidr | undefined {
  try {
    return Cidr.parse(text);
  } catch {
    return undefined;
  }
}

/** Refuses a range that Google keeps for itself. */
export function reservedRefusal(property: string, range: Cidr): Refusal | undefined {
  const reserved = RESERVED.find((other) => other.overlaps(range));
  if (reserved === undefined) return undefined;
  return { property, rule: `must not overlap ${reserved.toString()}, which no subnet may have`, got: range.toString() };
}

/** Refuses ranges that cannot be read, that Google keeps for itself, and that overlap one known or written before. */
export function writtenRangeRefusals(
  known: readonly NamedRange[],
  written: readonly WrittenRange[],
): (Refusal | undefined)[] {
  const taken = [...known];
  return written.map(({ property, name, cidr, longestPrefix }) => {
    const range = readRange(cidr);
    if (range === undefined || range.prefix > longestPrefix) {
      const rule = `must be an IPv4 range up to /${longestPrefix} on its own boundary, such as 10.60.0.0/24`;
      return { property, rule, got: cidr };
    }
    const other = taken.find((one) => one.range.overlaps(range));
    taken.push({ name, range });
    if (other === undefined) return reservedRefusal(property, range);
    const rule = `must not overlap the range of ${other.name} (${other.range.toString()})`;
    return { property, rule, got: cidr };
  });
}
