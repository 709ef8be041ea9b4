import { Cidr } from '../core/cidr';
import { list, text } from './output';

/** A range of addresses, or undefined where it cannot be read: it is of IPv6, or no range. */
export function parsedRange(range: string): Cidr | undefined {
  try {
    return Cidr.parse(range);
  } catch {
    return undefined;
  }
}

/** Whether some ranges hold an address of IPv4. */
export function inRanges(ranges: readonly string[], address: string): boolean {
  const wanted = Cidr.parse(`${address}/32`);
  return ranges.some((range) => parsedRange(range)?.contains(wanted) === true);
}

/** Whether an `ipBlock` holds an address of IPv4. A range that cannot be read is in doubt, what it leaves out is not. */
export function holdsAddress(ipBlock: unknown, address: string, inDoubt: boolean): boolean {
  const cidr = text(ipBlock, 'cidr') ?? '';
  // A range of IPv6 holds no address of IPv4.
  if (cidr.includes(':')) return false;
  const held = parsedRange(cidr) === undefined ? inDoubt : inRanges([cidr], address);
  return held && !inRanges(list(ipBlock, 'except').map(String), address);
}
