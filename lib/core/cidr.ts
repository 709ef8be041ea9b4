/** Without leading zeros, which some programs read as octal numbers. */
const NUMBER = '(0|[1-9]\\d{0,2})';
const OCTETS = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}\\.${NUMBER}/${NUMBER}$`);

/** Ranges that no network but one's own uses: RFC 1918, and what providers share with customers (RFC 6598). */
export const PRIVATE_RANGES: readonly string[] = ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16'];

/** An IPv4 range in CIDR notation. */
export class Cidr {
  /** Parses `10.20.0.0/16`. Throws where it is not IPv4 CIDR notation or has bits set beyond the prefix. */
  public static parse(text: string): Cidr {
    const match = OCTETS.exec(text);
    const octets = match?.slice(1, 5).map(Number) ?? [];
    const prefix = Number(match?.[5]);
    if (match === null || octets.some((octet) => octet > 255) || prefix > 32) {
      throw new Error(`must be an IPv4 range such as 10.20.0.0/16, got '${text}'`);
    }
    const address = octets.reduce((sum, octet) => sum * 256 + octet, 0);
    const cidr = new Cidr(address, prefix);
    if (address % cidr.size !== 0) {
      const first = new Cidr(address - (address % cidr.size), prefix);
      throw new Error(`must start on its own boundary, as in ${first.toString()}, got '${text}'`);
    }
    return cidr;
  }

  /** How many addresses the range holds. */
  public readonly size: number;

  private constructor(
    private readonly address: number,
    /** Length of the network prefix in bits. */
    public readonly prefix: number,
  ) {
    this.size = 2 ** (32 - prefix);
  }

  public overlaps(other: Cidr): boolean {
    return this.address < other.address + other.size && other.address < this.address + this.size;
  }

  public contains(other: Cidr): boolean {
    return this.address <= other.address && other.address + other.size <= this.address + this.size;
  }

  /**
   * The `index`-th subnet of the given prefix, counted from the start of this range.
   * Throws where the range holds no such subnet.
   */
  public subnet(prefix: number, index: number): Cidr {
    const count = 2 ** (prefix - this.prefix);
    if (prefix < this.prefix || prefix > 32 || index < 0 || index >= count) {
      throw new Error(`${this.toString()} holds no /${prefix} number ${index}`);
    }
    return new Cidr(this.address + index * 2 ** (32 - prefix), prefix);
  }

  public toString(): string {
    const octets = [24, 16, 8, 0].map((shift) => Math.floor(this.address / 2 ** shift) % 256);
    return `${octets.join('.')}/${this.prefix}`;
  }
}
