import { resources, values } from '../synth';
import { networkStack } from './networks';

const TYPE = 'google_compute_subnetwork';

describe('subnets beside that of the cluster', () => {
  test('are for machines, for proxies, or for endpoints', () => {
    const stack = networkStack({
      subnets: {
        vms: { cidr: '10.60.0.0/24' },
        proxies: { cidr: '10.60.1.0/24', purpose: 'REGIONAL_MANAGED_PROXY' },
        endpoints: { cidr: '10.60.2.0/24', purpose: 'PRIVATE_SERVICE_CONNECT' },
      },
    });
    const found = Object.values(resources(stack, TYPE)).map(
      ({ name, ip_cidr_range, purpose, role, private_ip_google_access }) => [
        name,
        ip_cidr_range,
        purpose,
        role,
        private_ip_google_access,
      ],
    );
    expect(found.filter(([name]) => name !== 'main')).toEqual([
      ['main-endpoints', '10.60.2.0/24', 'PRIVATE_SERVICE_CONNECT', undefined, undefined],
      ['main-proxies', '10.60.1.0/24', 'REGIONAL_MANAGED_PROXY', 'ACTIVE', undefined],
      ['main-vms', '10.60.0.0/24', 'PRIVATE', undefined, true],
    ]);
  });

  test.each([
    ['10.40.200.0/24', 'pods (10.40.128.0/17)'],
    ['10.40.0.0/24', 'nodes (10.40.0.0/20)'],
    ['10.40.64.0/24', 'privateServices (10.40.64.0/20)'],
  ])('do not lie at %s, which the cluster needs', (cidr, other) => {
    expect(() => networkStack({ subnets: { vms: { cidr } } })).toThrow(
      `'subnets.vms.cidr' must not overlap the range of ${other}, got '${cidr}'`,
    );
  });

  test('do not overlap each other', () => {
    const subnets = { one: { cidr: '10.60.0.0/24' }, two: { cidr: '10.60.0.128/25' } };
    expect(() => networkStack({ subnets })).toThrow(
      "'subnets.two.cidr' must not overlap the range of one (10.60.0.0/24), got '10.60.0.128/25'",
    );
  });

  test('have flow logs where machines live in them, as many as that of the cluster', () => {
    const subnets = {
      vms: { cidr: '10.60.0.0/24' },
      endpoints: { cidr: '10.60.2.0/24', purpose: 'PRIVATE_SERVICE_CONNECT' },
    } as const;
    const logs = values(networkStack({ subnets, flowLogSampling: 1 }), TYPE, 'log_config');
    expect(logs.filter((log) => log !== undefined)).toEqual([
      expect.objectContaining({ flow_sampling: 1 }),
      expect.objectContaining({ flow_sampling: 1 }),
    ]);
  });

  test('hold enough proxies, and are one where they are for proxies', () => {
    const purpose = 'REGIONAL_MANAGED_PROXY';
    const subnets = { one: { cidr: '10.60.0.0/27', purpose }, two: { cidr: '10.60.1.0/26', purpose } } as const;
    expect(() => networkStack({ subnets })).toThrow(
      [
        "test/main: 'subnets.one.cidr' must be an IPv4 range up to /26 on its own boundary, such as 10.60.0.0/24, got '10.60.0.0/27'",
        'test/main: \'subnets\' must have one for proxies at most, as a region has, got ["one","two"]',
      ].join('\n'),
    );
  });

  test.each(['10.60.0.0', '10.60.0.1/24', '10.60.0.0/30'])('have a range, which %s is not', (cidr) => {
    expect(() => networkStack({ subnets: { vms: { cidr } } })).toThrow(
      `'subnets.vms.cidr' must be an IPv4 range up to /29 on its own boundary, such as 10.60.0.0/24, got '${cidr}'`,
    );
  });

  test('have names that Google takes', () => {
    expect(() => networkStack({ subnets: { VMs: { cidr: '10.60.0.0/24' } } })).toThrow(
      "'subnets.VMs' must be up to 63 lower-case letters, digits and dashes, beginning with a letter, got 'VMs'",
    );
  });
});
