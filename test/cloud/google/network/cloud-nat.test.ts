import { Token } from 'cdktf';
import { only, resources, values } from '../synth';
import { networkStack } from './networks';

const NAT = 'google_compute_router_nat';
const ADDRESS = 'google_compute_address';

describe('the NAT gateway of a network', () => {
  test('has no fixed addresses of its own accord', () => {
    expect(only(networkStack(), NAT)).toMatchObject({ nat_ip_allocate_option: 'AUTO_ONLY' });
    expect(resources(networkStack(), ADDRESS)).toEqual({});
  });

  test('is seen under as many fixed addresses as told', () => {
    const stack = networkStack({ natAddresses: 2 });
    expect(only(stack, NAT)).toMatchObject({
      nat_ip_allocate_option: 'MANUAL_ONLY',
      nat_ips: [1, 2].map(
        (number) => expect.stringContaining(`{google_compute_address.main_NatAddress${number}_`) as unknown,
      ),
    });
    expect(values(stack, ADDRESS, 'name')).toEqual(['main-nat-1', 'main-nat-2']);
  });

  test.each([
    [undefined, true],
    [true, true],
    [false, false],
  ])('with deletionProtection %p keeps its addresses: %p', (deletionProtection, preventDestroy) => {
    expect(only(networkStack({ natAddresses: 1, deletionProtection }), ADDRESS)).toMatchObject({
      lifecycle: { prevent_destroy: preventDestroy },
    });
  });

  test.each(['ERRORS_ONLY', 'TRANSLATIONS_ONLY', 'ALL'] as const)('logs %s', (natLogging) => {
    expect(only(networkStack({ natLogging }), NAT)).toMatchObject({ log_config: { enable: true, filter: natLogging } });
  });

  test('travels as the project has it, unless told otherwise', () => {
    expect(only(networkStack(), NAT)).not.toHaveProperty('auto_network_tier');
    expect(only(networkStack({ natNetworkTier: 'STANDARD' }), NAT)).toMatchObject({ auto_network_tier: 'STANDARD' });
  });

  test.each([
    [undefined, 'PREMIUM'],
    ['STANDARD', 'STANDARD'],
  ] as const)('told to travel by tier %p, has fixed addresses of %s', (natNetworkTier, tier) => {
    const stack = networkStack({ natAddresses: 1, natNetworkTier });
    expect(only(stack, ADDRESS)).toMatchObject({ network_tier: tier });
    expect(only(stack, NAT)).not.toHaveProperty('auto_network_tier');
  });

  test('refuses a number of addresses that Terraform alone knows', () => {
    expect(() => networkStack({ natAddresses: Token.asNumber('${var.addresses}') })).toThrow(
      "'natAddresses' must be known at synthesis, got 'a token'",
    );
  });

  test.each([0, 301, 1.5])('refuses %p addresses', (natAddresses) => {
    expect(() => networkStack({ natAddresses })).toThrow("'natAddresses' must be a whole number from 1 to 300");
  });
});
