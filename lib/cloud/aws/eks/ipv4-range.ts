import { Cidr } from '../../../core/cidr';

/** An IPv4 range, or nothing where the text is none, or does not start on its own boundary. */
export function ipv4Range(text: string): Cidr | undefined {
  try {
    return Cidr.parse(text);
  } catch {
    return undefined;
  }
}
