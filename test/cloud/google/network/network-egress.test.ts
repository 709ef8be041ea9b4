import { resources, values } from '../synth';
import { networkStack } from './networks';

const RULE = 'google_compute_firewall';
const partners = { ranges: ['203.0.113.0/24', '198.51.100.0/24', '203.0.113.0/24'], ports: [5432, 443] };

/** Rules for what leaves, by name. */
function egress(props: Parameters<typeof networkStack>[0]) {
  const rules = Object.values(resources(networkStack(props), RULE));
  return Object.fromEntries(
    rules.filter((rule) => rule['direction'] === 'EGRESS').map((rule) => [String(rule['name']), rule]),
  );
}

describe('what leaves a network', () => {
  test('is everything, through a gateway, of its own accord', () => {
    expect(egress({})).toEqual({});
    expect(Object.keys(resources(networkStack(), 'google_compute_router_nat'))).toHaveLength(1);
  });

  test('is what goes to Google and inside, where told so; everything else is denied and logged', () => {
    expect(egress({ egress: 'google-apis' })).toEqual({
      'main-egress-inside': expect.objectContaining({
        destination_ranges: ['10.40.0.0/20', '10.40.128.0/17', '10.40.16.0/20', '10.40.32.0/28', '10.40.64.0/20'],
        allow: [{ protocol: 'all' }],
      }) as unknown,
      'main-egress-apis': expect.objectContaining({
        destination_ranges: ['199.36.153.4/30'],
        allow: [{ protocol: 'tcp', ports: ['443'] }],
      }) as unknown,
      'main-deny-egress': expect.objectContaining({
        priority: 65_534,
        destination_ranges: ['0.0.0.0/0'],
        deny: [{ protocol: 'all' }],
        log_config: { metadata: 'INCLUDE_ALL_METADATA' },
      }) as unknown,
    });
  });

  test('is what goes to subnets and ranges beside those of the plan, too', () => {
    const subnets = { vms: { cidr: '10.60.0.0/24' } };
    const additionalPodRanges = { 'pods-2': '10.64.0.0/16' };
    expect(egress({ egress: 'google-apis', subnets, additionalPodRanges })['main-egress-inside']).toMatchObject({
      destination_ranges: expect.arrayContaining(['10.60.0.0/24', '10.64.0.0/16']) as unknown,
    });
  });

  test('needs no gateway where nothing reaches the internet', () => {
    expect(resources(networkStack({ egress: 'google-apis' }), 'google_compute_router_nat')).toEqual({});
  });

  test('goes, through a gateway, to what is named beside', () => {
    const props = { egress: 'google-apis', egressAllowed: { partners } } as const;
    expect(egress(props)['main-egress-partners']).toMatchObject({
      destination_ranges: ['198.51.100.0/24', '203.0.113.0/24'],
      allow: [{ protocol: 'tcp', ports: ['443', '5432'] }],
    });
    expect(values(networkStack(props), 'google_compute_router_nat', 'name')).toEqual(['main']);
  });

  test('goes by the addresses that are chosen', () => {
    expect(egress({ egress: 'google-apis', privateGoogleApis: 'private' })['main-egress-apis']).toMatchObject({
      destination_ranges: ['199.36.153.8/30'],
    });
  });

  test('is not named where everything leaves', () => {
    expect(() => networkStack({ egressAllowed: { partners } })).toThrow(
      "'egressAllowed' must be left out where egress is 'open', got [\"partners\"]; choose egress 'google-apis'",
    );
  });

  test('is named by ranges and ports, one at least, and all faults are said at once', () => {
    const egressAllowed = { none: { ranges: [], ports: [] }, Bad: { ranges: ['203.0.113.1/24'], ports: [0] } };
    expect(() => networkStack({ egress: 'google-apis', egressAllowed })).toThrow(
      [
        "'egressAllowed.none.ranges' must name one at least, got []",
        "test/main: 'egressAllowed.none.ports' must name one at least, got []",
        "test/main: 'egressAllowed.Bad' must be up to 63 lower-case letters, digits and dashes, beginning with a letter, got 'Bad'",
        "test/main: 'egressAllowed.Bad.ranges' must hold IPv4 ranges on their own boundary, such as 203.0.113.0/24, got '203.0.113.1/24'",
        "test/main: 'egressAllowed.Bad.ports' must hold ports from 1 to 65535, got 0",
      ].join('\n'),
    );
  });

  test.each(['inside', 'apis'])('is not called %s, as a rule of the network is', (name) => {
    expect(() => networkStack({ egress: 'google-apis', egressAllowed: { [name]: partners } })).toThrow(
      `'egressAllowed.${name}' must not bear the name of a rule that the network has anyway, got '${name}'`,
    );
  });

  test.each([
    ['natAddresses', { natAddresses: 2 }, '2'],
    ['natLogging', { natLogging: 'ALL' as const }, "'ALL'"],
    ['natNetworkTier', { natNetworkTier: 'STANDARD' as const }, "'STANDARD'"],
  ])('has no %s where it needs no gateway', (property, props, got) => {
    expect(() => networkStack({ egress: 'google-apis', ...props })).toThrow(
      `'${property}' must be left out where nothing reaches the internet, got ${got}; choose egress 'open', or name egressAllowed`,
    );
  });
});
