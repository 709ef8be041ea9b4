import { Cidr } from '../core/cidr';
import { list, text } from './output';

/** Ranges that clusters take the addresses of their pods from. */
const POD_RANGES = ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16'].map((range) => Cidr.parse(range));

/**
 * Whether an `ipBlock` may hold addresses of pods. Whether it then reaches them depends on the cluster's network;
 * a range that cannot be read may hold anything.
 */
export function mayHoldPods(ipBlock: unknown): boolean {
  const cidr = parsed(text(ipBlock, 'cidr') ?? '');
  const except = list(ipBlock, 'except').flatMap((range) => parsed(String(range)) ?? []);
  if (cidr === undefined) return true;
  return POD_RANGES.some(
    (range) => cidr.overlaps(range) && !except.some((it) => it.contains(range) || it.contains(cidr)),
  );
}

function parsed(range: string): Cidr | undefined {
  try {
    return Cidr.parse(range);
  } catch {
    return undefined;
  }
}
