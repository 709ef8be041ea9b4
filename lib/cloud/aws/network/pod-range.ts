import { Cidr } from '../../../core/cidr';
import type { Refusal } from '../../../core/errors';
import { readVpcRange, VPC_PREFIX } from './subnet-plan';

/** Addresses shared by carriers, RFC 6598: no company numbers its own machines with them. */
const SHARED_RANGE = Cidr.parse('100.64.0.0/10');

/** RFC 1918. */
const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map((range) => Cidr.parse(range));

/**
 * Refuses a second range that AWS does not add to a network: it mixes no two of the private ranges.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
export function podRangeRefusals(cidr: string, podCidr: string | undefined): readonly (Refusal | undefined)[] {
  if (podCidr === undefined) return [];
  const pods = readVpcRange(podCidr);
  const { widest, narrowest } = VPC_PREFIX;
  const property = 'podCidr';
  if (pods === undefined) {
    const rule = `must be an IPv4 range from /${widest} to /${narrowest} that starts on its own boundary`;
    return [{ property, rule, got: podCidr, remedy: 'a range such as 100.64.0.0/16 works' }];
  }
  const network = readVpcRange(cidr);
  if (network === undefined) return [];
  const allowed = [SHARED_RANGE, ...PRIVATE_RANGES.filter((range) => range.contains(network))];
  return [
    allowed.some((range) => range.contains(pods))
      ? undefined
      : { property, rule: `must lie in ${allowed.join(' or ')} beside a network of ${cidr}`, got: podCidr },
    pods.overlaps(network) ? { property, rule: `must not overlap the network's own ${cidr}`, got: podCidr } : undefined,
  ];
}
