import { VpcNetwork, type VpcNetworkProps } from '../../../../lib/cloud/google/network/vpc-network';
import { googleStack, only, PROJECT, REGION } from '../synth';

function network(props: Partial<VpcNetworkProps> = {}) {
  const stack = googleStack();
  const made = new VpcNetwork(stack, 'main', { project: PROJECT, region: REGION, cidr: '10.40.0.0/16', ...props });
  return { stack, made };
}

describe('VpcNetwork', () => {
  test('makes no subnets of its own accord', () => {
    expect(only(network().stack, 'google_compute_network')).toMatchObject({ auto_create_subnetworks: false });
  });

  test('lies in the project that joins it', () => {
    expect(network().made).toMatchObject({ project: PROJECT, networkProject: PROJECT });
  });

  test.each([
    [undefined, 1460],
    [8896, 8896],
  ])('told to send packets of %p bytes at most, sends %i', (mtu, expected) => {
    expect(only(network(mtu === undefined ? {} : { mtu }).stack, 'google_compute_network')['mtu']).toBe(expected);
  });

  test.each([1299, 8897, 1400.5])('refuses packets of %p bytes', (mtu) => {
    expect(() => network({ mtu })).toThrow("'mtu' must be a whole number from 1300 to 8896");
  });

  test('leads nodes to the internet through NAT, and logs what fails', () => {
    expect(only(network().stack, 'google_compute_router_nat')).toMatchObject({
      nat_ip_allocate_option: 'AUTO_ONLY',
      source_subnetwork_ip_ranges_to_nat: 'LIST_OF_SUBNETWORKS',
      subnetwork: [{ source_ip_ranges_to_nat: ['ALL_IP_RANGES'] }],
      log_config: { enable: true, filter: 'ERRORS_ONLY' },
    });
  });

  test('bears the name given, or its id', () => {
    expect(network({ name: 'other' }).made.nodeTag).toBe('other-node');
    expect(network().made.nodeTag).toBe('main-node');
  });

  test('refuses a range too small for pods, and says which sizes work', () => {
    expect(() => network({ cidr: '10.40.0.0/24' })).toThrow(
      "test/main: 'cidr' must be an IPv4 range from /12 to /20 on its own boundary, such as 10.40.0.0/16, " +
        "got '10.40.0.0/24'; pods of 16 nodes need a /20, of 256 nodes a /16",
    );
  });

  test.each(['10.0.0.0/8', '10.40.0.1/16', '10.40.0.0', 'x'])('refuses the range %s', (cidr) => {
    expect(() => network({ cidr })).toThrow("'cidr' must be an IPv4 range from /12 to /20");
  });

  test('refuses a range that Google keeps for itself', () => {
    expect(() => network({ cidr: '127.16.0.0/16' })).toThrow(
      "'cidr' must not overlap 127.0.0.0/8, which no subnet may have, got '127.16.0.0/16'",
    );
  });

  test('says which ranges pods have beside the planned one', () => {
    const { additionalPodRanges } = network({ additionalPodRanges: { 'pods-2': '10.64.0.0/16' } }).made;
    expect(Object.entries(additionalPodRanges).map(([name, range]) => [name, String(range)])).toEqual([
      ['pods-2', '10.64.0.0/16'],
    ]);
  });

  test('refuses a name that leaves no room for those of its firewall rules', () => {
    expect(() => network({ name: 'a'.repeat(50) })).toThrow("'name' must be up to 49 lower-case letters");
  });
});
