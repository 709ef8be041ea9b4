import {
  PrivateServiceAccess,
  type PrivateServiceAccessProps,
} from '../../../../lib/cloud/google/network/private-service-access';
import { network } from '../fixtures';
import { googleStack, only } from '../synth';
import { sharedSubnet } from './networks';

const ADDRESS = 'google_compute_global_address';
const CONNECTION = 'google_service_networking_connection';

function access(props: Partial<PrivateServiceAccessProps> = {}) {
  const stack = googleStack();
  new PrivateServiceAccess(stack, 'services', { network: network(stack), name: 'main-services', ...props });
  return stack;
}

describe('PrivateServiceAccess', () => {
  test('keeps a range for managed services, and peers their network with one’s own', () => {
    expect(only(access(), ADDRESS)).toMatchObject({
      name: 'main-services',
      address: '10.40.64.0',
      prefix_length: 20,
      purpose: 'VPC_PEERING',
      address_type: 'INTERNAL',
    });
    expect(only(access(), CONNECTION)).toMatchObject({
      service: 'servicenetworking.googleapis.com',
      reserved_peering_ranges: [expect.stringContaining('google_compute_global_address.')],
    });
  });

  test('takes a range of one’s own, and says which it has', () => {
    const stack = googleStack();
    const services = { network: network(stack), name: 'services', range: '10.80.0.0/24' };
    expect(new PrivateServiceAccess(stack, 'services', services).range).toBe('10.80.0.0/24');
    expect(only(stack, ADDRESS)).toMatchObject({ address: '10.80.0.0', prefix_length: 24 });
  });

  test('peers a shared network in its own project', () => {
    expect(only(access({ network: sharedSubnet(), range: '10.80.0.0/20' }), ADDRESS)).toMatchObject({
      project: 'funlynk-network',
      network: 'projects/funlynk-network/global/networks/shared',
    });
  });

  test.each([
    [undefined, true],
    [false, false],
  ])('with deletionProtection %p stays: %p', (deletionProtection, preventDestroy) => {
    const stack = access({ deletionProtection });
    expect(only(stack, CONNECTION)).toMatchObject({ lifecycle: { prevent_destroy: preventDestroy } });
    expect(only(stack, ADDRESS)).toMatchObject({ lifecycle: { prevent_destroy: preventDestroy } });
  });

  test('refuses a range that no database fits in, and a name that Google would', () => {
    expect(() => access({ range: '10.80.0.0/25', name: 'Main' })).toThrow(
      [
        "test/services: 'name' must be up to 63 lower-case letters, digits and dashes, beginning with a letter, got 'Main'",
        "test/services: 'range' must be an IPv4 range up to /24 on its own boundary, such as 10.60.0.0/24, got '10.80.0.0/25'",
      ].join('\n'),
    );
  });

  test('refuses a range that the network uses', () => {
    expect(() => access({ range: '10.40.0.0/24' })).toThrow(
      "'range' must not overlap the range of nodes (10.40.0.0/20), got '10.40.0.0/24'",
    );
  });

  test('needs a range where the network was made elsewhere', () => {
    expect(() => access({ network: sharedSubnet() })).toThrow(
      "'range' must be given for a network that was not planned here, got 'nothing'",
    );
  });
});
