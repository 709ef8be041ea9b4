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
        target_tags: ['main-node'],
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

  test('opens no webhook ports where there are none', () => {
    expect(values(networkStack({ webhookPorts: [] }), TYPE, 'name')).not.toContain('main-webhooks');
  });

  test.each([0, 65_536, 1.5])('refuses the webhook port %p', (port) => {
    expect(() => networkStack({ webhookPorts: [port] })).toThrow("'webhookPorts' must hold ports from 1 to 65535");
  });
});
