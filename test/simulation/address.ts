/** An IPv4 address as a number. */
export function addressNumber(address: string): number {
  return address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

/** Whether an address lies in a range such as `10.0.0.0/8`. */
export function isWithin(address: string, range: string): boolean {
  const [base = '', prefix = '32'] = range.split('/');
  const size = 2 ** (32 - Number(prefix));
  return Math.floor(addressNumber(address) / size) === Math.floor(addressNumber(base) / size);
}
