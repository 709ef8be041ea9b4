import { PrivateServiceAccess } from '../../../../lib/cloud/google/network/private-service-access';
import { Cidr } from '../../../../lib/core/cidr';
import { network } from '../fixtures';
import { googleStack, only, PROJECT } from '../synth';

function access(props: { range?: Cidr; name?: string; deletionProtection?: boolean } = {}) {
  const stack = googleStack();
  const { networkId, plan } = network(stack);
  const range = plan.privateServices;
  new PrivateServiceAccess(stack, 'services', { project: PROJECT, networkId, range, name: 'main-services', ...props });
  return stack;
}

describe('PrivateServiceAccess', () => {
  test('keeps a range for managed services, and peers their network with one’s own', () => {
    expect(only(access(), 'google_compute_global_address')).toMatchObject({
      name: 'main-services',
      address: '10.40.64.0',
      prefix_length: 20,
      purpose: 'VPC_PEERING',
      address_type: 'INTERNAL',
    });
    expect(only(access(), 'google_service_networking_connection')).toMatchObject({
      service: 'servicenetworking.googleapis.com',
      reserved_peering_ranges: [expect.stringContaining('google_compute_global_address.')],
    });
  });

  test.each([
    [undefined, true],
    [false, false],
  ])('with deletionProtection %p stays: %p', (deletionProtection, preventDestroy) => {
    expect(only(access({ deletionProtection }), 'google_service_networking_connection')).toMatchObject({
      lifecycle: { prevent_destroy: preventDestroy },
    });
  });

  test('refuses a range that no database fits in, and a name that Google would', () => {
    expect(() => access({ range: Cidr.parse('10.40.64.0/25'), name: 'Main' })).toThrow(
      [
        "test/services: 'name' must be up to 63 lower-case letters, digits and dashes, beginning with a letter, got 'Main'",
        "test/services: 'range' must be a /24 or larger, got '10.40.64.0/25'",
      ].join('\n'),
    );
  });
});
