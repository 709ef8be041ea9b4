import { GlobalEntrypoint, type GlobalEntrypointProps } from '../../../../lib/cloud/google/edge/global-entrypoint';
import { googleStack, only, PROJECT, resources, values } from '../synth';
import { exampleZone } from './zones';

const RECORD = 'google_dns_record_set';
const ENDPOINTS = { main: { zones: ['europe-west1-b'], negName: 'main-gateway', maxRatePerEndpoint: 100 } };

function entrypoint(props: Partial<GlobalEntrypointProps> = {}) {
  const stack = googleStack();
  new GlobalEntrypoint(stack, 'entry', {
    project: PROJECT,
    name: 'web',
    zone: exampleZone(),
    hosts: { 'example.com': { backend: 'gateway' }, '*.example.com': { backend: 'gateway' } },
    backends: { gateway: { endpoints: ENDPOINTS } },
    ...props,
  });
  return stack;
}

function addresses(stack: ReturnType<typeof entrypoint>) {
  return Object.values(resources(stack, RECORD))
    .filter(({ type }) => type === 'A' || type === 'AAAA')
    .map(({ name, type, rrdatas }) => ({ name, type, rrdatas }));
}

describe('GlobalEntrypoint', () => {
  test('puts the load balancer’s address into the zone, for each host', () => {
    const rrdatas = [expect.stringMatching(/^\$\{google_compute_global_address\..*address-ipv4/)];
    expect(addresses(entrypoint())).toEqual([
      { name: 'example.com.', type: 'A', rrdatas },
      { name: '*.example.com.', type: 'A', rrdatas },
    ]);
  });

  test('puts both addresses there if there are two', () => {
    const found = addresses(entrypoint({ ipv6: true, hosts: { 'www.example.com': { backend: 'gateway' } } }));
    expect(found.map(({ name, type }) => [name, type])).toEqual([
      ['www.example.com.', 'A'],
      ['www.example.com.', 'AAAA'],
    ]);
  });

  test('has the load balancer use its own policy and certificates', () => {
    const stack = entrypoint({ security: { waf: {}, rateLimit: { count: 5 } } });
    expect(only(stack, 'google_compute_security_policy')).toMatchObject({
      name: 'web',
      rule: [{ action: 'throttle' }, { action: 'allow' }],
    });
    expect(only(stack, 'google_compute_backend_service')).toMatchObject({
      security_policy: expect.stringMatching(/^\$\{google_compute_security_policy\./) as unknown,
    });
    expect(only(stack, 'google_compute_target_https_proxy')).toMatchObject({
      certificate_map: expect.stringContaining('${google_certificate_manager_certificate_map.') as unknown,
      depends_on: [
        expect.stringMatching(/^google_certificate_manager_certificate_map_entry\./),
        expect.stringMatching(/^google_certificate_manager_certificate_map_entry\./),
      ],
    });
    expect(values(stack, 'google_certificate_manager_certificate_map_entry', 'hostname')).toEqual([
      '*.example.com',
      'example.com',
    ]);
  });

  test('refuses hosts of other zones', () => {
    expect(() => entrypoint({ hosts: { 'example.org': { backend: 'gateway' } } })).toThrow(
      "test/entry: 'hosts' must be within the zone of example.com, got 'example.org'",
    );
    expect(() => entrypoint({ hosts: { Example: { backend: 'gateway' } } })).toThrow(
      "'hosts' must be a lower-case host",
    );
  });
});
