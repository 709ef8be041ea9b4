import { Cidr, PRIVATE_RANGES } from '../core/cidr';
import { parsedRange } from './ip-blocks';
import { list, text } from './output';

/** Ranges that clusters take the addresses of their pods from. */
const POD_RANGES = PRIVATE_RANGES.map((range) => Cidr.parse(range));

/**
 * Whether an `ipBlock` may hold addresses of pods. Whether it then reaches them depends on the cluster's network;
 * a range that cannot be read may hold anything.
 */
export function mayHoldPods(ipBlock: unknown): boolean {
  const cidr = parsedRange(text(ipBlock, 'cidr') ?? '');
  const except = list(ipBlock, 'except').flatMap((range) => parsedRange(String(range)) ?? []);
  if (cidr === undefined) return true;
  return POD_RANGES.some(
    (range) => cidr.overlaps(range) && !except.some((it) => it.contains(range) || it.contains(cidr)),
  );
}
