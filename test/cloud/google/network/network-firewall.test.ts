import { resources, values } from '../synth';
import { networkStack } from './networks';

const TYPE = 'google_compute_firewall';

describe('the firewall of a network', () => {
  test('lets health checks and webhook calls in, and denies and logs everything else', () => {
    expect(Object.values(resources(networkStack(), TYPE))).toEqual([
      expect.objectContaining({
        name: 'main-deny-ingress',
        priority: 65_534,
        source_ranges: ['0.0.0.0/0'],
        deny: [{ protocol: 'all' }],
        log_config: { metadata: 'INCLUDE_ALL_METADATA' },
      }),
      expect.objectContaining({
        name: 'main-health-checks',
        source_ranges: ['130.211.0.0/22', '35.191.0.0/16'],
        target_tags: ['main-node'],
      }),
      expect.objectContaining({
        name: 'main-webhooks',
        source_ranges: ['10.40.32.0/28'],
        target_tags: ['main-node'],
        allow: [{ protocol: 'tcp', ports: ['8443', '9443', '15017'] }],
      }),
    ]);
  });

  test('denies what other machines of the network are not allowed, too', () => {
    const [rule] = Object.values(resources(networkStack(), TYPE));
    expect(rule).toMatchObject({ name: 'main-deny-ingress' });
    expect(rule).not.toHaveProperty('target_tags');
  });

  test('lets the proxies of internal load balancers in, where there are any', () => {
    const subnets = { proxies: { cidr: '10.60.0.0/23', purpose: 'REGIONAL_MANAGED_PROXY' } } as const;
    expect(Object.values(resources(networkStack({ subnets }), TYPE))).toContainEqual(
      expect.objectContaining({
        name: 'main-proxies',
        source_ranges: ['10.60.0.0/23'],
        target_tags: ['main-node'],
        allow: [{ protocol: 'tcp' }],
      }),
    );
    expect(values(networkStack({ subnets: { vms: { cidr: '10.60.0.0/23' } } }), TYPE, 'name')).not.toContain(
      'main-proxies',
    );
  });

  test('writes ports in the same order, however they are given', () => {
    expect(Object.values(resources(networkStack({ webhookPorts: [9443, 443, 9443] }), TYPE))).toContainEqual(
      expect.objectContaining({ name: 'main-webhooks', allow: [{ protocol: 'tcp', ports: ['443', '9443'] }] }),
    );
  });

  test('opens no webhook ports where there are none', () => {
    expect(values(networkStack({ webhookPorts: [] }), TYPE, 'name')).not.toContain('main-webhooks');
  });

  test.each([0, 65_536, 1.5])('refuses the webhook port %p', (port) => {
    expect(() => networkStack({ webhookPorts: [port] })).toThrow("'webhookPorts' must hold ports from 1 to 65535");
  });
});
